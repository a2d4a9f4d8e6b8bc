import type { SourceKind } from '@leashlint/rules';
import type { Origin, Ref } from '../../program/program.js';
import { memberName } from '../catalogue/access-path.js';
import type { ModelContext } from '../entries.js';
import { receiverOf } from './way-back.js';

/** Whether a value is the same in every run of the application, its configuration included. */
export type Dependence = 'fixed' | 'varies';

const MAX_DEPTH = 8;
const BY_OTHERS: ReadonlySet<SourceKind> = new Set(['request', 'tool-input', 'model-output', 'session', 'local']);

/**
 * Looks through names, objects, lists, texts and what calls of packages get. What was not resolved varies, and so does what a
 * call says that asks who is signed in.
 */
export function dependenceOf(context: ModelContext, ref: Ref, depth = 0): Dependence {
  const { program } = context;
  if (depth > MAX_DEPTH) return 'varies';
  const origins = program.origins(ref);
  if (origins.length === 0) return 'varies';
  return origins.every((origin) => ofOrigin(context, origin, depth) === 'fixed') ? 'fixed' : 'varies';
}

function ofOrigin(context: ModelContext, origin: Origin, depth: number): Dependence {
  const { program } = context;
  if (origin.kind === 'module') return 'fixed';
  if (origin.kind === 'unknown') return ofParameter(context, origin.at, depth);
  if (origin.kind === 'api') return ofApi(context, origin, depth);
  const value = program.value(origin.at);
  const file = program.fileOf(origin.at);
  const all = (ids: readonly number[]): Dependence =>
    ids.every((id) => dependenceOf(context, program.ref(file, id), depth + 1) === 'fixed') ? 'fixed' : 'varies';
  switch (value.kind) {
    case 'literal':
    case 'regex':
    case 'function':
    case 'class':
      return 'fixed';
    case 'template':
      return all(value.parts.filter((part) => typeof part !== 'string'));
    case 'array':
      return all(value.items.map((item) => ('value' in item ? item.value : item.spread)));
    case 'object':
      return all(value.entries.flatMap((entry) => ('spread' in entry ? [entry.spread] : [entry.value])));
    default:
      return 'varies';
  }
}

/** Its known callers all pass something fixed. */
function ofParameter(context: ModelContext, at: Ref, depth: number): Dependence {
  const { program } = context;
  if (program.value(at).kind !== 'parameter') return 'varies';
  const inputs = program.parameterInputs(at);
  return inputs.length > 0 && inputs.every((input) => dependenceOf(context, input, depth + 1) === 'fixed')
    ? 'fixed'
    : 'varies';
}

function ofApi(context: ModelContext, origin: Origin & { readonly kind: 'api' }, depth: number): Dependence {
  const { program, catalogue } = context;
  const { module, path, at } = origin;
  if (path.some((token) => token.startsWith('Parameter'))) return 'varies';
  if (isConfiguration(module, path)) return 'fixed';
  const sources = catalogue.match('sources', program.fileOf(at), [origin]);
  if (sources.some(({ row }) => BY_OTHERS.has(row.kind))) return 'varies';
  const made = path.findLastIndex((token) => token === 'ReturnValue' || token === 'Instance');
  if (made < 0) return isOfRun(path) ? 'varies' : 'fixed';
  const value = program.value(at);
  if (made < path.length - 1 || value.kind !== 'call') return 'varies';
  const callee: Origin = { ...origin, path: path.slice(0, -1) };
  const checks = catalogue.match('requestChecks', program.fileOf(at), [callee]);
  if (checks.some(({ row }) => row.does === 'authenticates' || row.does === 'may')) return 'varies';
  return dependenceOfCall(context, at, depth);
}

/** What a call of a package gets, and what the object of the method was made with. */
export function dependenceOfCall(context: ModelContext, call: Ref, depth = 0): Dependence {
  const { program } = context;
  const value = program.value(call);
  if (value.kind !== 'call') return 'varies';
  const file = program.fileOf(call);
  const given = value.arguments.map((argument) => program.ref(file, argument.value));
  const receiver = receiverOf(program, call);
  const parts = receiver === undefined ? given : [...given, receiver];
  return parts.every((part) => dependenceOf(context, part, depth + 1) === 'fixed') ? 'fixed' : 'varies';
}

/** `current_user.id`, `session_state.key`: what a package keeps for the run. Classes, their constants and functions are fixed. */
function isOfRun(path: readonly string[]): boolean {
  const names = path.map((token) => memberName(token) ?? '');
  return names.length > 1 && names.every((name) => /^[a-z_]/.test(name));
}

/** A variable of the environment. */
function isConfiguration(module: string, path: readonly string[]): boolean {
  const [first, second] = path;
  if (module === 'global') return first === 'Member[process]' || first === 'Member[Deno]' || first === 'Member[Bun]';
  return (
    /(?:^|:)os$/.test(module) && (first === 'Member[environ]' || first === 'Member[getenv]' || second === 'Member[env]')
  );
}
