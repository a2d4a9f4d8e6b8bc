import type { GateOffer, GateOptionRow } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { ModelContext, ToolEntry, UserEntry } from '../entries.js';
import { attachedMiddleware } from './middleware.js';
import type { Middleware } from './middleware.js';
import { neededImport } from '../catalogue/needed-import.js';
import { optionHolder } from '../catalogue/option-holder.js';
import { follow } from '../catalogue/relative.js';
import { optionName } from '../agents/slots.js';
import { optionsSite } from '../catalogue/sites.js';
import { holdsFor } from '../catalogue/version-range.js';

/**
 * Ways to gate a tool with the framework's own options. The one on the tool comes first, because it holds wherever the tool
 * is used; where it is deprecated and a single user has another, that one does.
 */
export function gateOffers(context: ModelContext, entry: ToolEntry, users: readonly UserEntry[]): readonly GateOffer[] {
  const { program } = context;
  const { name } = entry.tool;
  const own = (deprecated: boolean): readonly GateOffer[] =>
    entry.gateRows
      .filter((row) => isDeprecated(row, entry) === deprecated)
      .flatMap((row) => offer(program, entry, row, name) ?? []);
  // Gates of calls and agents stand before code that runs here, not before what the provider runs.
  const gating = entry.tool.hosted === undefined || entry.handlers.length > 0 ? users : [];
  const outer = gating.flatMap((user) => [
    ...user.gateRows.flatMap((row) => offer(program, user, row, name) ?? []),
    ...attachedMiddleware(context, user).flatMap((middleware) => offerInside(program, middleware, name) ?? []),
  ]);
  const offers =
    gating.length === 1 ? [...own(false), ...outer, ...own(true)] : [...own(false), ...own(true), ...outer];
  const key = ({ property, options }: GateOffer): string =>
    `${options.span.file} ${String(options.span.start)} ${property}`;
  return [...new Map(offers.map((found) => [key(found), found])).values()];
}

function isDeprecated({ deprecated }: GateOptionRow, { provenance }: ToolEntry): boolean {
  const { framework, package: name, version } = provenance;
  return deprecated !== undefined && holdsFor(deprecated, version, framework, name);
}

/** The middleware is there already, but does not name the tool. */
function offerInside(program: Program, { call, row }: Middleware, tool: string | undefined): GateOffer | undefined {
  const { covers } = row;
  const map = covers?.shape === 'map' ? follow(program, call, covers.at).values[0] : undefined;
  const object = map && program.object(map.ref);
  if (covers?.insert === undefined || object === undefined || tool === undefined) return undefined;
  if (program.property(object, tool).values.length > 0) return undefined;
  const options = optionsSite(program, object);
  const title = `Require approval with ${optionName(covers.at)}`;
  return options && { property: covers.insert.replaceAll('$name', keyText(program, object, tool)), options, title };
}

function offer(
  program: Program,
  { provenance, ref, optionsAt: start = ref }: Pick<ToolEntry, 'provenance' | 'ref' | 'optionsAt'>,
  row: GateOptionRow,
  tool: string | undefined,
): GateOffer | undefined {
  if (row.insert === undefined || (tool === undefined && row.insert.includes('$name'))) return undefined;
  const property = row.insert.replaceAll('$name', keyText(program, start, tool ?? ''));
  const title = `Require approval with ${optionName(row.at).split('.').at(-1) ?? row.at}`;
  const present = follow(program, start, row.at).values[0];
  if (present) return row.shape === 'map' ? intoMap(program, present.ref, property, title, tool) : undefined;
  const object = optionHolder(program, start, row.at);
  const options = object === undefined ? undefined : optionsSite(program, object);
  if (options === undefined || row.insertImport === undefined) return options && { property, options, title };
  return { property, options, title, import: neededImport(row.insertImport, provenance.package) };
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

/** A name as a key, quoted where it is no identifier and always in Python. */
function keyText(program: Program, at: Ref, name: string): string {
  const bare = program.fileOf(at).facts.language !== 'python';
  return bare && /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
