import type { AppModel } from '../model/app.js';
import type { FlowSink } from '../model/flow.js';
import type { Fix } from '../model/finding.js';
import { addFunction } from './add-function.js';
import { addImport, addImports } from './add-import.js';
import { closing, commaParts } from './brackets.js';
import { codeLanguage, type CodeLanguage } from './code-language.js';
import { isTyped } from './file-text.js';
import { replaceExpression } from './replace-expression.js';
import { removeUnusedImport } from './unused-import.js';

/**
 * Wraps a path in a function that resolves it below a folder and refuses what leaves that folder: the folder that the code
 * joins the path to, or the working directory.
 */
export function confinePath(app: AppModel, sink: FlowSink): Fix | undefined {
  const language = codeLanguage(app, sink.span.file);
  if (language === undefined) return undefined;
  return language.name === 'python' ? confineInPython(app, sink, language) : confineInNode(app, sink, language);
}

function confineInNode(app: AppModel, sink: FlowSink, language: CodeLanguage): Fix {
  const { file } = sink.span;
  const written = app.text(sink.span);
  const joined = joinedCall(written, language) ?? joinedTemplate(written);
  const root = joined?.root ?? 'process.cwd()';
  const path = joined?.path ?? written;
  const imported = addImports(app, file, 'node:path', ['resolve', 'relative', 'isAbsolute']);
  const [resolve = 'resolve', relative = 'relative', isAbsolute = 'isAbsolute'] = imported.locals;
  const typed = isTyped(app, file);
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
    title: titleFor(joined),
    kind: 'suggest',
    edits: [...imported.edits, ...helper.edits, replaceExpression(app, sink.span, `${helper.name}(${root}, ${path})`)],
  };
}

function confineInPython(app: AppModel, sink: FlowSink, language: CodeLanguage): Fix | undefined {
  const { file } = sink.span;
  const written = app.text(sink.span);
  const imported = addImport(app, file, 'pathlib', 'Path');
  const joined =
    joinedCall(written, language) ??
    joinedOperator(written, language, imported.local) ??
    joinedFormat(written, language);
  const root = joined?.root ?? `${imported.local}.cwd()`;
  const path = joined?.path ?? written;
  const typed = isTyped(app, file);
  const helper = addFunction(app, file, 'confine_path', (name) =>
    [
      typed
        ? `def ${name}(root: str | ${imported.local}, file: str | ${imported.local}) -> ${imported.local}:`
        : `def ${name}(root, file):`,
      `    folder = ${imported.local}(root).resolve()`,
      '    target = (folder / file).resolve()',
      '    if not target.is_relative_to(folder):',
      `        raise ValueError(${language.text('Path is outside the allowed folder')})`,
      '    return target',
    ].join('\n'),
  );
  return {
    title: titleFor(joined),
    kind: 'suggest',
    edits: [
      ...imported.edits,
      ...removeUnusedImport(app, file, 'os', written.replace(path, '')),
      ...helper.edits,
      { span: sink.span, text: `${helper.name}(${root}, ${path})` },
    ],
  };
}

interface Joined {
  readonly root: string;
  readonly path: string;
}

function titleFor(joined: Joined | undefined): string {
  return joined === undefined ? 'Confine the path to the working directory' : `Confine the path to ${joined.root}`;
}

/** `path.join(root, a, b)`, `os.path.join(root, a)` or `Path(root, a)`, taken apart. */
function joinedCall(written: string, { skip }: CodeLanguage): Joined | undefined {
  const open = /^(?:(?:\w+\.)*(?:join|resolve)|(?:pathlib\.)?Path)\(/.exec(written)?.[0].length;
  if (open === undefined || closing(written, open - 1, skip) !== written.length - 1) return undefined;
  const [root, ...rest] = commaParts(written.slice(open, -1), skip);
  const [first] = rest;
  if (root === undefined || first === undefined) return undefined;
  return { root, path: rest.length > 1 ? `${written.slice(0, open)}${rest.join(', ')})` : first };
}

/** `root / a / b` of pathlib. */
function joinedOperator(written: string, language: CodeLanguage, pathClass: string): Joined | undefined {
  const bare = /^\([^()]*\)$/.test(written) ? written.slice(1, -1) : written;
  const [root = '', ...rest] = slashParts(bare, language);
  const [first = '', ...more] = rest;
  if (rest.length === 0 || root === '' || first === '') return undefined;
  return { root, path: more.length === 0 ? first : `${pathClass}(${[first, ...more].join(', ')})` };
}

function slashParts(text: string, { skip }: CodeLanguage): readonly string[] {
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index < text.length;) {
    const skipped = skip(text, index);
    if (skipped > index) index = skipped;
    else if ('([{'.includes(text[index] ?? '')) index = (closing(text, index, skip) ?? text.length) + 1;
    else {
      // Operators that bind less tightly, and calls of methods on the joined path.
      if (/[,<>=|&+]/.test(text[index] ?? '')) return [];
      if (text[index] === '/') {
        parts.push(text.slice(start, index).trim());
        start = index + 1;
      }
      index += 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts;
}

/** `` `${root}/${a}` `` */
function joinedTemplate(written: string): Joined | undefined {
  const template = /^`((?:\$\{[\w.$]+\}|[\w./-])+)\/\$\{([^{}`]+)\}`$/.exec(written);
  if (template === null) return undefined;
  const [, root = '', path = ''] = template;
  const expression = /^\$\{([\w.$]+)\}$/.exec(root)?.[1];
  return { root: expression ?? (root.includes('${') ? `\`${root}\`` : `'${root}'`), path };
}

/** `f"{root}/{a}"` or `f"data/{a}"` */
function joinedFormat(written: string, language: CodeLanguage): Joined | undefined {
  const format = /^[fF](["'])((?:\{[\w.]+\}|[\w./-])+)\/\{([\w.[\]]+)\}\1$/.exec(written);
  if (format === null) return undefined;
  const [, quote = '', root = '', path = ''] = format;
  const expression = /^\{([\w.]+)\}$/.exec(root)?.[1];
  return { root: expression ?? (root.includes('{') ? `f${quote}${root}${quote}` : language.text(root)), path };
}
