import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import type { Framework, ToolObjectRow } from '../../src/catalogue/framework.js';
import { catalogue } from '../../src/catalogue/index.js';
import { statedPaths, tokensOf } from './catalogue-paths.js';
import type { StatedPath } from './catalogue-paths.js';
import { aliased, installedPackages, rulesFolder, servesModule } from './installed-packages.js';
import type { InstalledPackage } from './installed-packages.js';
import { createTypeWalker } from './type-walker.js';
import type { Reached } from './type-walker.js';
import { versionHolds } from './version-holds.js';

/**
 * Frameworks whose packages are too large to install for a test, or that have no type declarations. Their rows were read
 * from the documentation; the list is here so that nothing goes unchecked in silence.
 */
const uncheckedFrameworks = [
  'ai-sdk-unchecked-providers',
  'file-deleters',
  'hosted-functions',
  'mastra',
  'mcp-handler',
  'other-models',
  'address-checks',
  'aws-cdk-iam',
  'google-auth',
  'microsoft-auth',
  'sign-in',
  'bigquery',
  'bun-globals',
  'bun-sqlite',
  'cloud',
  'deno-globals',
  'duckdb',
  'googleapis',
  'logs',
  'messages',
  'mongoose',
  'mssql',
  'neo4j',
  'next',
  'node-pty',
  'node-sqlite',
  'notion',
  'nuxt-globals',
  'payments',
  'postgres-js',
  'prisma',
  'puppeteer',
  'route-conventions',
  'simple-git',
  'sqlite',
  'ssh2',
  'supabase',
];

/** Paths that the declarations cannot show, because the type depends on arguments that a path does not have. */
const untypable = new Set([
  // The state of an agent is computed from its schema and middleware.
  'agents.runs: Member[createAgent].Result.Member[invoke,stream,streamEvents] → Argument[0].Member[messages]',
]);

const installed = installedPackages();

interface Checked {
  readonly installed: InstalledPackage;
  readonly module: string;
}

/** Which of a framework's modules are served by which installed package and version. */
function checkedModules(framework: Framework): readonly Checked[] {
  return Object.entries(framework.checkedAgainst).flatMap(([name, versions]) =>
    versions.flatMap((version) => {
      const found = installed.find((each) => each.name === name && `${each.version}.`.startsWith(`${version}.`));
      if (found === undefined) throw new Error(`${framework.id}: ${name}@${version} is not installed`);
      return modulesOf(framework)
        .filter((module) => servesModule(name, module))
        .map((module) => ({ installed: found, module }));
    }),
  );
}

function modulesOf(framework: Framework): readonly string[] {
  const named = [
    'clients',
    'calls',
    'agents',
    'tools',
    'hosted',
    'toolObjects',
    'gates',
    'approvals',
    'settings',
    'servers',
    'sources',
    'sinks',
    'effects',
    'passThroughs',
    'sanitizers',
    'guards',
  ] as const;
  const fromRows = named.flatMap((list) => (framework[list] ?? []).flatMap((row) => row.module ?? []));
  return [
    ...new Set([
      ...framework.modules.filter((module) => !module.endsWith('/*') && !module.startsWith('node:')),
      ...fromRows,
    ]),
  ];
}

const probeName = join(rulesFolder, 'test', 'catalogue', 'probe.ts');

/** A program that imports every module of the catalogue in every version. */
function probe(specifiers: readonly string[]): { readonly checker: ts.TypeChecker; readonly file: ts.SourceFile } {
  const text = specifiers.map((specifier, index) => `import * as m${String(index)} from '${specifier}';`).join('\n');
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    types: ['node', 'react', 'multer', 'koa-bodyparser'],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    esModuleInterop: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => name === probeName || fileExists.call(host, name);
  host.readFile = (name) => (name === probeName ? text : readFile.call(host, name));
  host.getSourceFile = (name, language, ...rest) =>
    name === probeName ? ts.createSourceFile(name, text, language) : getSourceFile.call(host, name, language, ...rest);
  const program = ts.createProgram([probeName], options, host);
  const file = program.getSourceFile(probeName);
  if (file === undefined) throw new Error('no probe file');
  return { checker: program.getTypeChecker(), file };
}

const checkedByFramework = new Map(catalogue.map((framework) => [framework, checkedModules(framework)]));
const specifiers = [
  ...new Set(
    [...checkedByFramework.values()]
      .flat()
      .filter(({ module }) => module !== 'global')
      .map((each) => aliased(each.module, each.installed)),
  ),
];
const { checker, file } = probe(specifiers);
const walker = createTypeWalker(checker, file);
const modules = new Map<string, ts.Symbol | undefined>(
  file.statements.map((statement, index) => {
    if (!ts.isImportDeclaration(statement)) throw new Error('the probe holds imports only');
    return [specifiers[index] ?? '', checker.getSymbolAtLocation(statement.moduleSpecifier)];
  }),
);
const globals = new Map(
  checker
    .getSymbolsInScope(file, ts.SymbolFlags.Value | ts.SymbolFlags.Type)
    .map((symbol) => [symbol.name, symbol] as const),
);

const memo = new Map<string, Reached | undefined>();

/** What a concrete path of single names leads to in a module of one version; the length of the longest prefix that exists otherwise. */
function follow(checked: Checked, tokens: readonly string[]): Reached | undefined {
  const key = `${checked.installed.alias}|${checked.module}|${tokens.join('.')}`;
  if (memo.has(key)) return memo.get(key);
  const reached = followed(checked, tokens);
  memo.set(key, reached);
  return reached;
}

function followed(checked: Checked, tokens: readonly string[]): Reached | undefined {
  const last = tokens.at(-1);
  if (last === undefined) return undefined;
  if (checked.module === 'global' && tokens[0] === 'Member[jsx]' && tokens.length < 4) return jsxElement(tokens);
  if (tokens.length > 1) {
    const before = follow(checked, tokens.slice(0, -1));
    if (before === undefined) return undefined;
    const next = walker.step(before, last);
    return next.types.length === 0 && !next.open ? undefined : next;
  }
  const name = /^Member\[(.*)\]$/.exec(last)?.[1];
  if (checked.module === 'global') return name === undefined ? undefined : globalNamed(name);
  const symbol = modules.get(aliased(checked.module, checked.installed));
  if (symbol === undefined) return undefined;
  if (name !== undefined) return walker.exported(symbol, name);
  const whole = walker.exported(symbol, 'default');
  return whole === undefined ? undefined : walker.step(whole, last);
}

/** `Member[jsx].Member[div].Argument[0]`: the attributes of `<div>` as React declares them. */
function jsxElement([, element]: readonly string[]): Reached | undefined {
  const react = modules.get('react');
  const intrinsic = react === undefined ? undefined : walker.nested(react, ['JSX', 'IntrinsicElements']);
  return intrinsic === undefined || element === undefined ? intrinsic : walker.step(intrinsic, element);
}

function globalNamed(name: string): Reached | undefined {
  const symbol = globals.get(name);
  if (symbol === undefined) return undefined;
  const value = symbol.flags & ts.SymbolFlags.Value ? [checker.getTypeOfSymbolAtLocation(symbol, file)] : [];
  return { ...walker.reach(value), symbol };
}

/** `Member[a,b].Member[c]` → both concrete paths. */
function alternatives(path: string): readonly (readonly string[])[] {
  let paths: string[][] = [[]];
  for (const token of tokensOf(path)) {
    const [, kind = '', names] = /^(\w+)(?:\[(.*)\])?$/.exec(token) ?? [];
    const choices = names === undefined ? [token] : names.split(',').map((name) => `${kind}[${name.trim()}]`);
    paths = paths.flatMap((before) => choices.map((choice) => [...before, choice]));
  }
  return paths;
}

interface Verdict {
  readonly problems: readonly string[];
  readonly paths: number;
  readonly open: number;
}

function judge(framework: Framework, stated: StatedPath): Verdict {
  const checked = (checkedByFramework.get(framework) ?? []).filter(
    (each) =>
      (stated.module === undefined || each.module === stated.module) &&
      stated.versions.every((range) => versionHolds(range, each.installed.version)),
  );
  const concrete = alternatives(stated.path);
  const where = `${stated.row} → ${tokensOf(stated.path).slice(stated.own).join('.')}`;
  if (untypable.has(where)) return { problems: [], paths: 1, open: 1 };
  if (checked.length === 0) {
    return { problems: [`${where}: no checked version in range ${stated.versions.join(' ')}`], paths: 0, open: 0 };
  }
  const problems: string[] = [];
  const found = new Set<string>();
  let open = 0;
  // A row without a module holds for one of the framework's packages; it must hold there in every version.
  const byPackage = grouped(checked, (each) => each.installed.name);
  const missingByPackage = [...byPackage].map(([name, places]) => {
    const missing: string[] = [];
    for (const [alias, served] of grouped(places, (each) => each.installed.alias)) {
      let reached = false;
      for (const path of concrete) {
        for (const place of served) {
          const end = follow(place, path);
          if (end === undefined) continue;
          reached = true;
          if (end.open) open++;
          path.forEach((token, index) => found.add(`${String(index)} ${token}`));
          for (const value of stated.values ?? []) {
            if (!walker.accepts(end, value))
              problems.push(`${where}: ${alias} does not accept ${JSON.stringify(value)}`);
          }
        }
      }
      if (!reached)
        missing.push(`${where}: not in ${name}@${served[0]?.installed.version ?? ''}, ${longest(served, concrete)}`);
    }
    return { missing, all: grouped(places, (each) => each.installed.alias).size };
  });
  const satisfied = missingByPackage.some(({ missing, all }) =>
    stated.anyVersion === true ? missing.length < all : missing.length === 0,
  );
  if (!satisfied) problems.push(...missingByPackage.flatMap(({ missing }) => missing));
  else {
    for (const path of concrete) {
      path.forEach((token, index) => {
        if (index >= stated.own && !found.has(`${String(index)} ${token}`))
          problems.push(`${where}: ${token} is in no checked version`);
      });
    }
  }
  return { problems: [...new Set(problems)], paths: concrete.length * checked.length, open };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function longest(places: readonly Checked[], paths: readonly (readonly string[])[]): string {
  let best: readonly string[] = [];
  for (const place of places) {
    for (const path of paths) {
      let length = path.length;
      while (length > 0 && follow(place, path.slice(0, length)) === undefined) length--;
      if (length >= best.length) best = path.slice(0, length + 1);
    }
  }
  return `missing at ${best.slice(-2).join('.')}`;
}

/** What is wrong with a row for tool objects: no member of a tools list looks like it, or lacks what the row reads. */
function toolObjectProblems(framework: Framework, row: ToolObjectRow): readonly string[] {
  const lists = [...(framework.calls ?? []), ...(framework.agents ?? [])].flatMap(({ call, tools }) =>
    tools === undefined ? [] : alternatives(`${call}.${tools}.ArrayElement`),
  );
  const objects = (checkedByFramework.get(framework) ?? []).flatMap((place) =>
    lists.flatMap((path) => {
      const found = follow(place, path);
      const object = found === undefined ? undefined : walker.having(found, row.is.property, row.is.values);
      return object === undefined || object.types.length === 0 ? [] : [object];
    }),
  );
  const where = `${row.is.property}: ${row.is.values.join(', ')}`;
  if (objects.length === 0) return [`${where}: no tool of this kind`];
  const paths = [row.name, row.description, row.schema, row.handler, ...(row.gates ?? []).map(({ at }) => at)];
  const settings = (row.settings ?? []).flatMap(({ at, unless }) => [at, ...(unless ?? [])]);
  return [...paths, ...settings].flatMap((path) => {
    const reached = objects.some((object) => {
      let current: Reached = object;
      for (const token of tokensOf(path ?? '')) current = walker.step(current, token);
      return current.types.length > 0 || current.open;
    });
    return path === undefined || reached ? [] : [`${where}: no ${path}`];
  });
}

describe('catalogue rows exist in the type declarations', () => {
  it('imports every module that it checks', () => {
    expect([...modules].filter(([, symbol]) => symbol === undefined).map(([specifier]) => specifier)).toEqual([]);
  });

  it('leaves no framework unchecked in silence', () => {
    const unchecked = catalogue.filter((framework) => Object.keys(framework.checkedAgainst).length === 0);
    expect(unchecked.map((framework) => framework.id).sort()).toEqual([...uncheckedFrameworks].sort());
  });

  const counts = { paths: 0, open: 0 };
  for (const framework of catalogue) {
    if (Object.keys(framework.checkedAgainst).length === 0) continue;
    it(framework.id, () => {
      const verdicts = [...statedPaths(framework)].map((stated) => judge(framework, stated));
      for (const verdict of verdicts) {
        counts.paths += verdict.paths;
        counts.open += verdict.open;
      }
      expect([...new Set(verdicts.flatMap((verdict) => verdict.problems))]).toEqual([]);
    });
  }

  for (const framework of catalogue) {
    if (framework.toolObjects === undefined) continue;
    it(`${framework.id}: tools written as objects`, () => {
      expect((framework.toolObjects ?? []).flatMap((row) => toolObjectProblems(framework, row))).toEqual([]);
    });
  }

  it.each([
    ['an option that is not there', 'Member[generateText].Argument[0].Member[maxStepz]'],
    ['an export that is not there', 'Member[generateTexts]'],
    ['a further argument', 'Member[generateText].Argument[3]'],
    ['a member of a text', 'Member[generateText].ReturnValue.Member[text].Member[nothing]'],
    ['a result of an object', 'Member[generateText].ReturnValue.ReturnValue'],
  ])('finds nothing at %s', (_, path) => {
    const framework = catalogue.find(({ id }) => id === 'vercel-ai');
    if (framework === undefined) throw new Error('no framework vercel-ai');
    expect(judge(framework, { row: 'calls', module: undefined, versions: [], path, own: 0 }).problems).not.toEqual([]);
  });

  it('refuses values that the option does not take', () => {
    const framework = catalogue.find(({ id }) => id === 'claude-agent-sdk-js');
    if (framework === undefined) throw new Error('no framework claude-agent-sdk-js');
    const path = 'Member[query].Argument[0].Member[options].Member[permissionMode]';
    const stated = { row: 'settings', module: undefined, versions: [], path, own: 0 };
    expect(judge(framework, { ...stated, values: ['bypassPermissions'] }).problems).toEqual([]);
    expect(judge(framework, { ...stated, values: ['bypassEverything'] }).problems).not.toEqual([]);
  });

  it('reports how many paths end in any', () => {
    console.info(
      `catalogue: ${String(counts.paths)} paths checked, ${String(counts.open)} of them end in an untyped place`,
    );
    expect(counts.paths).toBeGreaterThan(0);
  });
});
