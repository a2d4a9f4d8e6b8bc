import { hostOf, modelProviders, type Client, type Endpoint, type ModelName, type ProviderUse } from '@leashlint/rules';
import { distributionName } from '../../program/distribution-name.js';
import { byPlace, isWithin } from '../places.js';

type Provider = (typeof modelProviders)[number];

interface Facts {
  readonly clients: readonly Client[];
  readonly endpoints: readonly Endpoint[];
  readonly modelNames: readonly ModelName[];
}

/**
 * Providers that the code asks, each place once. A client that is given another address belongs to whoever is there, and to
 * nobody known if that is computed.
 */
export function providerUses({ clients, endpoints, modelNames }: Facts): readonly ProviderUse[] {
  const found: ProviderUse[] = [];
  const add = (provider: Provider | undefined, span: ProviderUse['span']): void => {
    if (provider !== undefined) found.push({ provider: provider.id, title: provider.title, span });
  };
  for (const { addresses, span } of endpoints) {
    for (const { text } of addresses) add(providerAt(text), span);
  }
  for (const { envVariable, framework, span } of clients) {
    if (endpoints.some((endpoint) => isWithin(endpoint.span, span))) continue;
    add(byVariable(envVariable) ?? byPackage(framework.package), span);
  }
  for (const { framework, name, span } of modelNames) {
    const own = byPackage(framework.package);
    if (own === undefined) add(byPrefix(name), span);
    else if (!redirected(own, endpoints, span.file) && !clients.some((client) => client.span.file === span.file)) {
      add(own, span);
    }
  }
  return found.toSorted((left, right) => byPlace(left.span, right.span));
}

/** Some client of the file is given an address of somebody else, or one that is not known. */
function redirected({ id }: Provider, endpoints: readonly Endpoint[], file: string): boolean {
  return endpoints.some(
    ({ addresses, span }) =>
      span.file === file && (addresses.length === 0 || addresses.some(({ text }) => providerAt(text)?.id !== id)),
  );
}

const providersByHost = modelProviders.map((provider) => ({
  provider,
  hosts: new RegExp(`^(?:${provider.hosts.join('|')})$`),
}));

function providerAt(address: string): Provider | undefined {
  const host = hostOf(address);
  return host === undefined ? undefined : providersByHost.find(({ hosts }) => hosts.test(host))?.provider;
}

function byVariable(variable: string | undefined): Provider | undefined {
  return variable === undefined ? undefined : modelProviders.find(({ variables }) => variables.includes(variable));
}

function byPackage(name: string): Provider | undefined {
  const wanted = distributionName(name);
  return modelProviders.find(({ packages }) => packages.some((each) => distributionName(each) === wanted));
}

function byPrefix(name: string): Provider | undefined {
  const prefix = /^([\w.-]+)[:/]/.exec(name)?.[1];
  return prefix === undefined ? undefined : modelProviders.find(({ prefixes }) => prefixes.includes(prefix));
}
