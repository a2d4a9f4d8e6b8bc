import type { TypeFacts } from '../facts.js';
import { globalsOf } from './api-path.js';
import type { Origin, Program, ProgramFile, Ref } from './program.js';
import { withMember, withToken } from './shared-paths.js';

const WRAPPERS: ReadonlySet<string> = new Set(['Promise', 'Readonly', 'NonNullable', 'Awaited', 'Partial', 'Required']);

/**
 * Api origins that an annotation gives: `client: OpenAI` is an instance of what `OpenAI` resolves to. Only types of
 * packages say something; a project class is followed through its constructions instead.
 */
export function typeOrigins(
  program: Pick<Program, 'ref' | 'value' | 'origins'>,
  file: ProgramFile,
  type: TypeFacts | undefined,
  at: Ref,
): readonly Origin[] {
  if (type?.reference === undefined) return [];
  const head = program.ref(file, type.reference.value);
  const value = program.value(head);
  if (value.kind === 'global') {
    if (WRAPPERS.has(value.name)) return type.arguments.flatMap((inner) => typeOrigins(program, file, inner, at));
    if (value.name === 'ReturnType') return type.arguments.flatMap((inner) => resultOrigins(program, file, inner, at));
    return [{ kind: 'api', module: globalsOf(file), path: withToken(withMember([], value.name), 'Instance'), at }];
  }
  return program.origins(head).flatMap((origin): readonly Origin[] => {
    if (origin.kind !== 'api') return [];
    const members = type.reference?.members ?? [];
    return [
      { kind: 'api', module: origin.module, path: withToken(members.reduce(withMember, origin.path), 'Instance'), at },
    ];
  });
}

/** `ReturnType<typeof createClient>` */
function resultOrigins(...asked: Parameters<typeof typeOrigins>): readonly Origin[] {
  return typeOrigins(...asked).flatMap((origin) =>
    origin.kind === 'api' && origin.path.at(-1) === 'Instance'
      ? [{ ...origin, path: [...origin.path.slice(0, -1), 'ReturnValue'] }]
      : [],
  );
}

/** A value that stands for any instance of the project class that an annotation names. */
export function typedInstance(
  program: Pick<Program, 'ref' | 'value' | 'fileOf' | 'origins'>,
  file: ProgramFile,
  type: TypeFacts,
): Ref | undefined {
  if (type.reference === undefined || type.reference.members.length > 0) return undefined;
  const [origin, ...others] = program.origins(program.ref(file, type.reference.value));
  const value = origin?.kind === 'value' && others.length === 0 ? program.value(origin.at) : undefined;
  if (origin === undefined || value?.kind !== 'class') return undefined;
  const home = program.fileOf(origin.at);
  const instance = home.facts.classes[value.class]?.instance;
  return instance === undefined ? undefined : program.ref(home, instance);
}
