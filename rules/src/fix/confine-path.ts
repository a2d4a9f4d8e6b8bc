import type { AppModel } from '../model/app.js';
import type { FlowSink } from '../model/flow.js';
import type { Fix } from '../model/finding.js';
import { addFunction } from './add-function.js';
import { addImports } from './add-import.js';
import { isTyped } from './file-text.js';
import { closing } from './source-scan.js';
import { replaceExpression } from './replace-expression.js';

/**
 * Wraps a path in a function that resolves it below a folder and refuses what leaves that folder: the folder that the code
 * joins the path to, or the working directory.
 */
export function confinePath(app: AppModel, sink: FlowSink): Fix | undefined {
  const { file } = sink.span;
  if (app.files.get(file)?.language !== 'typescript') return undefined;
  const written = app.text(sink.span);
  const joined = joinedPath(written);
  const root = joined?.root ?? 'process.cwd()';
  const path = joined?.path ?? written;
  const imported = addImports(app, file, 'node:path', ['resolve', 'relative', 'isAbsolute']);
  const [resolve = 'resolve', relative = 'relative', isAbsolute = 'isAbsolute'] = imported.locals;
  const typed = isTyped(file);
  const helper = addFunction(app, file, 'confinePath', (name) =>
    [
      `function ${name}(root${typed ? ': string' : ''}, file${typed ? ': string' : ''})${typed ? ': string' : ''} {`,
      `  const target = ${resolve}(root, file);`,
      `  const inside = ${relative}(root, target);`,
      `  if (inside.startsWith('..') || ${isAbsolute}(inside)) throw new Error('Path is outside the allowed folder');`,
      '  return target;',
      '}',
    ].join('\n'),
  );
  return {
    title: joined === undefined ? 'Confine the path to the working directory' : `Confine the path to ${root}`,
    kind: 'suggest',
    edits: [...imported.edits, ...helper.edits, replaceExpression(app, sink.span, `${helper.name}(${root}, ${path})`)],
  };
}

/** `path.join(root, a, b)` or `` `${root}/${a}` ``, taken apart. */
function joinedPath(written: string): { readonly root: string; readonly path: string } | undefined {
  const open = /^(?:\w+\.)?(?:join|resolve)\(/.exec(written)?.[0].length;
  if (open !== undefined && closing(written, open - 1) === written.length - 1) {
    const inside = written.slice(open, -1);
    const comma = topLevelComma(inside);
    if (comma === undefined) return undefined;
    const rest = inside
      .slice(comma + 1)
      .trim()
      .replace(/,$/, '');
    const several = topLevelComma(rest) !== undefined;
    return { root: inside.slice(0, comma).trim(), path: several ? `${written.slice(0, open)}${rest})` : rest };
  }
  const template = /^`((?:\$\{[\w.$]+\}|[\w./-])+)\/\$\{([^{}`]+)\}`$/.exec(written);
  if (template === null) return undefined;
  const [, root = '', path = ''] = template;
  const expression = /^\$\{([\w.$]+)\}$/.exec(root)?.[1];
  return { root: expression ?? (root.includes('${') ? `\`${root}\`` : `'${root}'`), path };
}

function topLevelComma(text: string): number | undefined {
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index] ?? '';
    if (char === ',') return index;
    if ('([{'.includes(char)) index = closing(text, index) ?? text.length;
    else if (/['"`]/.test(char)) {
      const end = text.indexOf(char, index + 1);
      index = end < 0 ? text.length : end;
    }
  }
  return undefined;
}
