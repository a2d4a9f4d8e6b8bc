import type { GateOffer, GateOptionRow } from '@leashlint/rules';
import type { Program, Ref } from '../program/program.js';
import type { ToolEntry, UserEntry } from './entries.js';
import { follow, followTokens } from './relative.js';
import { parsePath } from './access-path.js';
import { optionName } from './slots.js';
import { optionsSite } from './sites.js';

/** Ways to gate a tool with the framework's own options, the one on the tool first. */
export function gateOffers(program: Program, entry: ToolEntry, users: readonly UserEntry[]): readonly GateOffer[] {
  const own = entry.gateRows.flatMap((row) => offer(program, entry, row, entry.tool.name) ?? []);
  const outer = users.flatMap((user) =>
    user.gateRows.flatMap((row) => offer(program, user, row, entry.tool.name) ?? []),
  );
  return [...own, ...outer];
}

function offer(
  program: Program,
  { provenance, ref: start }: Pick<ToolEntry, 'provenance' | 'ref'>,
  row: GateOptionRow,
  tool: string | undefined,
): GateOffer | undefined {
  if (row.insert === undefined || (tool === undefined && row.insert.includes('$name'))) return undefined;
  const property = row.insert.replaceAll('$name', keyText(tool ?? ''));
  const title = `Require approval with ${optionName(row.at).split('.').at(-1) ?? row.at}`;
  const present = follow(program, start, row.at).values[0];
  if (present) return row.shape === 'map' ? intoMap(program, present.ref, property, title, tool) : undefined;
  const holder = followTokens(program, start, parsePath(row.at).slice(0, -1)).values[0];
  const object = holder && program.object(holder.ref);
  const options = object === undefined ? undefined : optionsSite(program, object);
  if (options === undefined || row.insertImport === undefined) return options && { property, options, title };
  return { property, options, title, import: { module: provenance.package, name: row.insertImport } };
}

/** The map exists: only the tool's entry is missing. */
function intoMap(
  program: Program,
  map: Ref,
  property: string,
  title: string,
  tool: string | undefined,
): GateOffer | undefined {
  const object = program.object(map);
  const entry = /^[^{]*\{\s*([^]*?)\s*\}\s*$/.exec(property)?.[1];
  if (object === undefined || entry === undefined || tool === undefined) return undefined;
  if (program.property(object, tool).values.length > 0) return undefined;
  const options = optionsSite(program, object);
  return options && { property: entry, options, title };
}

/** A name as an object key, quoted where it is no identifier. */
function keyText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
