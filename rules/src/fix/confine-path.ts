import type { AppModel } from '../model/app.js';
import type { Fix, TextEdit } from '../model/finding.js';
import type { PathJoin } from '../model/flow.js';
import type { Span } from '../model/span.js';
import { addFunction } from './add-function.js';
import { addImport, addImports } from './add-import.js';
import type { FlowsOfUse } from './at-each-use.js';
import { codeLanguage, type CodeLanguage } from './code-language.js';
import { isTyped } from './file-text.js';
import { contains } from './flow-places.js';
import { folderOfPath } from './folder-of-path.js';
import { replaceExpression } from './replace-expression.js';
import { removeUnusedImport } from './unused-import.js';

/**
 * Puts a path through a function that resolves it below a folder and refuses what leaves that folder: the folder that the
 * program joins it to, there, or else the working directory, where it is used.
 */
export function confinePath(app: AppModel, flows: FlowsOfUse): Fix | undefined {
  const [{ sink }] = flows;
  // Where one of the flows chooses the folder, the others are confined with it.
  const { join } = flows.find((flow) => flow.join === undefined) ?? flows[0];
  const language = join === undefined ? undefined : codeLanguage(app, join.span.file);
  const found = join === undefined || language === undefined ? undefined : folderOfPath(app, join, language);
  if (join !== undefined && language !== undefined && found !== undefined) {
    // What is made of texts is used as one.
    const before = app.text({ ...join.span, start: Math.max(0, join.span.start - 20), end: join.span.start });
    const asText = givesText(app, join) && !/\bPath\(\s*$/.test(before);
    const atUse = contains(sink.span, join.span) && contains(join.span, sink.span);
    return confined(app, language, { ...found, span: join.span, asText: asText && !atUse });
  }
  const ownLanguage = codeLanguage(app, sink.span.file);
  if (ownLanguage === undefined) return undefined;
  return confined(app, ownLanguage, { folder: undefined, rest: app.text(sink.span), span: sink.span, asText: false });
}

/** Whether a path is put together as a text, not as a `Path`. */
function givesText(app: AppModel, { form, span }: PathJoin): boolean {
  return form === 'text' || (form === 'call' && !/^(?:\w+\.)*\w*Path\(/.test(app.text(span)));
}

interface Confined {
  readonly span: Span;
  /** Undefined for the working directory. */
  readonly folder: string | undefined;
  readonly rest: string;
  /** The place needs a text; what the function of Python gives is a `Path`. */
  readonly asText: boolean;
}

function confined(app: AppModel, language: CodeLanguage, place: Confined): Fix {
  const { folder } = place;
  const edits = language.name === 'python' ? confineInPython(app, language, place) : confineInNode(app, place);
  const title = folder === undefined ? 'Confine the path to the working directory' : `Confine the path to ${folder}`;
  return { title, kind: 'suggest', edits };
}

function confineInNode(app: AppModel, { span, folder = 'process.cwd()', rest }: Confined): readonly TextEdit[] {
  const { file } = span;
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
  return [...imported.edits, ...helper.edits, replaceExpression(app, span, `${helper.name}(${folder}, ${rest})`)];
}

function confineInPython(
  app: AppModel,
  language: CodeLanguage,
  { span, folder, rest, asText }: Confined,
): readonly TextEdit[] {
  const { file } = span;
  const imported = addImport(app, file, 'pathlib', 'Path');
  const root = folder ?? `${imported.local}.cwd()`;
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
  const call = `${helper.name}(${root}, ${rest})`;
  return [
    ...imported.edits,
    ...removeUnusedImport(app, file, 'os', app.text(span), call),
    ...helper.edits,
    { span, text: asText ? language.toText(call) : call },
  ];
}
