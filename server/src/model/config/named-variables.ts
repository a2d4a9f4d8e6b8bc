import type { Repair, Span, TextEdit } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { lineRemoval } from './removals.js';
import { entriesOf, select, type Selected } from './select.js';

/**
 * For clients that name variables instead of writing references (`env_vars`, `bearer_token_env_var`, `env_http_headers`): takes the
 * literal out of `env` or `http_headers` and names the variable beside it. Undefined for layouts in which that is no small edit.
 */
export function namedVariable(program: Program, server: Ref, secret: Ref, variable: string): Repair | undefined {
  for (const holder of ['env', 'http_headers']) {
    const [table] = select(program, server, [holder]);
    const entry = select(program, server, [holder, '*']).find(({ value }) => value === secret);
    if (table === undefined || entry === undefined) continue;
    const key = entry.keys.at(-1) ?? '';
    const named = holder === 'env' ? key : variable;
    const line = lineFor(program, holder, key, secret, named);
    if (line === undefined || entriesOf(program, server).some((each) => each.entry.key === line.key)) return undefined;
    const edits = moved(program, server, table, entry, line.text);
    return edits && { title: `Read ${named} from the environment`, edits };
  }
  return undefined;
}

function lineFor(
  program: Program,
  holder: string,
  key: string,
  secret: Ref,
  variable: string,
): { readonly key: string; readonly text: string } | undefined {
  if (holder === 'env') return { key: 'env_vars', text: `env_vars = ["${variable}"]` };
  const value = program.value(secret);
  const bearer = value.kind === 'literal' && /^Bearer\s+\S+$/i.test(String(value.value));
  if (/^authorization$/i.test(key)) {
    return bearer ? { key: 'bearer_token_env_var', text: `bearer_token_env_var = "${variable}"` } : undefined;
  }
  return { key: 'env_http_headers', text: `env_http_headers = { "${key}" = "${variable}" }` };
}

/** The line takes the place of an inline table with one entry; it follows the last line of the server where the table is its own. */
function moved(
  program: Program,
  server: Ref,
  table: Selected,
  entry: Selected,
  line: string,
): readonly TextEdit[] | undefined {
  const tableSpan = pairSpan(program, table);
  const entrySpan = pairSpan(program, entry);
  if (tableSpan === undefined || entrySpan === undefined) return undefined;
  const text = program.fileOf(server).text;
  const alone = entriesOf(program, table.value).length === 1;
  if (text.charAt(tableSpan.start) !== '[') return alone ? [{ span: tableSpan, text: line }] : undefined;
  const own = entriesOf(program, server)
    .map(({ at, entry: each }) => program.spanOfRange(program.fileOf(at), each.range))
    .filter(({ start }) => text.charAt(start) !== '[')
    .at(-1);
  const removed = lineRemoval(text, alone ? [tableSpan.start, entrySpan.end] : [entrySpan.start, entrySpan.end]);
  if (own === undefined || removed === undefined || own.end > removed[0]) return undefined;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return [
    { span: { ...own, start: own.end }, text: `${eol}${line}` },
    { span: { ...own, start: removed[0], end: removed[1] }, text: '' },
  ];
}

function pairSpan(program: Program, { holder, value }: Selected): Span | undefined {
  return holder !== undefined && 'object' in holder
    ? program.spanOfRange(program.fileOf(value), holder.entry.range)
    : undefined;
}
