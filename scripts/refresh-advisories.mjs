// Compares the table of advisories with OSV, and writes what is new into scripts/advisories/advisories.json:
//   node scripts/refresh-advisories.mjs                    # asks api.osv.dev about the packages of the table
//   node scripts/refresh-advisories.mjs FOLDER|FILE.json…  # reads stored records, as https://github.com/github/advisory-database has them
// Read the difference: names of flaws are written by hand, and a row with a note stays as it is. Then run `npm run generate`.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { merged, rowsOf } from './advisories/osv.mjs';

const file = path.join(import.meta.dirname, 'advisories/advisories.json');
const table = JSON.parse(readFileSync(file, 'utf8'));
const packages = [
  ...new Map(
    table.advisories.map(({ ecosystem, package: name }) => [`${ecosystem} ${name}`, { ecosystem, package: name }]),
  ).values(),
];

const stored = process.argv.slice(2);
const records = stored.length > 0 ? stored.flatMap(recordsBelow) : await recordsOfOsv();
const { table: next, told } = merged(
  table,
  records.flatMap((record) => rowsOf(record, packages)),
  new Date().toISOString().slice(0, 10),
);
writeFileSync(file, await format(JSON.stringify(next), { ...(await resolveConfig(file)), filepath: file }));
for (const line of told) console.log(line);
console.log(`${records.length} records, ${told.length} differences`);

function recordsBelow(place) {
  if (statSync(place).isFile()) return [JSON.parse(readFileSync(place, 'utf8'))];
  return readdirSync(place, { recursive: true })
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(path.join(place, name), 'utf8')));
}

async function recordsOfOsv() {
  const all = new Map();
  for (const { ecosystem, package: name } of packages) {
    for (let token; ;) {
      const response = await fetch('https://api.osv.dev/v1/query', {
        method: 'POST',
        body: JSON.stringify({ package: { ecosystem, name }, ...(token === undefined ? {} : { page_token: token }) }),
        signal: AbortSignal.timeout(30_000),
      });
      if (!response.ok) throw new Error(`OSV answers ${response.status} about ${name}`);
      const answer = await response.json();
      for (const record of answer.vulns ?? []) all.set(record.id, record);
      token = answer.next_page_token;
      if (token === undefined) break;
    }
  }
  return [...all.values()];
}
