import type { CallValue } from '../../facts.js';
import type { Program, Ref } from '../../program/program.js';
import { PYTHON } from '../../program/resolve-python-module.js';

/** Options by which HTTP clients are told to follow no redirect: option → values. */
const NO_REDIRECT: ReadonlyMap<string, readonly unknown[]> = new Map([
  ['redirect', ['error', 'manual']],
  ['maxRedirects', [0]],
  ['maxRedirections', [0]],
  ['followRedirect', [false]],
]);

/** Whether a request follows no redirect, or its code looks at the address that answered (`response.url`). */
export function checksRedirects(program: Program, call: Ref): boolean {
  const value = program.value(call);
  if (value.kind !== 'call') return false;
  const file = program.fileOf(call);
  if (file.facts.language === 'python')
    return followsNone(program, call, value) || answeringAddressIsPassedOn(program, call);
  const forbidden = value.arguments.some((argument) => {
    const options = program.object(program.ref(file, argument.value));
    if (options === undefined) return false;
    return [...NO_REDIRECT].some(([name, values]) =>
      program
        .property(options, name)
        .values.some((ref) => program.literals(ref)?.some((item) => values.includes(item)) === true),
    );
  });
  return forbidden || answeringAddressIsPassedOn(program, call);
}

/** `allow_redirects=False`; HTTPX follows none unless it is told to. */
function followsNone(program: Program, call: Ref, { callee, arguments: given }: CallValue): boolean {
  const file = program.fileOf(call);
  const told = given.find(({ name }) => name === 'allow_redirects' || name === 'follow_redirects');
  if (told !== undefined)
    return program.literals(program.ref(file, told.value))?.every((literal) => literal === false) === true;
  const client = program.value(program.ref(file, callee));
  const made = client.kind === 'member' ? program.origins(program.ref(file, client.object)) : [];
  return (
    program
      .origins(program.ref(file, callee))
      .some((origin) => origin.kind === 'api' && origin.module === `${PYTHON}httpx`) &&
    !made.some(({ at }) => {
      const maker = program.value(at);
      return maker.kind === 'call' && maker.arguments.some(({ name }) => name === 'follow_redirects' || name === '**');
    })
  );
}

/** `check(response.url)` anywhere in the file. */
function answeringAddressIsPassedOn(program: Program, call: Ref): boolean {
  const file = program.fileOf(call);
  const { values } = file.facts;
  const isResponse = (id: number): boolean => {
    const value = values[id];
    if (value?.kind === 'await') return isResponse(value.value);
    return program.ref(file, id) === call;
  };
  return values.some(
    (value) =>
      value.kind === 'call' &&
      value.arguments.some((argument) => {
        const passed = values[argument.value];
        return passed?.kind === 'member' && passed.key === 'url' && isResponse(passed.object);
      }),
  );
}
