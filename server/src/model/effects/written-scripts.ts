import { interpreterPrograms } from '@leashlint/rules';
import type { CallValue, ValueId } from '../../facts.js';
import type { Program, ProgramFile, Ref } from '../../program/program.js';
import { argumentAt } from '../../program/origins.js';
import { calledName } from '../../taint/python-paths.js';
import { calledOrigins, type Sink } from '../flow/sinks.js';
import { calleeName } from '../catalogue/sites.js';

const interpreters: ReadonlySet<unknown> = new Set([...interpreterPrograms, 'bash', 'sh']);
const WRITING = /^(?:write|write_text|write_bytes|writelines)$/;

/**
 * Text that is written to a file which an interpreter then runs: `file.write(code)` before
 * `subprocess.run([sys.executable, file.name])`. It is code, whatever way it takes to the interpreter.
 */
export function writtenScriptSinks(program: Program, file: ProgramFile): readonly Sink[] {
  if (file.facts.language !== 'python') return [];
  const runs = file.facts.values.flatMap((value, id) =>
    value.kind === 'call' ? runOf(program, program.ref(file, id), value) : [],
  );
  return runs.flatMap(({ call, script, value }) => {
    const { calls } = program.function(program.functionOf(call));
    return calls.flatMap((id): Sink[] => {
      const write = program.ref(file, id);
      const written = WRITING.test(calledName(program, write)) ? argumentAt(program, write, 0) : undefined;
      if (written === undefined || program.span(write).start > program.span(call).start) return [];
      if (!isSameFile(program, file, receiverOf(program, write), script)) return [];
      const argument = program.value(write);
      const range = argument.kind === 'call' ? argument.arguments[0]?.range : undefined;
      return [
        {
          kind: 'code',
          value: written,
          condition: argument.kind === 'call' ? argument.condition : value.condition,
          span: range === undefined ? program.span(written) : program.spanOfRange(file, range),
          label: calleeName(program, call),
          call: write,
          argument: 0,
          effect: 'eval',
        },
      ];
    });
  });
}

interface ScriptRun {
  readonly call: Ref;
  readonly value: CallValue;
  readonly script: ValueId;
}

/** A call that starts an interpreter with a script: `run(['python', path])`. */
function runOf(program: Program, call: Ref, value: CallValue): readonly ScriptRun[] {
  const [list] = value.arguments;
  const file = program.fileOf(call);
  const items =
    list === undefined
      ? []
      : value.arguments.length > 1 && isInterpreter(program, program.ref(file, list.value))
        ? value.arguments
        : arrayItems(program, program.ref(file, list.value));
  const [first, script] = items;
  if (first === undefined || script === undefined || !isInterpreter(program, program.ref(file, first.value))) return [];
  const runsPrograms = calledOrigins(program, call).some(
    (origin) => origin.kind === 'api' && /^python:(?:subprocess|asyncio)$/.test(origin.module),
  );
  return runsPrograms ? [{ call, value, script: script.value }] : [];
}

function arrayItems(program: Program, ref: Ref): readonly { readonly value: ValueId }[] {
  const value = program.value(ref);
  return value.kind === 'array' ? value.items.flatMap((item) => ('value' in item ? [item] : [])) : [];
}

function isInterpreter(program: Program, ref: Ref): boolean {
  return (
    program.literals(ref)?.some((literal) => interpreters.has(literal)) === true ||
    program.origins(ref).some((origin) => origin.kind === 'api' && program.displayName(origin) === 'sys.executable')
  );
}

function receiverOf(program: Program, call: Ref): Ref | undefined {
  const value = program.value(call);
  const callee = value.kind === 'call' ? program.value(program.ref(program.fileOf(call), value.callee)) : undefined;
  return callee?.kind === 'member' ? program.ref(program.fileOf(call), callee.object) : undefined;
}

/** Whether what is written to is the file of a path: `tmp` for `tmp.name`, `open(path, 'w')` for `path`. */
function isSameFile(program: Program, file: ProgramFile, target: Ref | undefined, script: ValueId): boolean {
  if (target === undefined) return false;
  const paths = written(program, program.ref(file, script));
  const opened = program.value(target);
  if (paths.includes(target)) return true;
  if (opened.kind !== 'call') return false;
  const name = calledName(program, target);
  const path = name === 'open' || name === 'fdopen' || name === 'Path' ? argumentAt(program, target, 0) : undefined;
  const receiver = name === 'open' ? receiverOf(program, target) : undefined;
  return [path, receiver].some(
    (each) => each !== undefined && paths.some((other) => other === each || isSameText(program, other, each)),
  );
}

function isSameText(program: Program, a: Ref, b: Ref): boolean {
  const [x, y] = [program.literals(a), program.literals(b)];
  return x?.length === 1 && y?.length === 1 && typeof x[0] === 'string' && x[0] === y[0];
}

/** A path and what it was made of: `str(path)`, `tmp.name`. */
function written(program: Program, path: Ref, depth = 0): readonly Ref[] {
  const value = program.value(path);
  const file = program.fileOf(path);
  if (depth > 3) return [path];
  if (value.kind === 'member' && value.key === 'name')
    return [path, ...written(program, program.ref(file, value.object), depth + 1)];
  if (value.kind === 'call' && /^(?:str|fspath|Path)$/.test(calledName(program, path))) {
    const inner = argumentAt(program, path, 0);
    return inner === undefined ? [path] : [path, ...written(program, inner, depth + 1)];
  }
  if (value.kind === 'phi')
    return [path, ...value.inputs.flatMap((input) => written(program, program.ref(file, input), depth + 1))];
  return [path];
}
