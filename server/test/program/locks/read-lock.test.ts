import { expect, test } from 'vitest';
import { readLock } from '../../../src/program/locks/read-lock.js';

const names = ['@langchain/core', 'vm2', 'langchain', 'mcp', 'langchain-core'];

/** Each package as `name version folder|asked`, and whether its range has the version. */
function read(path: string, text: string): { readonly packages: readonly string[]; covers(folder: string): boolean } {
  const lock = readLock(path, text, names);
  if (lock === undefined) throw new Error(`nobody reads ${path}`);
  const packages = lock.packages.map(({ asked, folder, name, range, version }) => {
    expect(text.slice(...range)).toBe(version);
    return `${name} ${version} ${asked?.join(' ; ') ?? (folder === undefined ? '-' : `/${folder}`)}`;
  });
  return { packages, covers: lock.covers };
}

test('package-lock.json of npm 7 and later', () => {
  const { covers, packages } = read(
    'a/package-lock.json',
    JSON.stringify(
      {
        lockfileVersion: 3,
        packages: {
          '': { dependencies: { '@langchain/core': '^0.3' }, workspaces: ['apps/*'] },
          'apps/web': { version: '1.0.0' },
          'apps/web/node_modules/vm2': { version: '3.9.18', engines: { node: '>=6' } },
          'node_modules/@langchain/core': { version: '0.3.40', dependencies: { vm2: '^3' } },
          'node_modules/alias': { name: 'vm2', version: '3.9.1' },
          'node_modules/vm2': { name: 'other', version: '1.0.0' },
          'node_modules/deep/node_modules/vm2': { version: '3.9.17' },
          'node_modules/not-vm2': { version: '9.9.9' },
          'node_modules/web': { resolved: 'apps/web', link: true },
        },
      },
      undefined,
      2,
    ),
  );
  expect(packages).toEqual(['@langchain/core 0.3.40 /', 'vm2 3.9.18 /apps/web', 'vm2 3.9.17 -']);
  expect([covers(''), covers('apps/web'), covers('apps/other')]).toEqual([true, true, false]);
});

test('package-lock.json before npm 7', () => {
  const text = JSON.stringify(
    {
      lockfileVersion: 1,
      dependencies: {
        vm2: { version: '3.9.19', requires: { acorn: '^8' } },
        other: { version: '1.0.0', dependencies: { vm2: { version: '3.9.5' } } },
      },
    },
    undefined,
    2,
  );
  expect(read('package-lock.json', text).packages).toEqual(['vm2 3.9.19 /', 'vm2 3.9.5 -']);
});

test('pnpm-lock.yaml 9, with packages of a workspace', () => {
  const { covers, packages } = read(
    'pnpm-lock.yaml',
    `lockfileVersion: '9.0'

importers:

  .:
    devDependencies:
      vm2:
        specifier: ^3.9.0
        version: 3.9.19

  packages/a:
    dependencies:
      '@langchain/core':
        specifier: ^0.3.0
        version: 0.3.40(openai@5.0.0)
      langchain:
        specifier: workspace:*
        version: link:../langchain

packages:

  '@langchain/core@0.3.40':
    resolution: {integrity: sha512-x}

  vm2@3.9.19:
    resolution: {integrity: sha512-x}

snapshots:

  '@langchain/core@0.3.40(openai@5.0.0)':
    dependencies:
      vm2: 3.9.19
`,
  );
  expect(new Set(packages)).toEqual(
    new Set(['@langchain/core 0.3.40 /packages/a', 'vm2 3.9.19 /', '@langchain/core 0.3.40 -', 'vm2 3.9.19 -']),
  );
  expect([covers(''), covers('packages/a'), covers('packages/b')]).toEqual([true, true, false]);
});

test('pnpm-lock.yaml 5, whose specifiers are a list of their own', () => {
  const { packages } = read(
    'pnpm-lock.yaml',
    `lockfileVersion: 5.4

specifiers:
  '@langchain/core': 0.1.2
  vm2: 3.0.0

dependencies:
  '@langchain/core': 0.3.40_openai@5.0.0
  vm2: 3.9.19

packages:

  /@langchain/core/0.3.40_openai@5.0.0:
    resolution: {integrity: sha512-x}

  /vm2/3.9.19:
    resolution: {integrity: sha512-x}
    dependencies:
      vm2: 1.1.1
`,
  );
  expect(packages).toEqual(['@langchain/core 0.3.40 /', 'vm2 3.9.19 /', '@langchain/core 0.3.40 -', 'vm2 3.9.19 -']);
});

test('yarn.lock, classic and of later versions', () => {
  const classic = `# yarn lockfile v1

"@langchain/core@>=0.2.36 <0.3.0 || >=0.3.9 < 0.4.0", "@langchain/core@^0.3.27":
  version "0.3.40"
  resolved "https://registry.npmjs.org/x"

vm2@^3.9.0, vm2@3.9.19:
  version "3.9.19"

not-vm2@^1:
  version "1.0.0"
`;
  expect(read('yarn.lock', classic).packages).toEqual([
    '@langchain/core 0.3.40 >=0.2.36 <0.3.0 || >=0.3.9 < 0.4.0 ; ^0.3.27',
    'vm2 3.9.19 ^3.9.0 ; 3.9.19',
  ]);
  const later = `__metadata:
  version: 8

"@langchain/core@npm:^0.3.27, @langchain/core@npm:^0.3.40":
  version: 0.3.40
  resolution: "@langchain/core@npm:0.3.40"

"langchain@workspace:packages/langchain":
  version: 0.0.0-use.local
`;
  expect(read('yarn.lock', later).packages).toEqual(['@langchain/core 0.3.40 ^0.3.27 ; ^0.3.40']);
});

test('bun.lock', () => {
  const { covers, packages } = read(
    'bun.lock',
    `{
  "lockfileVersion": 1,
  "workspaces": {
    "": { "name": "x" },
    "apps/web": {
      "name": "web",
    },
  },
  "packages": {
    "@langchain/core": ["@langchain/core@0.3.40", "", { "dependencies": { "vm2": "3.9.19" } }, "sha512-x"],

    "other/vm2": ["vm2@3.9.5", "", {}, "sha512-x"],
  }
}
`,
  );
  expect(packages).toEqual(['@langchain/core 0.3.40 /', 'vm2 3.9.5 -']);
  expect([covers('apps/web'), covers('apps/other')]).toEqual([true, false]);
});

test.each(['uv.lock', 'poetry.lock', 'pdm.lock'])('%s', (name) => {
  const { covers, packages } = read(
    name,
    `version = 1

[[package]]
name = "langchain"
version = "0.3.0"
source = { editable = "libs/langchain" }
dependencies = [{ name = "mcp", version = "0.0.1" }]

[[package]]
name = "LangChain_Core"
version = "0.3.60"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "mcp"
version = "1.9.4"
description = "a"

[package.dependencies]
anyio = ">=4"

[[package]]
name = "langchain"
version = "0.0.1"

[package.source]
type = "git"
url = "https://github.com/x/y"
`,
  );
  expect(packages).toEqual(['langchain-core 0.3.60 /', 'mcp 1.9.4 /']);
  expect([covers(''), covers('libs/langchain'), covers('libs/other')]).toEqual([true, true, false]);
});

test('Pipfile.lock', () => {
  const text = JSON.stringify(
    { default: { mcp: { hashes: ['sha256:a'], index: 'pypi', version: '==1.9.4' } } },
    undefined,
    4,
  );
  expect(read('Pipfile.lock', text).packages).toEqual(['mcp 1.9.4 /']);
});

test.each(['package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'uv.lock', 'Pipfile.lock'])(
  '%s that is broken, empty or with line ends of Windows',
  (name) => {
    for (const text of ['', '{', '{"packages": {', 'importers:\n', '[[package]]\n', '"vm2@', 'vm2@^1:\n']) {
      expect(read(name, text).packages).toEqual([]);
    }
  },
);

test('line ends of Windows change nothing', () => {
  const text = `"vm2@^3.9.0":\r\n  version "3.9.19"\r\n`;
  expect(read('yarn.lock', text).packages).toEqual(['vm2 3.9.19 ^3.9.0']);
  const uv = '[[package]]\r\nname = "mcp"\r\nversion = "1.9.4"\r\n';
  expect(read('uv.lock', uv).packages).toEqual(['mcp 1.9.4 /']);
  const pnpm =
    "lockfileVersion: '9.0'\r\n\r\nimporters:\r\n\r\n  .:\r\n    dependencies:\r\n      vm2:\r\n        specifier: ^3\r\n        version: 3.9.19\r\n";
  expect(read('pnpm-lock.yaml', pnpm).packages).toEqual(['vm2 3.9.19 /']);
});
