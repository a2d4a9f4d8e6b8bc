import type { Framework } from '@leashlint/rules';
import { describe, expect, it } from 'vitest';
import { createCatalogueIndex } from '../../src/model/catalogue/catalogue-index.js';
import type { Origin, ProgramFile } from '../../src/program/program.js';

const base = { title: 'F', language: 'javascript', ai: false } as const;

const frameworks: readonly Framework[] = [
  {
    ...base,
    id: 'sdk',
    modules: ['sdk', 'sdk/*'],
    checkedAgainst: { sdk: ['4', '7'] },
    sinks: [
      { kind: 'shell', call: 'Member[run,exec]', at: 'Argument[0]' },
      { kind: 'url', call: 'Member[default].Instance.Member[get]', at: 'Argument[0]' },
      { kind: 'code', call: 'Member[vm].Member[*]', at: 'Argument[0]' },
      { kind: 'sql', call: 'Member[query]', at: 'Argument[0]', module: 'sdk/db' },
    ],
    tools: [
      { call: 'Member[tool]', name: 'key', versions: '<5', description: 'old' },
      { call: 'Member[tool]', name: 'key', versions: '>=5', description: 'new' },
      { call: 'Member[legacyTool]', name: 'key', versions: '<5' },
    ],
    sources: [{ kind: 'request', path: 'Member[Router].Instance.Member[on].Argument[1..].Parameter[0].Member[body]' }],
    calls: [{ call: 'Member[ask]', slots: [], outputs: ['ReturnValue.Member[text]'] }],
    agents: [
      {
        call: 'Member[Agent]',
        slots: [],
        runs: [{ call: 'Member[run]', slots: [], outputs: ['ReturnValue.Member[output]'] }],
      },
    ],
    conventions: [{ kind: 'request', exports: ['GET'], parameter: 0, at: ['Member[json].ReturnValue'], label: 'body' }],
  },
  {
    ...base,
    id: 'fs',
    modules: ['fs'],
    checkedAgainst: {},
    sinks: [{ kind: 'path', call: 'Member[readFile]', at: 'Argument[0]' }],
  },
];

const file: ProgramFile = {
  path: 'a.ts',
  index: 0,
  base: 0,
  text: '',
  facts: {
    language: 'typescript',
    values: [],
    functions: [],
    classes: [],
    conditions: [],
    loops: [],
    stores: [],
    imports: [],
    exports: [],
    directives: [],
    declaredNames: [],
    moduleStyle: 'esm',
    importOffset: 0,
    problems: [],
  },
};

function api(module: string, ...path: string[]): Origin {
  return { kind: 'api', module, path, at: 0 };
}

describe('match', () => {
  const index = createCatalogueIndex(frameworks, () => '7.1.0');
  it.each([
    ['named import', api('sdk', 'Member[exec]'), ['shell']],
    ['subpath', api('sdk/sub/path', 'Member[exec]'), ['shell']],
    ['default instance', api('sdk', 'Member[default]', 'Instance', 'Member[get]'), ['url']],
    ['instance of a required module', api('sdk', 'Instance', 'Member[get]'), ['url']],
    ['namespace as default import', api('fs', 'Member[default]', 'Member[readFile]'), ['path']],
    ['node: prefix', api('node:fs', 'Member[readFile]'), ['path']],
    ['awaited', api('sdk', 'Member[default]', 'Awaited', 'Instance', 'Member[get]', 'Awaited'), ['url']],
    ['any member', api('sdk', 'Member[vm]', 'Member[whatever]'), ['code']],
    ['row of one module', api('sdk/db', 'Member[query]'), ['sql']],
    ['row of another module', api('sdk', 'Member[query]'), []],
    ['longer path', api('sdk', 'Member[exec]', 'ReturnValue'), []],
    ['shorter path', api('sdk', 'Member[vm]'), []],
    ['other package', api('sdk2', 'Member[exec]'), []],
    ['same name of a sub-package', api('fs/promises', 'Member[readFile]'), []],
    ['value', { kind: 'value', at: 0 } as const, []],
  ])('%s', (_, origin, kinds) => {
    expect(index.match('sinks', file, [origin]).map(({ row }) => row.kind)).toEqual(kinds);
  });

  it('gives a row once for several origins', () => {
    const origins = [api('sdk', 'Member[exec]'), api('sdk/x', 'Member[run]')];
    expect(index.match('sinks', file, origins)).toHaveLength(1);
  });

  it('describes the framework as the file sees it', () => {
    expect(index.match('tools', file, [api('sdk/x', 'Member[tool]')])[0]?.ref).toEqual({
      id: 'sdk',
      title: 'F',
      package: 'sdk',
      version: '7.1.0',
    });
  });
});

describe('versions', () => {
  const described = (version: string | undefined, name: string): readonly unknown[] =>
    createCatalogueIndex(frameworks, () => version)
      .match('tools', file, [api('sdk', `Member[${name}]`)])
      .map(({ row }) => row.versions);

  it.each([
    ['4.3.0', 'tool', ['<5']],
    ['6.0.0', 'tool', ['>=5']],
    [undefined, 'tool', ['>=5']],
    ['6.0.0', 'legacyTool', []],
    // The use of an old path shows that the version is old.
    [undefined, 'legacyTool', ['<5']],
  ])('%s %s', (version, name, ranges) => {
    expect(described(version, name)).toEqual(ranges);
  });
});

it('finds callbacks that a source row goes through', () => {
  const index = createCatalogueIndex(frameworks, () => undefined);
  const places = index.callbacks([api('sdk', 'Member[Router]', 'Instance', 'Member[on]')]);
  expect(places).toMatchObject([{ module: 'sdk', path: ['Member[Router]', 'Instance', 'Member[on]'] }]);
  expect(index.callbacks([api('sdk', 'Member[Router]', 'Instance', 'Member[off]')])).toEqual([]);
});

it('knows what models write', () => {
  const index = createCatalogueIndex(frameworks, () => undefined);
  const isOutput = (...path: string[]): boolean => index.isModelOutput(file, [api('sdk', ...path)]);
  expect(isOutput('Member[ask]', 'ReturnValue', 'Member[text]')).toBe(true);
  expect(isOutput('Member[ask]', 'ReturnValue', 'Member[usage]')).toBe(false);
  expect(isOutput('Member[Agent]', 'Instance', 'Member[run]', 'ReturnValue', 'Member[output]')).toBe(true);
});

it('makes sources of conventions', () => {
  const index = createCatalogueIndex(frameworks, () => undefined);
  const [convention] = index.conventions;
  if (convention === undefined) throw new Error('no convention');
  const body = api(convention.module, ...convention.path, 'Member[json]', 'ReturnValue');
  expect(index.match('sources', file, [body])).toMatchObject([{ row: { kind: 'request', label: 'body' } }]);
});
