import type { RelativePath, SinkKind, SourceRow } from '@leashlint/rules';
import type { Origin, Program, ProgramFile, Ref } from '../../program/program.js';
import { memberToken } from '../../program/api-path.js';
import { knownKeys } from '../../taint/keys.js';
import { isScope } from '../../taint/python-functions.js';
import type { CallSemantics, GuardSemantics, Semantics, SourceMark } from '../../taint/semantics.js';
import { memberName } from '../catalogue/access-path.js';
import { parsePath } from '../catalogue/access-path.js';
import type { CatalogueIndex } from '../catalogue/catalogue-index.js';
import { laterArguments } from '../catalogue/later-arguments.js';
import { filteredFor } from './character-filter.js';
import { isKept } from './kept-inputs.js';
import { isSent, providedFor } from '../schema/declared-parameters.js';
import { createLateEntryPoints } from './entry-points.js';
import { modelOutput } from './marks.js';
import { isOpenFile } from './open-files.js';
import { isFromFixedHost } from './fixed-host.js';
import type { Marks } from './marks.js';
import { comesFromProvider } from './provider-ids.js';
import { createRequestStates } from './request-state.js';
import { modelCallBehind } from '../agents/model-call-behind.js';
import { namedLike } from '../secrets/named-values.js';
import { personalData } from '../secrets/personal-data.js';
import { follow } from '../catalogue/relative.js';
import { retrievalInputs } from '../stores/retrieval-inputs.js';
import { handWrittenModel } from '../agents/hand-written-models.js';
import { handWrittenTool } from '../tools/hand-written-tools.js';
import { namedSecret } from '../secrets/named-secrets.js';
import { schemaCheck, schemaGuard } from '../schema/check.js';
import { isOwnAddress } from '../effects/own-address.js';

/** Answers the solver from the catalogue and from what the application declares. */
export function createSemantics(
  program: Program,
  index: CatalogueIndex,
  marks: Marks,
  early: ReadonlySet<ProgramFile> = new Set(program.files()),
): Semantics {
  return {
    reached: createLateEntryPoints(program, index, early),
    source: (ref, keys, sink) =>
      marks.at(ref, keys, sink) ??
      catalogueSource(program, index, marks, ref, keys, sink) ??
      personalData(program, ref, keys) ??
      handWrittenTool(program, index, ref, keys, sink) ??
      handWrittenModel(program, ref) ??
      namedSecret(program, ref, sink),
    call: (ref, keys, sink) => callSemantics(program, index, ref, keys ?? [], sink),
    guard: (call) => guardSemantics(program, index, call),
    provided: (parameter) => providedFor(program, index, parameter),
    requestState: createRequestStates(program, index),
  };
}

function catalogueSource(
  program: Program,
  index: CatalogueIndex,
  marks: Marks,
  ref: Ref,
  keys: readonly string[],
  sink: SinkKind | undefined,
): SourceMark | undefined {
  // An origin elsewhere is the solver's business: the way from there is part of the trace.
  const origins = program.origins(ref);
  const own = origins.filter(
    (origin): origin is Origin & { readonly kind: 'api' } => origin.kind === 'api' && origin.at === ref,
  );
  if (own.length === 0 || (sink === 'path' && isOpenFile(own, keys))) return undefined;
  const file = program.fileOf(ref);
  const match =
    index
      .match('sources', file, [...own, ...entriesOf(own, keys)])
      .find(
        ({ row }) =>
          (row.named === undefined || namedLike(own, row.named)) &&
          (row.whole !== true || keys.length === 0) &&
          (row.received !== true || own.some(isReceived)) &&
          (row.converted === undefined || !isNumberType(program, ref, row.converted)),
      ) ??
    index.match('sources', file, hasProjectMethod(program, ref) ? [] : own.flatMap(receiversOf)).find(
      ({ row }) =>
        row.named === undefined &&
        row.whole !== true &&
        // What was declared is asked of the parameter itself.
        row.declared === undefined &&
        (row.received !== true || own.some(isReceived)) &&
        (row.converted === undefined || !isNumberType(program, ref, row.converted)),
    );
  if (match !== undefined) {
    const { framework, row } = match;
    if (row.kind === 'model-output' && comesFromProvider(own, keys)) return undefined;
    // Of what is put into a store, only who chose it matters.
    if (sink === 'knowledge' && row.kind === 'retrieved') return undefined;
    // Who keeps a document says what file it comes from.
    if (row.kind === 'retrieved' && sink === 'path' && keys.includes('metadata')) return undefined;
    const served =
      row.kind === 'retrieved' && sink !== undefined && OF_PAGES.has(sink) && isFromFixedHost(program, ref);
    if (served && sink !== 'path') return undefined;
    if (row.filledBy !== undefined && isKept(program, ref, framework, row.filledBy)) return undefined;
    if (row.declared !== undefined && !isSent(program, index, ref, keys, { framework, carriers: row.declared }, sink))
      return undefined;
    return {
      kind: match.row.kind,
      label: sourceLabel(program, ref, keys, match.row),
      span: undefined,
      owner: undefined,
      ai: match.framework.ai,
      // One of several things that it may be: the others are not seen yet.
      ...(origins.length > 1 && { goesOn: true }),
      ...(match.row.objects !== undefined && { objects: match.row.objects }),
      // Names in what a service sends still are names that somebody else gave.
      ...((served || match.row.evidence !== undefined) && { evidence: 'likely' as const }),
    };
  }
  if (!index.isModelOutput(file, own) || comesFromProvider(own, keys)) return undefined;
  const call = modelCallBehind(program, ref, (candidate) => marks.modelCallAt(candidate) !== undefined);
  const modelCall = call === undefined ? undefined : marks.modelCallAt(call);
  return modelOutput(modelCall, modelCall?.name ?? 'a model call');
}

/** What is read from a scope with `scope.get('headers')`, which leaves no value of its own. */
function entriesOf(
  origins: readonly (Origin & { readonly kind: 'api' })[],
  [key]: readonly string[],
): readonly Origin[] {
  if (key === undefined || key.startsWith('*')) return [];
  return origins
    .filter(({ module, path }) => path.length === 3 && isScope(module, path))
    .map((origin) => ({ ...origin, path: [...origin.path, memberToken(key)] }));
}

/** Where what a service of the application answers is part of their protocol, while a page of anybody's choice is not. */
const OF_PAGES: ReadonlySet<SinkKind> = new Set(['prompt-system', 'path', 'sql', 'url']);

/** What a type says has `Instance` on its path, what a call makes has `ReturnValue` in Python. */
function isReceived({ path }: Origin & { readonly kind: 'api' }): boolean {
  return path.includes('Instance');
}

/** A call of a method that the project declares: what it gives is seen there. */
function hasProjectMethod(program: Program, ref: Ref): boolean {
  return program.value(ref).kind === 'call' && program.callees(ref).length > 0;
}

/** `request.args.get('page', type=int)` */
function isNumberType(program: Program, call: Ref, path: RelativePath): boolean {
  return follow(program, call, path).values.some(({ ref }) =>
    program.origins(ref).some((origin) => origin.kind === 'api' && NUMBER_TYPES.test(origin.path.join('.'))),
  );
}

/** A part of a request that is read as a number: no look-up of the text that it was. */
function isConverted(program: Program, index: CatalogueIndex, call: Ref): boolean {
  const file = program.fileOf(call);
  if (file.facts.language !== 'python') return false;
  const origins = program.origins(call).filter((origin) => origin.kind === 'api');
  return index
    .match('sources', file, [...origins, ...origins.flatMap(receiversOf)])
    .some(({ row }) => row.converted !== undefined && isNumberType(program, call, row.converted));
}

const NUMBER_TYPES = /^Member\[(?:int|float|bool|UUID|Decimal)\]$/;

/**
 * Methods that tell about an object or change it instead of reading from it, those that read through a callback, which
 * may let only some of it through, and those of texts, which may have come from elsewhere, too.
 */
const NO_READERS =
  /^(?:has|includes|set|append|delete|forEach|on|once|emit|close|pipe|bind|startsWith|endsWith|filter|find|findLast|map|flatMap|reduce|trim|trimStart|trimEnd|toLowerCase|toUpperCase|replaceAll|substring|strip|lstrip|rstrip|lower|upper|replace|split|rsplit|splitlines|partition|removeprefix|removesuffix|encode|decode)$/;

/** Methods of texts: their object has been read before, and the way from there is part of the trace. */
const OF_TEXTS =
  /^(?:trim(?:Start|End)?|replace(?:All)?|to(?:Locale)?(?:Lower|Upper)Case|slice|substr(?:ing)?|split|concat|normalize|pad(?:Start|End)|[lr]?strip|lower|upper|remove(?:prefix|suffix))$/;

/**
 * What a method was called on, from near to far: `request.headers.get('x')` reads from `request.headers`, and
 * `request.nextUrl.searchParams.get('x')` from `request.nextUrl`.
 */
function receiversOf(origin: Origin & { readonly kind: 'api' }): readonly Origin[] {
  const { path } = origin;
  const method = memberName(path.at(-2));
  if (path.at(-1) !== 'ReturnValue' || method === undefined || NO_READERS.test(method) || OF_TEXTS.test(method))
    return [];
  const receivers: Origin[] = [];
  for (let end = path.length - 2; end > 0; end--) {
    receivers.push({ ...origin, path: path.slice(0, end) });
    if (memberName(path[end - 1]) === undefined) break;
  }
  return receivers;
}

const LONGEST_LABEL = 60;

/** Requests are named by the code that reads them, everything else by what it is. */
function sourceLabel(program: Program, ref: Ref, keys: readonly string[], row: SourceRow): string {
  const text = program.fileOf(ref).text.slice(...program.value(ref).range);
  const known = knownKeys(keys);
  const code = [text.replaceAll(/\s+/g, ' '), ...known].join('.');
  const label = row.label ?? 'value from outside';
  if (code.length > LONGEST_LABEL || code === '') return label;
  if (program.value(ref).kind === 'parameter') return `\`${code}\` (${label})`;
  return row.kind === 'request' || row.kind === 'secret' || row.kind === 'sensitive' ? `\`${code}\`` : label;
}

function callSemantics(
  program: Program,
  index: CatalogueIndex,
  call: Ref,
  keys: readonly string[],
  sink: SinkKind | undefined,
): CallSemantics | undefined {
  const origins = calleeOrigins(program, call);
  if (origins === undefined) return undefined;
  const chosen = sink === 'knowledge' ? retrievalInputs(program, index, call, origins) : undefined;
  if (chosen !== undefined) return { kind: 'pass-through', from: chosen };
  const checked = schemaCheck(program, call, keys, sink);
  if (checked !== undefined) return checked;
  const filtered = filteredFor(program, call);
  if (filtered !== undefined && filtered.length > 0) return { kind: 'sanitizer', cleans: filtered };
  if (sink === 'url' && isOwnAddress(program, index, call, keys)) return { kind: 'sanitizer', cleans: ['url'] };
  const file = program.fileOf(call);
  if (isConverted(program, index, call)) return { kind: 'sanitizer', cleans: 'all' };
  const given = index.match('providers', file, origins).flatMap(({ row }) => resultsOf(program, call, row.function));
  if (given.length > 0) return { kind: 'pass-through', from: given, keys };
  // What a model answers is a source by itself; nothing else of its result is what it was asked.
  const answers = file.facts.language === 'python' ? index.match('calls', file, origins) : [];
  if (answers.some(({ row }) => row.prepares !== true)) return { kind: 'sanitizer', cleans: 'all' };
  const cleans = unite(index.match('sanitizers', file, origins).map(({ row }) => row.cleans));
  // A callee that may also be something else cleans nothing for sure.
  if (cleans !== undefined && origins.length === 1) return { kind: 'sanitizer', cleans };
  const passing = index.match('passThroughs', file, origins);
  if (passing.length === 0) {
    const others = isRequest(index, file, origins) || startsProgram(index, file, origins);
    return others ? { kind: 'sanitizer', cleans: 'all' } : undefined;
  }
  const from = passing
    .filter(({ row }) => row.to === undefined || carries(row.to, keys))
    .flatMap(({ row }) => row.from.flatMap((path) => inputsAt(program, call, path)));
  return { kind: 'pass-through', from: [...new Set(from)] };
}

const REQUEST = /^Member\[(?:get|post|put|patch|delete|head|options|request|stream|urlopen|fetch)\]$/;

/** What a server answers is not what it was sent: neither the address nor the key that goes with it. */
function isRequest(index: CatalogueIndex, file: ProgramFile, origins: readonly Origin[]): boolean {
  return (
    origins.length > 0 &&
    origins.every((origin) => origin.kind === 'api' && REQUEST.test(origin.path.at(-1) ?? '')) &&
    index.match('sinks', file, origins).some(({ row }) => row.kind === 'url')
  );
}

/** What a program prints is not what it was started with. */
function startsProgram(index: CatalogueIndex, file: ProgramFile, origins: readonly Origin[]): boolean {
  return (
    origins.length > 0 &&
    origins.every(({ kind }) => kind === 'api') &&
    index.match('sinks', file, origins).some(({ row }) => row.kind === 'shell' || row.kind === 'process-arguments')
  );
}

/** What the functions at a path give, by return or by yield. */
function resultsOf(program: Program, call: Ref, path: RelativePath): readonly Ref[] {
  return follow(program, call, path).values.flatMap(({ ref }) =>
    program.functions(ref).flatMap((fn) => {
      const { returns, yields } = program.function(fn);
      const file = program.fileOfFunction(fn);
      return [...returns.map(({ value }) => value), ...yields].flatMap((id) => (id < 0 ? [] : [program.ref(file, id)]));
    }),
  );
}

/** Whether the part of the result that is read is the one that carries the inputs. */
function carries(to: RelativePath, keys: readonly string[]): boolean {
  const [result, member] = parsePath(to);
  return result?.kind === 'ReturnValue' && member?.kind === 'Member' && member.names.includes(keys[0] ?? '');
}

function inputsAt(program: Program, call: Ref, path: RelativePath): readonly Ref[] {
  const [result, member, argument] = parsePath(path);
  if (result?.kind === 'ReturnValue' && member?.kind === 'Member' && argument?.kind === 'Argument') {
    return laterArguments(program, call, member.names, argument.positions);
  }
  return follow(program, call, path).values.map(({ ref }) => ref);
}

function guardSemantics(program: Program, index: CatalogueIndex, call: Ref): GuardSemantics | undefined {
  const checked = schemaGuard(program, call);
  if (checked !== undefined) return checked;
  const origins = calleeOrigins(program, call);
  if (origins?.length !== 1) return undefined;
  for (const { row } of index.match('guards', program.fileOf(call), origins)) {
    const argument = follow(program, call, row.argument).values[0]?.ref;
    if (argument !== undefined)
      return { argument, how: row.how, cleans: row.cleans, ...(row.part && { part: row.part }) };
  }
  return undefined;
}

function calleeOrigins(program: Program, call: Ref): readonly Origin[] | undefined {
  const value = program.value(call);
  return value.kind === 'call' ? program.origins(program.ref(program.fileOf(call), value.callee)) : undefined;
}

function unite(parts: readonly (readonly SinkKind[] | 'all')[]): readonly SinkKind[] | 'all' | undefined {
  if (parts.length === 0) return undefined;
  return parts.reduce<readonly SinkKind[] | 'all'>(
    (sum, part) => (sum === 'all' || part === 'all' ? 'all' : [...new Set([...sum, ...part])]),
    [],
  );
}
