import { catalogue, type Framework } from '@leashlint/rules';
import fs from 'node:fs';
import path from 'node:path';
import { configFileNames } from '../config/load-config.js';
import { homepage } from '../report/rule-url.js';
import { discover } from '../workspace/discover.js';
import { baseNameOf } from '../path.js';
import type { Arguments } from './arguments.js';
import type { Streams } from './streams.js';

/** Writes a configuration file to start from and says which frameworks it saw in the manifests. */
export function init(_args: Arguments, { cwd, stdout, stderr }: Streams): number {
  const existing = configFileNames.find((name) => fs.existsSync(path.join(cwd, name)));
  if (existing !== undefined) {
    stderr.write(`There is a ${existing} already.\n`);
    return 2;
  }
  const { files } = discover({ root: cwd, wanted: (file) => baseNameOf(file) === 'package.json' });
  const dependencies = new Set(files.flatMap((file) => dependenciesOf(path.join(cwd, file))));
  const seen = catalogue
    .filter((framework) => framework.ai && isSdk(framework))
    .filter(({ modules }) => modules.some((module) => dependencies.has(packageOf(module))))
    .map(({ title }) => title);
  const config = {
    $schema: `${homepage}/raw/main/schema/leashlint.config.schema.json`,
    preset: 'recommended',
    exclude: [],
  };
  fs.writeFileSync(path.join(cwd, configFileNames[0]), JSON.stringify(config, undefined, 2) + '\n');
  stdout.write(seen.length === 0 ? 'No agent framework in any package.json.\n' : `Found ${seen.join(', ')}.\n`);
  stdout.write(`Wrote ${configFileNames[0]}. Run: npx leashlint check\n`);
  stdout.write(`What agents may do and whom they may ask goes there too: ${homepage}/blob/main/docs/policy.md\n`);
  return 0;
}

/** Rows that only say where an address stands describe many SDKs at once. */
function isSdk({ agents, calls, servers, tools }: Framework): boolean {
  return [agents, calls, servers, tools].some((rows) => rows !== undefined);
}

function dependenciesOf(manifest: string): string[] {
  try {
    const parsed: unknown = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    const sections = Object(parsed) as Record<string, unknown>;
    return ['dependencies', 'devDependencies', 'peerDependencies'].flatMap((key) =>
      Object.keys(Object(sections[key]) as object),
    );
  } catch {
    return [];
  }
}

/** The package of a module specifier: without subpath and wildcard. */
function packageOf(module: string): string {
  return module
    .split('/')
    .slice(0, module.startsWith('@') ? 2 : 1)
    .join('/');
}
