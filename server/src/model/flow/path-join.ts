import type { PathJoin, Span } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { isPathlibPath } from '../../program/python-results.js';
import { PYTHON } from '../../program/resolve-python-module.js';
import { templateParts } from '../catalogue/sites.js';

/**
 * Where a path is put together with a folder in front of it, nearest to its use. `values` lead from the source to the sink.
 */
export function pathJoin(program: Program, values: readonly Ref[]): PathJoin | undefined {
  for (let index = values.length - 1; index > 0; index--) {
    const [part, whole] = [values[index - 1], values[index]];
    const join = part === undefined || whole === undefined ? undefined : joinAt(program, whole, part);
    if (join !== undefined && join.filled > 0) return join;
  }
  return undefined;
}

function joinAt(program: Program, whole: Ref, part: Ref): PathJoin | undefined {
  const value = program.value(whole);
  const file = program.fileOf(whole);
  const span = program.span(whole);
  const isPart = (id: number | undefined): boolean => id !== undefined && program.ref(file, id) === part;
  switch (value.kind) {
    case 'call': {
      const folder = receiver(program, whole);
      if (folder === undefined && !isJoin(program, program.ref(file, value.callee))) return undefined;
      if (value.arguments.some(({ spread, name }) => spread === true || name !== undefined)) return undefined;
      const parts = value.arguments.map(({ range }) => program.spanOfRange(file, range));
      const filled = value.arguments.findIndex(({ value: id }) => isPart(id));
      if (filled < 0) return undefined;
      return folder === undefined
        ? { form: 'call', span, parts, filled }
        : { form: 'method', span, parts: [folder, ...parts], filled: filled + 1 };
    }
    case 'template': {
      const parts = value.tag === undefined ? templateParts(program, whole, [span.start, span.end]) : undefined;
      return parts === undefined
        ? undefined
        : { form: 'text', span, parts, filled: value.parts.findIndex((id) => typeof id === 'number' && isPart(id)) };
    }
    case 'operation':
      return value.operator === '/' && file.facts.language === 'python'
        ? { form: 'operator', span, parts: [], filled: value.inputs.findIndex(isPart) }
        : undefined;
    default:
      return undefined;
  }
}

/** `folder` of `folder.joinpath(name)`. */
function receiver(program: Program, call: Ref): Span | undefined {
  const value = program.value(call);
  const file = program.fileOf(call);
  if (value.kind !== 'call' || file.facts.language !== 'python') return undefined;
  const [start, end] = value.calleeRange;
  const method = /\s*\.\s*joinpath$/.exec(file.text.slice(start, end));
  return method === null ? undefined : program.spanOfRange(file, [start, end - method[0].length]);
}

/** `path.join`, `path.resolve`, `os.path.join`, `Path(…)`. */
function isJoin(program: Program, callee: Ref): boolean {
  return program.origins(callee).some((origin) => {
    if (origin.kind !== 'api') return false;
    const path = origin.path.join('.');
    if (/^(?:node:)?path(?:\/|$)/.test(origin.module)) return /(?:^|\.)Member\[(?:join|resolve)\]$/.test(path);
    if (origin.module === `${PYTHON}os`) return path === 'Member[path].Member[join]';
    return origin.module === `${PYTHON}os.path` ? path === 'Member[join]' : isPathlibPath(origin.module, origin.path);
  });
}
