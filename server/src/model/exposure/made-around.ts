import type { Program, ProgramFile, Ref } from '../../program/program.js';
import { PYTHON } from '../../program/resolve-python-module.js';
import type { WebApp } from './web-apps.js';

/** Whether a value is what a package's function or class gave: a component, or an event of one. */
export function isOfPackage(program: Program, value: Ref, { row: { module } }: WebApp): boolean {
  return program.origins(value).some((origin) => origin.kind === 'api' && origin.module === `${PYTHON}${module ?? ''}`);
}

/** The app of a list, in the order of a file's text, that was made last before a call in the same function: `with gr.Blocks() as demo:`. */
export function madeAround(
  program: Program,
  file: ProgramFile,
  made: readonly WebApp[],
  call: Ref,
): WebApp | undefined {
  const { fn, range } = program.value(call);
  return made.findLast(({ id }) => {
    const value = program.value(id);
    return program.fileOf(id) === file && value.fn === fn && value.range[1] <= range[0];
  });
}
