// Bundles: dist/client.cjs (extension), dist/server.cjs (language server), dist/analysis.cjs (its thread), dist/cli.cjs,
// and the parts that they load when they need them. `--production` minifies, `--outdir=` puts them elsewhere.
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourcesDigest } from './scripts/sources-digest.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const production = process.argv.includes('--production');
const outdir = path.resolve(
  root,
  process.argv.find((argument) => argument.startsWith('--outdir='))?.slice(9) ?? 'dist',
);

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outExtension: { '.js': '.cjs' },
  outdir,
  conditions: ['development', 'module'],
  mainFields: ['module', 'main'],
  minify: production,
  sourcemap: !production,
  legalComments: 'none',
  logLevel: 'warning',
  // Files that are read at run time stand beside the bundle.
  define: { 'import.meta.dirname': '__dirname', LEASHLINT_SOURCES: JSON.stringify(sourcesDigest(root)) },
  // `import()` of a chunk becomes a `require` that runs when it is reached.
  supported: { 'dynamic-import': false },
};

/** Chunk name → entry file, filled while bundles are made. */
const chunks = new Map();

/** Every dynamic import of our own code is a bundle of its own, loaded on first use. @type {import('esbuild').Plugin} */
const splitting = {
  name: 'splitting',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^(\.|@leashlint\/)/ }, async ({ path: specifier, kind, resolveDir, pluginData }) => {
      if (kind !== 'dynamic-import' || pluginData === 'resolving') return undefined;
      const resolved = await resolve(specifier, { kind, resolveDir, pluginData: 'resolving' });
      if (resolved.errors.length > 0) return { errors: resolved.errors };
      const name = `chunk-${path.basename(resolved.path).replace(/\.\w+$/, '')}`;
      const known = chunks.get(name);
      if (known !== undefined && known !== resolved.path) {
        return { errors: [{ text: `Two chunks are called ${name}: ${known} and ${resolved.path}` }] };
      }
      chunks.set(name, resolved.path);
      return { path: `./${name}.cjs`, external: true };
    });
  },
};

const require = createRequire(import.meta.url);
const treeSitter = 'web-tree-sitter';
/** What the parser for Python reads when it starts. */
const shipped = [`${treeSitter}/web-tree-sitter.wasm`, 'tree-sitter-python/tree-sitter-python.wasm'];

/** Bundle → module. Parsers are most of the code, many runs never parse, and most parse one language. */
const parsers = { parser: 'frontends/typescript/parse', 'python-parser': 'frontends/python/front-end' };
await build({
  ...common,
  entryPoints: Object.fromEntries(Object.entries(parsers).map(([name, module]) => [name, `server/src/${module}.ts`])),
  // The one that is a module asks where it was loaded from in a way that only modules can.
  alias: { [treeSitter]: require.resolve(treeSitter) },
  minify: true,
  sourcemap: false,
});
for (const file of shipped) copyFileSync(require.resolve(file), path.join(outdir, path.basename(file)));

/** These modules become stand-ins that load the bundle with the first call. @type {import('esbuild').Plugin} */
const lazyParsers = {
  name: 'lazy-parsers',
  setup({ onResolve, onLoad }) {
    for (const [name, module] of Object.entries(parsers)) {
      const namespace = `lazy-${name}`;
      const wanted = path.join(root, 'server/src', `${module}.ts`);
      const bundle = `./${name}.cjs`;
      onResolve({ filter: new RegExp(`/${path.basename(module)}\\.js$`) }, ({ path: specifier, resolveDir }) =>
        path.resolve(resolveDir, specifier).replace(/\.js$/, '.ts') === wanted
          ? { path: module, namespace }
          : undefined,
      );
      onResolve({ filter: /^\.\/[\w-]+\.cjs$/, namespace }, ({ path: file }) => ({ path: file, external: true }));
      onLoad({ filter: /./, namespace }, () => ({
        contents: Object.entries(require(path.join(outdir, bundle)))
          .map(
            ([exported, value]) => `export const ${exported} = ${standIn(value, `require('${bundle}').${exported}`)};`,
          )
          .join('\n'),
      }));
    }
  },
};

/** Code for what behaves like an export of a bundle that `access` loads: a function, or an object of functions and data. */
function standIn(value, access) {
  if (typeof value === 'function') return `(...args) => ${access}(...args)`;
  const methods = Object.keys(value).filter((key) => typeof value[key] === 'function');
  return `{
    ...${JSON.stringify(value)},
    ${methods.map((method) => `${method}: (...args) => ${access}.${method}(...args),`).join('\n')}
  }`;
}

const own = { ...common, plugins: [splitting, lazyParsers] };

const entries = {
  cli: 'server/src/cli/main.ts',
  server: 'server/src/lsp/entry.ts',
  analysis: 'server/src/lsp/analysis/thread-entry.ts',
};
for (const [name, file] of Object.entries(entries)) {
  if (!existsSync(path.join(root, file))) continue;
  const banner = name === 'cli' ? { js: '#!/usr/bin/env node' } : {};
  await build({ ...own, entryPoints: { [name]: file }, banner });
}
if (existsSync(path.join(root, 'client/src/extension.ts'))) {
  await build({ ...common, entryPoints: { client: 'client/src/extension.ts' }, external: ['vscode'] });
}

const built = new Set();
while (built.size < chunks.size) {
  const entryPoints = Object.fromEntries([...chunks].filter(([name]) => !built.has(name)));
  for (const name of Object.keys(entryPoints)) built.add(name);
  await build({ ...own, entryPoints });
}

// What an earlier build left behind. Nothing is removed before, so that a program that runs meanwhile finds its chunks.
const made = new Set([...Object.keys(parsers), 'client', ...Object.keys(entries), ...built]);
for (const file of readdirSync(outdir).filter((name) => /\.cjs(?:\.map)?$/.test(name))) {
  if (!made.has(file.replace(/\.cjs(?:\.map)?$/, ''))) rmSync(path.join(outdir, file), { recursive: true });
}
