// Adds wheels to those whose sources the catalogue's rows are checked against, by version and hash:
//   node scripts/pin-python-package.mjs fastmcp-slim==4.2.1 'mcp<2'
// pip downloads them into the cache that the check reads; a wheel for all platforms is preferred. Nothing is installed or run.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const listFile = path.join(root, 'rules/test/catalogue/python/packages.json');
const cache = path.join(root, 'node_modules/.cache/leashlint-python');
const wanted = process.argv.slice(2);
if (wanted.length === 0) throw new Error('which package?');

const platforms = ['any', 'manylinux_2_17_x86_64', 'manylinux2014_x86_64', 'manylinux_2_28_x86_64'];
const list = JSON.parse(readFileSync(listFile, 'utf8'));
mkdirSync(cache, { recursive: true });
for (const requirement of wanted) {
  const folder = mkdtempSync(path.join(cache, 'new-'));
  const options = ['--no-deps', '--only-binary=:all:', '--python-version', '3.13', '--quiet', '--dest', folder];
  const download = (names) =>
    execFileSync(
      'python3',
      ['-m', 'pip', 'download', ...options, ...names.flatMap((each) => ['--platform', each]), requirement],
      { stdio: ['ignore', 'inherit', 'pipe'] },
    );
  try {
    download(platforms.slice(0, 1));
  } catch {
    download(platforms);
  }
  const [file] = readdirSync(folder);
  const bytes = readFileSync(path.join(folder, file));
  const [name, version] = file.split('-');
  renameSync(path.join(folder, file), path.join(cache, file));
  rmdirSync(folder);
  const entry = {
    name: name.replaceAll('_', '-').toLowerCase(),
    version,
    file,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  const known = list.findIndex((each) => each.file === file);
  if (known < 0) list.push(entry);
  else list[known] = { ...list[known], ...entry };
  console.log(`${entry.name} ${entry.version}: ${file}, ${(bytes.length / 1e6).toFixed(1)} MB`);
}
list.sort((a, b) => (a.file < b.file ? -1 : 1));
writeFileSync(listFile, `${JSON.stringify(list, null, 2)}\n`);
