/**
 * Rows of the table of advisories from records of OSV (https://ossf.github.io/osv-schema), which GitHub's and PyPI's databases use too.
 * A record gives one row for each of the wanted packages that it is about; withdrawn records and those without versions give none.
 */
export function rowsOf(record, packages) {
  if (record.withdrawn !== undefined) return [];
  const id = [record.id, ...(record.aliases ?? [])].find((each) => each.startsWith('CVE-')) ?? record.id;
  const rows = packages.map((wanted) => {
    const about = (record.affected ?? []).filter(({ package: named }) => isSame(named, wanted));
    const ranges = about.flatMap((each) => (each.ranges ?? []).filter(({ type }) => type !== 'GIT').flatMap(affected));
    const versions = ranges.length > 0 ? [] : about.flatMap((each) => each.versions ?? []).map((each) => `==${each}`);
    return {
      id,
      ecosystem: wanted.ecosystem,
      package: wanted.package,
      affected: [...new Set([...ranges.map(({ range }) => range), ...versions])],
      fixed: [...new Set(ranges.flatMap(({ fixed }) => fixed ?? []))],
      what: summary(record),
      source: `https://osv.dev/vulnerability/${record.id}`,
    };
  });
  return rows.filter((row) => row.affected.length > 0);
}

/**
 * The table with what the rows say. What people wrote stays: names of flaws, order, and rows with a note altogether, for which
 * differences are only told. Rows that no record is about any more stay too.
 */
export function merged(table, rows, today) {
  const told = [];
  const keyOf = (row) => `${row.id} ${row.ecosystem} ${row.package}`;
  const fresh = new Map(rows.map((row) => [keyOf(row), row]));
  const advisories = table.advisories.map((old) => {
    const row = fresh.get(keyOf(old));
    fresh.delete(keyOf(old));
    if (row === undefined || JSON.stringify([row.affected, row.fixed]) === JSON.stringify([old.affected, old.fixed])) {
      return old;
    }
    told.push(`${keyOf(old)}: ${old.affected.join(' or ')} is ${row.affected.join(' or ')}`);
    return old.note === undefined ? { ...old, affected: row.affected, fixed: row.fixed, source: row.source } : old;
  });
  for (const row of fresh.values()) told.push(`${keyOf(row)}: new`);
  return { table: { ...table, checked: today, advisories: [...advisories, ...fresh.values()] }, told };
}

function isSame(named, wanted) {
  return named?.ecosystem === wanted.ecosystem && normal(named) === normal({ ...wanted, name: wanted.package });
}

function normal({ ecosystem, name }) {
  return ecosystem === 'PyPI' ? name.toLowerCase().replaceAll(/[-_.]+/g, '-') : name;
}

/** `introduced`, `fixed` and `last_affected` come in turns; `0` is the first version there is. */
function affected({ events }) {
  const out = [];
  let from;
  for (const event of events) {
    if (event.introduced !== undefined) from = event.introduced;
    const end = event.fixed !== undefined ? `<${event.fixed}` : event.last_affected && `<=${event.last_affected}`;
    if (!end || from === undefined) continue;
    out.push({ range: [...(from === '0' ? [] : [`>=${from}`]), end].join(','), fixed: event.fixed });
    from = undefined;
  }
  // Nothing repairs it.
  if (from !== undefined) out.push({ range: `>=${from}`, fixed: undefined });
  return out;
}

function summary({ details = '', summary: text = '' }) {
  const line = (text === '' ? details.split('\n')[0] : text).trim().replace(/\.$/, '');
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
