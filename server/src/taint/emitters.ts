import type { MemberValue } from '../facts.js';
import type { Reach } from '../program/callers.js';
import { argumentAt } from '../program/origins.js';
import type { Origin, Program, Ref } from '../program/program.js';
import type { Step } from './expand.js';
import type { State } from './state.js';

const LISTENING: ReadonlySet<string> = new Set(['on', 'once', 'addListener', 'prependListener', 'off']);

/** Emitting calls that one listener is compared with. */
const MAX_EMITTED = 200;

/** What the project emits to a listener: `bus.emit('done', x)` for `bus.on('done', (x) => …)` of the same emitter. */
export function emittedTo(
  program: Program,
  state: State,
  listening: Ref,
  callee: MemberValue,
  parameter: number,
  reach: Reach,
  onBound: () => void,
): readonly Step[] {
  const event = argumentAt(program, listening, 0);
  const names = event === undefined ? undefined : program.literals(event);
  if (!LISTENING.has(callee.key) || names?.length !== 1) return [];
  const file = program.fileOf(listening);
  const emitters = program.origins(program.ref(file, callee.object));
  const own = new Set(emitters.flatMap((origin) => identity(program, origin) ?? []));
  if (own.size === 0) return [];
  if (reach === 'everywhere') for (const origin of emitters) program.loadUsers(program.fileOf(origin.at).path, 'emit');
  const emitting = program.callsNamed('emit').filter((call) => {
    const emitted = argumentAt(program, call, 0);
    return emitted !== undefined && program.literals(emitted)?.[0] === names[0];
  });
  if (emitting.length > MAX_EMITTED) onBound();
  return emitting.slice(0, MAX_EMITTED).flatMap((call): Step[] => {
    const value = program.value(call);
    const home = program.fileOf(call);
    const method = value.kind === 'call' ? program.value(program.ref(home, value.callee)) : undefined;
    const given = argumentAt(program, call, parameter + 1);
    if (value.kind !== 'call' || method?.kind !== 'member' || given === undefined) return [];
    const same = program
      .origins(program.ref(home, method.object))
      .some((origin) => own.has(identity(program, origin) ?? ''));
    if (!same) return [];
    return [
      {
        ref: given,
        keys: state.keys,
        leavesFrame: true,
        conditions: { file: home, id: value.condition, outer: undefined },
        note: { span: program.span(call), message: `is emitted as \`${String(names[0])}\`` },
      },
    ];
  });
}

/** Equal for one emitter seen in two places: where it was made, or the class that it is an instance of. */
function identity(program: Program, origin: Origin): string | undefined {
  if (origin.kind === 'api') {
    return program.value(origin.at).kind === 'call'
      ? `made ${String(origin.at)}`
      : `${origin.module} ${origin.path.join('.')}`;
  }
  const root = program.rootClass(origin);
  return root === undefined ? undefined : `class ${String(root)}`;
}
