import type { Program, Ref } from '../../program/program.js';

const MAX_STEPS = 24;

/** The call that a value was read from: for `(await generateText(…)).steps[0].text` the call of `generateText`. */
export function modelCallBehind(program: Program, ref: Ref, isModelCall: (call: Ref) => boolean): Ref | undefined {
  let at: Ref | undefined = ref;
  for (let step = 0; step < MAX_STEPS && at !== undefined; step++) {
    if (isModelCall(at)) return at;
    at = inward(program, at);
  }
  return undefined;
}

/** One step towards what a value was read from. */
function inward(program: Program, ref: Ref): Ref | undefined {
  const file = program.fileOf(ref);
  const value = program.value(ref);
  switch (value.kind) {
    case 'member':
    case 'element':
      return program.ref(file, value.object);
    case 'iteration':
    case 'rest':
      return program.ref(file, value.of);
    case 'await':
      return program.ref(file, value.value);
    case 'call': {
      const callee = program.value(program.ref(file, value.callee));
      if (callee.kind === 'member' || callee.kind === 'element') return program.ref(file, callee.object);
      return program.ref(file, value.callee);
    }
    case 'parameter': {
      const use = program
        .uses(program.functionRef(file, value.function))
        .find((candidate) => candidate.kind === 'argument');
      if (use?.kind === 'argument') return program.ref(file, use.call);
      break;
    }
    default:
  }
  const elsewhere = program.origins(ref).find((origin) => origin.kind === 'api' && origin.at !== ref);
  return elsewhere?.at;
}
