import type { Effect } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { memberName } from '../catalogue/access-path.js';
import type { ToolDraft } from '../drafts.js';
import type { ReachedEffect } from './effects.js';
import { follow } from '../catalogue/relative.js';
import { inputParts } from '../tools/tool-input.js';
import { wayBack } from '../flow/way-back.js';

type Change = Effect['change'];

/**
 * What an effect does to things that last. What the model has no say in is housekeeping as often as it is the purpose
 * (a cache, a lock, a counter), so that it stays `unknown`.
 */
export function changeOf(program: Program, reached: ReachedEffect, draft: Pick<ToolDraft, 'inputs'>): Change {
  const { effect, call } = reached;
  const change = byKind(program, reached);
  if (change === 'none' || change === 'unknown') return change;
  if (effect.kind === 'fs-write' || effect.kind === 'fs-delete') {
    if (effect.kind === 'fs-delete' && isTakenBack(program, call)) return 'none';
    if (reached.sinks.some(({ value }) => isTemporary(program, value, reached.visit.by))) return 'none';
    return reached.sinks.some(({ value }) => fromInput(program, value, reached, draft)) ? change : 'unknown';
  }
  return argumentsOf(program, call).some((value) => fromInput(program, value, reached, draft)) ? change : 'unknown';
}

/** What an exception handler removes is what the failed work has left. */
function isTakenBack(program: Program, call: Ref): boolean {
  const [start, end] = program.value(call).range;
  const { handlers } = program.function(program.functionOf(call));
  return handlers?.some(({ handler }) => handler[0] <= start && end <= handler[1]) === true;
}

function fromInput(program: Program, value: Ref, reached: ReachedEffect, draft: Pick<ToolDraft, 'inputs'>): boolean {
  return inputParts(program, value, draft.inputs, reached.visit.by).length > 0;
}

function byKind(program: Program, reached: ReachedEffect): Change {
  const { effect } = reached;
  if (effect.change !== 'unknown') return effect.change;
  const name = lastName(effect.callee);
  switch (effect.kind) {
    case 'fs-write':
      return /^(?:mkdtemp|chmod|chown|utimes)/.test(name)
        ? 'none'
        : /^(?:append|mkdir)/.test(name)
          ? 'adds'
          : 'overwrites';
    case 'fs-delete':
      return 'removes';
    case 'db-write':
    case 'deploy':
    case 'identity':
    case 'message':
      return byName(name);
    case 'mail':
    case 'pay':
      return 'adds';
    case 'sql':
      return byStatement(program, reached);
    case 'http':
      return byMethod(program, reached, name);
    default:
      return 'unknown';
  }
}

function lastName(callee: string): string {
  return callee.split('.').at(-1) ?? '';
}

/** The catalogue has matched the call; its name says which of the row's deeds it is. */
function byName(name: string): Change {
  const word = name.toLowerCase();
  if (
    /^(?:del$|delete|remove|destroy|drop|truncate|clear|terminate|trash|kick|ban|batchdelete|bulkdelete|findoneanddelete|findbyidanddelete)/.test(
      word,
    )
  )
    return 'removes';
  if (/^(?:update|upsert|replace|put|set|merge|move|transfer|findbyidandupdate|bulkwrite)/.test(word))
    return 'overwrites';
  return 'adds';
}

const STATEMENTS: readonly (readonly [RegExp, Change])[] = [
  [/^\s*(?:delete|drop|truncate)\b/i, 'removes'],
  [/^\s*(?:update|replace|merge|alter)\b/i, 'overwrites'],
  [/^\s*insert\b/i, 'adds'],
  [/^\s*(?:select|show|explain|describe|pragma)\b/i, 'none'],
];

/** The first word of statements that are written in the code, in the function or on the way to it. */
function byStatement(program: Program, { sinks, visit }: ReachedEffect): Change {
  const changes = sinks.flatMap(({ value }) =>
    valuesOf(program, value, visit.by).map((at): Change => {
      const text = leadOf(program, at);
      return STATEMENTS.find(([pattern]) => text !== undefined && pattern.test(text))?.[1] ?? 'unknown';
    }),
  );
  return worst(changes);
}

/** What a value is, itself or what is passed for it by the calls that lead to its function. */
function valuesOf(program: Program, value: Ref, by: readonly Ref[]): readonly Ref[] {
  return wayBack(program, value, by).flatMap(({ ref, same, keys }) => (same && keys.length === 0 ? [ref] : []));
}

/** The literal text that a value starts with. */
function leadOf(program: Program, ref: Ref): string | undefined {
  const value = program.value(ref);
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : undefined;
  const [first] = value.kind === 'template' ? value.parts : [];
  return typeof first === 'string' ? first : undefined;
}

const METHODS: Readonly<Record<string, Change>> = {
  get: 'none',
  head: 'none',
  options: 'none',
  put: 'overwrites',
  patch: 'overwrites',
  delete: 'removes',
};

/** `axios.delete(url)`, `fetch(url, { method: 'DELETE' })`. A POST may search as well as write. */
function byMethod(program: Program, { call, visit }: ReachedEffect, name: string): Change {
  const named = METHODS[name];
  if (named !== undefined) return named;
  const { values } = follow(program, call, 'Argument[0..1].Member[method]');
  return worst(
    values.flatMap(({ ref }) =>
      valuesOf(program, ref, visit.by).flatMap((at) => {
        const method = program.value(at);
        return method.kind === 'literal' ? (METHODS[String(method.value).toLowerCase()] ?? 'unknown') : [];
      }),
    ),
  );
}

const ORDER: readonly Change[] = ['unknown', 'none', 'adds', 'overwrites', 'removes'];

function worst(changes: readonly Change[]): Change {
  return changes.reduce<Change>((a, b) => (ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a), 'unknown');
}

export function argumentsOf(program: Program, call: Ref): readonly Ref[] {
  const value = program.value(call);
  if (value.kind !== 'call') return [];
  const file = program.fileOf(call);
  return value.arguments.map((argument) => program.ref(file, argument.value));
}

const TEMPORARY = /^(?:tmp|tmp-promise|temp|tempy|tempfile|temp-dir|python:tempfile)$/;

/** A path in the system's folder for temporary files. */
export function isTemporary(program: Program, path: Ref, by: readonly Ref[]): boolean {
  return wayBack(program, path, by).some(({ ref }) => {
    const { kind } = program.value(ref);
    if (kind !== 'call' && kind !== 'import' && kind !== 'member') return false;
    return program.origins(ref).some((origin) => {
      if (origin.kind !== 'api') return false;
      if (TEMPORARY.test(origin.module)) return true;
      const names = origin.path.map(memberName);
      return (
        (origin.module === 'os' && names.includes('tmpdir')) ||
        names.some((name) => name?.startsWith('mkdtemp') === true)
      );
    });
  });
}
