import type { SinkKind } from '@leashlint/rules';
import { createGuardCheck, type GuardCheck } from '../../taint/guard-check.js';
import type { FunctionRef, Program, Ref } from '../../program/program.js';
import type { ReadType } from './type.js';
import { constrained } from './type.js';

const SINKS: readonly SinkKind[] = ['shell', 'process-arguments', 'code', 'url', 'path', 'sql', 'html'];
const NUMERIC = /^Member\[(?:Number|parseInt|parseFloat|Boolean|BigInt)\]/;

const checks = new WeakMap<Program, GuardCheck>();

/** Only what the project's own functions say: a schema is read before the catalogue's meanings are asked. */
function checkOf(program: Program): GuardCheck {
  const known =
    checks.get(program) ??
    createGuardCheck(program, { source: () => undefined, call: () => undefined, guard: () => undefined });
  checks.set(program, known);
  return known;
}

/**
 * A type narrowed by a predicate (`refine`, `check`). What a function of the project accepts is asked like a guard; what an
 * imported one accepts is not known, but the author did narrow the value.
 */
export function narrowed(program: Program, inner: ReadType, predicate: Ref | undefined): ReadType {
  if (inner.constrained || inner.type !== 'string') return inner;
  const functions = predicate === undefined ? [] : program.functions(predicate);
  if (functions.length === 0) return { ...inner, constrained: true };
  const check = checkOf(program);
  const clean = SINKS.filter((sink) => functions.every((fn) => check.elementIsClean(fn, sink)));
  if (clean.length === SINKS.length || (clean.length === 0 && functions.some((fn) => asksOthers(program, fn, 0))))
    return { ...inner, constrained: true };
  return clean.length === 0 ? inner : { ...inner, harmlessFor: [...(inner.harmlessFor ?? []), ...clean] };
}

/** Whether a function leaves its decision to one that nobody can look into. */
function asksOthers(program: Program, fn: FunctionRef, depth: number): boolean {
  const file = program.fileOfFunction(fn);
  return program.function(fn).calls.some((id) => {
    const call = program.ref(file, id);
    const value = program.value(call);
    if (value.kind !== 'call') return false;
    const callees = program.callees(call);
    if (callees.length > 0) return depth > 2 || callees.some((callee) => asksOthers(program, callee, depth + 1));
    const callee = program.ref(file, value.callee);
    const method = program.value(callee).kind === 'member';
    const origins = program.origins(callee);
    if (origins.length === 0) return !method;
    return origins.some(
      (origin) =>
        origin.kind === 'module' ||
        (origin.kind === 'api' && !/^(?:global|(?:node:)?(?:path|url))$/.test(origin.module)),
    );
  });
}

/** A type after `transform`: a number or boolean has no text; other functions keep what is known. */
export function transformed(program: Program, inner: ReadType, transform: Ref | undefined): ReadType {
  if (transform === undefined || inner.state === 'unknown') return inner;
  if (isNumeric(program, transform)) return constrained('number');
  const functions = program.functions(transform);
  const textless =
    functions.length > 0 &&
    functions.every((fn) => {
      const file = program.fileOfFunction(fn);
      const { returns } = program.function(fn);
      return (
        returns.length > 0 && returns.every(({ value }) => value >= 0 && isTextless(program, program.ref(file, value)))
      );
    });
  return textless ? constrained('number') : inner;
}

function isTextless(program: Program, ref: Ref): boolean {
  const value = program.value(ref);
  if (value.kind === 'operation' || value.kind === 'literal') return true;
  return value.kind === 'call' && isNumeric(program, program.ref(program.fileOf(ref), value.callee));
}

function isNumeric(program: Program, fn: Ref): boolean {
  const origins = program.origins(fn);
  return (
    origins.length > 0 &&
    origins.every(
      (origin) => origin.kind === 'api' && origin.module === 'global' && NUMERIC.test(origin.path.join('.')),
    )
  );
}
