import type { Program, Ref } from '../../program/program.js';

const MAX_MAKERS = 6;

/** Calls of packages that made the object of a method call, nearest first: `namespace`, `index` and `Pinecone` of a query. */
export function makersOf(program: Program, call: Ref): readonly Ref[] {
  const makers: Ref[] = [];
  for (let at: Ref | undefined = call; at !== undefined && makers.length < MAX_MAKERS;) {
    const next: Ref | undefined = makerOf(program, at, makers);
    if (next !== undefined) makers.push(next);
    at = next;
  }
  return makers;
}

function makerOf(program: Program, call: Ref, known: readonly Ref[]): Ref | undefined {
  const value = program.value(call);
  if (value.kind !== 'call') return undefined;
  const callee = program.value(program.ref(program.fileOf(call), value.callee));
  if (callee.kind !== 'member') return undefined;
  return program
    .origins(program.ref(program.fileOf(call), callee.object))
    .flatMap((origin) => (origin.kind === 'api' && program.value(origin.at).kind === 'call' ? [origin.at] : []))
    .find((maker) => !known.includes(maker) && maker !== call);
}
