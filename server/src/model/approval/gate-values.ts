import type { Gate, GateOptionRow } from '@leashlint/rules';
import type { FunctionRef, Program, Ref } from '../../program/program.js';
import { followTokens, isOpen } from '../catalogue/relative.js';

export type GateState = Gate['state'];

/** What an option of a row says about one tool; undefined: nothing, as if the option were absent. */
export function gateState(
  program: Program,
  value: Ref,
  row: Pick<GateOptionRow, 'shape' | 'never'>,
  tool: string | undefined,
): GateState | undefined {
  switch (row.shape) {
    case 'value':
      return valueState(program, value, row.never);
    case 'map':
      return mapState(program, value, row.never, tool);
    case 'list':
      return listState(program, value, tool);
  }
}

/** What the option says as a whole: the weakest of the answers for all its tools. */
export function optionState(program: Program, value: Ref, row: Pick<GateOptionRow, 'shape' | 'never'>): GateState {
  if (row.shape !== 'map') return gateState(program, value, row, undefined) ?? 'never';
  const object = program.object(value);
  return object === undefined ? (valueState(program, value, row.never) ?? 'never') : 'conditional';
}

function valueState(program: Program, ref: Ref, never: GateOptionRow['never']): GateState | undefined {
  const states = program.origins(ref).map((origin): GateState | undefined => {
    if (origin.kind === 'unknown' || origin.kind === 'module') return 'unknown';
    const value = program.value(origin.at);
    switch (value.kind) {
      case 'literal':
        return literalState(value.value, never);
      case 'function':
        return functionState(program, program.functionRef(program.fileOf(origin.at), value.function), never);
      case 'object':
        return objectState(program, origin.at, never);
      case 'operation':
        return 'conditional';
      // A list of middleware is read element by element, see middleware.ts.
      case 'array':
        return undefined;
      default:
        return 'unknown';
    }
  });
  const present = states.filter((state) => state !== undefined);
  if (present.length === 0) return states.length === 0 ? 'unknown' : undefined;
  return present.length === states.length ? combine(present) : combine([...present, 'conditional']);
}

type Literal = string | number | boolean | null | undefined;

function literalState(literal: Literal, never: GateOptionRow['never']): GateState | undefined {
  if (literal === undefined) return undefined;
  const off: readonly Literal[] = never ?? [false];
  return off.includes(literal) || literal === false ? 'never' : 'asks';
}

/** A predicate asks unless every way out is a literal that does not. */
function functionState(program: Program, fn: FunctionRef, never: GateOptionRow['never']): GateState {
  const file = program.fileOfFunction(fn);
  const { returns } = program.function(fn);
  const states = returns.map((exit): GateState => {
    if (exit.value === -1) return 'never';
    const literals = program.literals(program.ref(file, exit.value));
    if (!literals) return 'conditional';
    return combine(literals.map((literal) => literalState(literal, never) ?? 'never'));
  });
  return states.length === 0 ? 'conditional' : combine(states);
}

/** `{ type: 'user-approval' }`, `{ allowedDecisions: […], when }`. */
function objectState(program: Program, object: Ref, never: GateOptionRow['never']): GateState {
  const type = program.property(object, 'type').values.flatMap((value) => program.literals(value) ?? []);
  if (type.length > 0) return combine(type.map((literal) => literalState(literal, never) ?? 'never'));
  const when = program.property(object, 'when').values.at(-1);
  if (when !== undefined) return valueState(program, when, [false]) ?? 'asks';
  return isOpen(program, object) && program.property(object, 'type').open ? 'unknown' : 'asks';
}

function mapState(
  program: Program,
  ref: Ref,
  never: GateOptionRow['never'],
  tool: string | undefined,
): GateState | undefined {
  const object = program.object(ref);
  // One function may decide for all tools where a map is expected.
  if (object === undefined) return valueState(program, ref, never);
  if (tool === undefined) return 'unknown';
  const { values, open } = program.property(object, tool);
  if (values.length === 0) return open ? 'unknown' : undefined;
  const states = values.map((value) => valueState(program, value, never)).filter((state) => state !== undefined);
  if (states.length === 0) return undefined;
  return open ? combine([...states, 'unknown']) : combine(states);
}

const EVERY_TOOL = new Set(['*', 'all']);

function listState(program: Program, ref: Ref, tool: string | undefined): GateState | undefined {
  const literals = program.literals(ref);
  if (literals)
    return literals.some((literal) => literal === true || EVERY_TOOL.has(String(literal))) ? 'asks' : undefined;
  const { values, open } = followTokens(program, ref, [{ kind: 'ArrayElement' }]);
  const names = values.map((value) => program.literals(value.ref)?.[0]);
  if (names.some((name) => name === '*' || (tool !== undefined && name === tool))) return 'asks';
  return open || tool === undefined || names.includes(undefined) ? 'unknown' : undefined;
}

function combine(states: readonly GateState[]): GateState {
  if (states.includes('unknown')) return 'unknown';
  const [first] = states;
  if (first !== undefined && states.every((state) => state === first)) return first;
  return 'conditional';
}
