import type { DownloadRow, PropertySite } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { follow } from '../catalogue/relative.js';
import { proseOf } from '../catalogue/row-values.js';
import { meant } from '../catalogue/setting-values.js';
import { calleeName, propertySite } from '../catalogue/sites.js';

/** An address that is not encrypted and leaves the machine. */
const CLEAR =
  /^http:\/\/(?!(?:localhost|127\.|0\.0\.0\.0|\[::1?\]|host\.docker\.internal|10\.|192\.168\.|[\w-]+(?:[:/]|$)|[\w.-]+\.(?:local|internal|svc|cluster\.local|test)\b))/i;

export function isClearAddress(text: string): boolean {
  return CLEAR.test(text) || /^ftp:\/\//i.test(text);
}

/** What a fetch is called in messages: its call, with the address's host where it is known. */
export function downloadLabel(program: Program, call: Ref, row: DownloadRow): string {
  const address = addresses(program, call, row)[0];
  const host = address === undefined ? undefined : /^\w+:\/\/[^/?#\s]+/.exec(address)?.[0];
  const name = calleeName(program, call);
  return host === undefined || host.includes('…') ? name : `${name} (${host})`;
}

export function addresses(program: Program, call: Ref, row: DownloadRow): readonly string[] {
  return follow(program, call, row.url).values.flatMap(({ ref }) => {
    const literals = program.literals(ref);
    if (literals !== undefined) return literals.flatMap((each) => (typeof each === 'string' ? [each] : []));
    return proseOf(program, ref) ?? [];
  });
}

export function isClear(program: Program, call: Ref, row: DownloadRow): boolean {
  return addresses(program, call, row).some(isClearAddress);
}

/** The option that switches the check of certificates off, if it surely does. */
export function insecureOption(
  program: Program,
  call: Ref,
  { insecure }: DownloadRow,
): { readonly property: PropertySite | undefined } | undefined {
  if (insecure === undefined) return undefined;
  for (const value of follow(program, call, insecure.at).values) {
    if (meant(program, value.ref, { values: insecure.values })?.evidence !== 'proven') continue;
    return { property: value.holder && propertySite(program, value.holder.object, value.holder.key) };
  }
  return undefined;
}
