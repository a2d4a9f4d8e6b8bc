/** What chooses, bounds or sums up. */
const BOUNDED =
  /\b(?:where|limit|having|fetch\s+(?:first|next)|group\s+by|distinct|union|intersect|except|tablesample|sample|match)\b|\btop\s*\(?\s*[\d@:$]|\b(?:count|sum|avg|min|max|bool_or|bool_and|exists)\s*\(/i;
const CATALOGUES =
  /^(?:information_schema|pg_\w*|sqlite_\w+|sys|mysql|performance_schema|duckdb_\w+|all_tables|user_tables|svv_\w+)$/i;

/** The table that a statement reads from end to end; undefined for any other statement. */
export function wholeTable(statement: string): string | undefined {
  const text = statement.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ').trim();
  if (!/^select\b/i.test(text) || BOUNDED.test(text)) return undefined;
  const from = /\bfrom\s+([\w."`[\]]+)(?!\s*\(|[\w."`[\]])/i.exec(text)?.[1];
  if (from === undefined) return undefined;
  const names = from.replaceAll(/["`[\]]/g, '').split('.');
  return names.some((name) => CATALOGUES.test(name)) ? undefined : names.at(-1);
}
