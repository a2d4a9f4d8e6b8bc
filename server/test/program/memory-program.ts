import { posix } from 'node:path';
import { createProgram } from '../../src/program/create-program.js';
import type { Program, ProgramHost, Ref } from '../../src/program/program.js';
import { pythonFrontEnd } from '../../src/frontends/python/front-end.js';
import { typescriptFrontEnd } from '../../src/frontends/typescript/front-end.js';

// Vitest awaits this before the tests of the files that import it.
await pythonFrontEnd.load?.();

const LOWERED = /\.(?:[cm]?[jt]sx?|py)$/;
const PYTHON_MANIFEST = /(?:^|\/)pyproject\.toml$/;

/** A program over files given as text; every source file may be an importer. */
export function memoryHost(files: Readonly<Record<string, string>>): ProgramHost {
  return {
    lower(path) {
      const text = files[path];
      return text === undefined || !LOWERED.test(path)
        ? undefined
        : { text, facts: (path.endsWith('.py') ? pythonFrontEnd : typescriptFrontEnd).lower(path, text) };
    },
    exists: (path) => path in files || Object.keys(files).some((file) => file.startsWith(`${path}/`)),
    read: (path) => files[path],
    manifests: () =>
      Object.keys(files)
        .filter((path) => path.endsWith('package.json'))
        .sort(),
    pythonProjects: () =>
      Object.keys(files)
        .filter((path) => PYTHON_MANIFEST.test(path))
        .map((path) => posix.dirname(path)),
    importersOf: (path) =>
      Object.keys(files)
        .filter((other) => other !== path && LOWERED.test(other))
        .sort(),
  };
}

export function memoryProgram(files: Readonly<Record<string, string>>): Program {
  const program = createProgram(memoryHost(files));
  for (const path of Object.keys(files).sort()) program.load(path);
  return program;
}

/** The values of calls whose callee text is as given, in source order. */
export function callsOf(program: Program, path: string, callee: string): readonly Ref[] {
  const file = program.file(path);
  if (file === undefined) throw new Error(`no file ${path}`);
  return file.facts.values.flatMap((value, id) =>
    value.kind === 'call' && file.text.slice(...value.calleeRange) === callee ? [program.ref(file, id)] : [],
  );
}
