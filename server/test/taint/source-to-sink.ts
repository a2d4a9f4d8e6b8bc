import { catalogue, type SinkKind } from '@leashlint/rules';
import { createCatalogueIndex } from '../../src/model/catalogue/catalogue-index.js';
import { createRequestStates } from '../../src/model/flow/request-state.js';
import type { Program, Ref } from '../../src/program/program.js';
import { createSolver } from '../../src/taint/create-solver.js';
import type { Semantics } from '../../src/taint/semantics.js';
import type { Solver, TaintAnswer } from '../../src/taint/solver.js';
import { callsOf, memoryProgram } from '../program/memory-program.js';

/** Where names come from that no declaration binds. */
const GLOBALS: ReadonlySet<string> = new Set(['global', 'python:builtins']);

const index = createCatalogueIndex(catalogue, () => undefined);

/** The global function `source()` gives tainted data, `clean()` and `Number()` sanitise. */
export function testSemantics(program: Program): Semantics {
  const globalName = (call: Ref): string | undefined => {
    const value = program.value(call);
    if (value.kind !== 'call') return undefined;
    const [origin] = program.origins(program.ref(program.fileOf(call), value.callee));
    return origin?.kind === 'api' && GLOBALS.has(origin.module) ? origin.path.join('.') : undefined;
  };
  return {
    source: (ref) =>
      globalName(ref) === 'Member[source]'
        ? { kind: 'tool-input', label: 'source()', span: undefined, owner: undefined }
        : undefined,
    call: (ref) =>
      ['Member[clean]', 'Member[Number]'].includes(globalName(ref) ?? '')
        ? { kind: 'sanitizer', cleans: 'all' }
        : undefined,
    guard: () => undefined,
    requestState: createRequestStates(program, index),
  };
}

export interface Solved {
  readonly program: Program;
  readonly solver: Solver;
  /** Answers for the first argument of every `sink(…)`, in order of files and places. */
  readonly answers: readonly TaintAnswer[];
}

export function solveAll(files: Readonly<Record<string, string>>, sink: SinkKind = 'shell'): Solved {
  const program = memoryProgram(files);
  const solver = createSolver(program, testSemantics(program));
  const answers = program.files().flatMap(({ path }) =>
    callsOf(program, path, 'sink').flatMap((call) => {
      const value = program.value(call);
      if (value.kind !== 'call' || value.arguments[0] === undefined) return [];
      return solver.answers({
        value: program.ref(program.fileOf(call), value.arguments[0].value),
        sink,
        condition: value.condition,
      });
    }),
  );
  return { program, solver, answers };
}
