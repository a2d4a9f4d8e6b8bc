import type { DownloadRow } from '@leashlint/rules';
import type { Origin, Program, Ref } from '../../program/program.js';
import type { Match } from '../catalogue/catalogue-index.js';
import type { ModelContext } from '../entries.js';
import { follow } from '../catalogue/relative.js';

/** Where bytes, or the file that has them, come from: the ends of the ways back through readers, joined paths and wrappers. */
export type Leaf =
  | { readonly kind: 'download'; readonly call: Ref; readonly match: Match<'downloads'> }
  | { readonly kind: 'artifact'; readonly call: Ref; readonly match: Match<'artifacts'> }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'parameter'; readonly ref: Ref }
  | { readonly kind: 'unknown' };

const MAX_DEPTH = 10;
const MAX_LEAVES = 24;

export function leavesOf(context: ModelContext, ref: Ref): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const seen = new Set<Ref>();
  const visit = (at: Ref, depth: number): void => {
    if (seen.has(at) || leaves.length >= MAX_LEAVES) return;
    seen.add(at);
    if (depth > MAX_DEPTH) leaves.push({ kind: 'unknown' });
    else for (const origin of context.program.origins(at)) leaf(origin, depth);
  };
  const leaf = (origin: Origin, depth: number): void => {
    const { program } = context;
    const value = program.value(origin.at);
    const file = program.fileOf(origin.at);
    const local = (id: number): Ref => program.ref(file, id);
    if (origin.kind === 'api') {
      const fetched = fetchedAt(context, origin);
      if (fetched !== undefined) return void leaves.push(fetched);
      const inputs = inputsOfReader(context, origin.at);
      if (inputs === undefined) return void leaves.push({ kind: 'unknown' });
      for (const input of inputs) visit(input, depth + 1);
      return;
    }
    if (origin.kind === 'value') {
      if (value.kind === 'literal') return void leaves.push({ kind: 'literal', text: String(value.value) });
      if (value.kind === 'template') {
        for (const part of value.parts) {
          if (typeof part === 'string') leaves.push({ kind: 'literal', text: part });
          else visit(local(part), depth + 1);
        }
        return;
      }
      if (value.kind === 'operation' && value.operator === '/') {
        for (const input of value.inputs) visit(local(input), depth + 1);
        return;
      }
    }
    leaves.push(value.kind === 'parameter' ? { kind: 'parameter', ref: origin.at } : { kind: 'unknown' });
  };
  visit(ref, 0);
  return leaves;
}

/** The call that fetched a value, if one did. */
function fetchedAt(context: ModelContext, origin: Origin): Leaf | undefined {
  const { program, catalogue } = context;
  const file = program.fileOf(origin.at);
  const [content] = catalogue.match('downloads', file, [origin]);
  const call = content === undefined ? undefined : callBehind(context, origin.at, content.row);
  if (content !== undefined && call !== undefined) return { kind: 'download', call, match: content };
  if (program.value(origin.at).kind !== 'call') return undefined;
  const callee = calleeOf(program, origin.at);
  const [artifact] = catalogue.match('artifacts', file, callee);
  if (artifact?.row.gives === 'path') return { kind: 'artifact', call: origin.at, match: artifact };
  const [download] = catalogue.match('downloads', file, callee);
  if (download?.row.content !== undefined && download.row.content.length === 0)
    return { kind: 'download', call: origin.at, match: download };
  return undefined;
}

/** From `requests.get(url).content` to the call that has the address. */
function callBehind({ program, catalogue }: ModelContext, at: Ref, row: DownloadRow): Ref | undefined {
  let ref: Ref | undefined = at;
  for (let step = 0; step < 6 && ref !== undefined; step++) {
    const value = program.value(ref);
    const file = program.fileOf(ref);
    if (value.kind === 'call') {
      const callee = calleeOf(program, ref);
      if (catalogue.match('downloads', file, callee).some((match) => match.row === row) && hasUrl(program, ref, row))
        return ref;
      const target = program.value(program.ref(file, value.callee));
      ref = target.kind === 'member' ? program.ref(file, target.object) : undefined;
    } else if (value.kind === 'member') ref = program.ref(file, value.object);
    else if (value.kind === 'await') ref = program.ref(file, value.value);
    else {
      const next: Origin | undefined = program.origins(ref)[0];
      ref = next === undefined || next.at === ref ? undefined : next.at;
    }
  }
  return undefined;
}

function hasUrl(program: Program, call: Ref, row: DownloadRow): boolean {
  return follow(program, call, row.url).values.length > 0;
}

/** What a call that reads a file, joins a path or unwraps bytes gets; undefined if it is another call. */
export function inputsOfReader({ program, catalogue }: ModelContext, at: Ref): readonly Ref[] | undefined {
  const value = program.value(at);
  const file = program.fileOf(at);
  if (value.kind === 'member') {
    // `Path(x).parent` and the like stay below what they were made of.
    const object = program.ref(file, value.object);
    const [origin] = program.origins(object);
    return origin?.kind === 'api' && origin.at !== at ? inputsOfReader({ program, catalogue }, origin.at) : undefined;
  }
  if (value.kind !== 'call') return undefined;
  const rows = catalogue.match('fileReaders', file, calleeOf(program, at));
  if (rows.length === 0) return undefined;
  return rows.flatMap(({ row }) => row.of.flatMap((path) => follow(program, at, path).values.map(({ ref }) => ref)));
}

export function calleeOf(program: Program, call: Ref): readonly Origin[] {
  const value = program.value(call);
  return value.kind === 'call' ? program.origins(program.ref(program.fileOf(call), value.callee)) : [];
}
