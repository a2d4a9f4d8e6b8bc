import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Installed beside the project, never into it. Versions are those that npm finds within these ranges. */
const PACKAGES = {
  oxlint: '^1.94.0',
  eslint: '^10.15.0',
  'typescript-eslint': '^8.73.0',
  typescript: '~6.0.3',
  'eslint-plugin-security': '^4.1.0',
  secretlint: '^12.0.0',
  '@secretlint/secretlint-rule-preset-recommend': '^12.0.0',
  '@ast-grep/cli': '^0.51.0',
};

const CODE = '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs}';

const FILES = {
  'eslint-typescript.config.mjs': `import tseslint from 'typescript-eslint';
export default [...tseslint.configs.recommended.map((config) => ({ ...config, files: ['${CODE}'] }))];
`,
  'eslint-security.config.mjs': `import security from 'eslint-plugin-security';
import tseslint from 'typescript-eslint';
export default [{ ...security.configs.recommended, files: ['${CODE}'], languageOptions: { parser: tseslint.parser } }];
`,
  'secretlintrc.json': '{ "rules": [{ "id": "@secretlint/secretlint-rule-preset-recommend" }] }',
  'sgconfig.yml': 'ruleDirs: [rules]\n',
  'rules/eval.yml': ['ts', 'tsx', 'js']
    .map(
      (language) =>
        `id: eval-${language}\nlanguage: ${language}\nseverity: warning\nmessage: eval\nrule:\n  any:\n    - pattern: eval($A)\n    - pattern: $A.execSync($$$)\n    - pattern: fetch($$$)\n    - pattern: $A.query($$$)\n`,
    )
    .join('---\n'),
};

/**
 * Installs what leashlint is compared with into a folder for temporary files, or finds it there.
 * @returns {readonly { name: string, title: string, slow: boolean, command: readonly string[] }[]} commands to run in a repository
 */
export function installPeers() {
  const folder = path.join(os.tmpdir(), 'leashlint-bench-peers');
  fs.mkdirSync(path.join(folder, 'rules'), { recursive: true });
  const manifest = JSON.stringify({ private: true, dependencies: PACKAGES });
  const known = path.join(folder, 'package.json');
  const modules = path.join(folder, 'node_modules');
  if (!fs.existsSync(path.join(modules, 'secretlint')) || fs.readFileSync(known, 'utf8') !== manifest) {
    fs.writeFileSync(known, manifest);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    execFileSync(npm, ['install', '--no-audit', '--no-fund', '--silent'], { cwd: folder, stdio: 'inherit' });
  }
  for (const [file, text] of Object.entries(FILES)) fs.writeFileSync(path.join(folder, file), text);

  const version = (name) => JSON.parse(fs.readFileSync(path.join(modules, name, 'package.json'), 'utf8')).version;
  const program = (name, bin) => [process.execPath, path.join(modules, name, bin)];
  const report = path.join(folder, 'report');
  const eslint = (config) => [
    ...program('eslint', 'bin/eslint.js'),
    ...['.', '--config', path.join(folder, `eslint-${config}.config.mjs`), '--no-inline-config', '--format', 'json'],
    ...['--output-file', report],
  ];
  const globs = ['**/*.ts', '**/*.tsx', '**/*.js', '**/*.json'];
  return [
    {
      name: 'oxlint',
      title: `oxlint ${version('oxlint')}`,
      slow: false,
      command: program('oxlint', 'bin/oxlint'),
    },
    {
      name: 'ast-grep',
      title: `ast-grep ${version('@ast-grep/cli')}, 4 patterns`,
      slow: false,
      command: [astGrep(modules), 'scan', '--config', path.join(folder, 'sgconfig.yml'), '--json=stream'],
    },
    {
      name: 'eslint-typescript',
      title: `ESLint ${version('eslint')}, typescript-eslint ${version('typescript-eslint')} recommended`,
      slow: true,
      command: eslint('typescript'),
    },
    {
      name: 'eslint-security',
      title: `ESLint ${version('eslint')}, eslint-plugin-security ${version('eslint-plugin-security')}`,
      slow: true,
      command: eslint('security'),
    },
    {
      name: 'secretlint',
      title: `secretlint ${version('secretlint')}`,
      slow: true,
      command: [
        ...program('secretlint', 'bin/secretlint.js'),
        ...['--secretlintrc', path.join(folder, 'secretlintrc.json'), '--output', report, ...globs],
      ],
    },
  ];
}

/** The program itself, which a script of its package would put in place where scripts may run. */
function astGrep(modules) {
  const scope = path.join(modules, '@ast-grep');
  const binaries = fs.readdirSync(scope).filter((name) => name.startsWith('cli-'));
  const file = binaries.map((name) => path.join(scope, name, 'ast-grep')).find((one) => fs.existsSync(one));
  return file ?? path.join(modules, '.bin', 'ast-grep');
}
