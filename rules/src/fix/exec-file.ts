import type { AppModel } from '../model/app.js';
import type { Flow } from '../model/flow.js';
import type { Fix, TextEdit } from '../model/finding.js';
import type { CallSite } from '../model/site.js';
import type { Span } from '../model/span.js';
import { addImport, countUses, freeName, replaceImport, sameModule } from './add-import.js';
import { argumentWords } from './argument-words.js';
import { codeLanguage } from './code-language.js';
import { untrustedParts } from './flow-places.js';
import { fileText } from './file-text.js';
import { passPythonArguments } from './python-command.js';

/** Runs the program without a shell, if the command's program is a literal and values stand at argument positions. */
export function passArguments(app: AppModel, flows: readonly [Flow, ...Flow[]]): Fix | undefined {
  const { call, argument } = flows[0].sink;
  const language = codeLanguage(app, flows[0].sink.span.file);
  if (language?.name === 'python') return passPythonArguments(app, language, flows);
  const method = /\bchild_process\.(exec|execSync)$/.exec(call?.callee ?? '')?.[1];
  if (call === undefined || method === undefined || language === undefined || argument?.template === undefined)
    return undefined;
  if (call.arguments.some(({ options }) => options?.properties.some(({ name }) => name === 'shell') === true)) {
    return undefined;
  }
  const words = argumentWords(app, language, argument.template, untrustedParts(app, argument.template, flows));
  if (words === undefined) return undefined;
  const target = method === 'exec' ? 'execFile' : 'execFileSync';
  const callee = calleeEdits(app, call, method, target);
  if (callee === undefined) return undefined;
  const text = `${words.program}, [${words.arguments.join(', ')}]`;
  return {
    title: `Pass the arguments as an array with ${target}`,
    kind: 'suggest',
    edits: [...callee, { span: argument.span, text }],
  };
}

function calleeEdits(app: AppModel, call: CallSite, method: string, target: string): readonly TextEdit[] | undefined {
  const written = app.text(call.calleeSpan);
  const { file } = call.calleeSpan;
  const member = /^(?:[\w$]+\.)+(\w+)$/.exec(written)?.[1];
  if (member !== undefined) {
    return member === method ? [{ span: tail(call.calleeSpan, member.length), text: target }] : undefined;
  }
  if (!/^[\w$]+$/.test(written)) return undefined;
  if (importedAs(app, file, written) === method) {
    const name = replaceImport(app, file, 'node:child_process', target, written);
    return [...name.edits, { span: call.calleeSpan, text: name.local }];
  }
  return method === 'exec' ? promisified(app, call.calleeSpan, written) : undefined;
}

/** `const run = promisify(exec)`: the declaration is changed, or joined by a second one if it has other uses. */
function promisified(app: AppModel, callee: Span, name: string): readonly TextEdit[] | undefined {
  const { file } = callee;
  const text = fileText(app, file);
  const source = app.files.get(file);
  const pattern = `^([^\\S\\n]*)const ${name} = ((?:\\w+\\.)?promisify)\\(((?:\\w+\\.)?)exec\\);?`;
  const declaration = new RegExp(pattern, 'm').exec(text);
  if (declaration === null || source === undefined) return undefined;
  const [line, indent = '', promisify = '', owner = ''] = declaration;
  const end = declaration.index + line.length;
  if (countUses(text, name) === 2) {
    const start = declaration.index + line.lastIndexOf('exec)');
    const target =
      owner === ''
        ? replaceImport(app, file, 'node:child_process', 'execFile', 'exec')
        : { edits: [], local: 'execFile' };
    return [...target.edits, { span: { file, start, end: start + 4 }, text: target.local }];
  }
  const target =
    owner === '' ? addImport(app, file, 'node:child_process', 'execFile') : { edits: [], local: `${owner}execFile` };
  const fresh = freeName(source, 'execFileAsync');
  const second = `${source.eol}${indent}const ${fresh} = ${promisify}(${target.local});`;
  return [...target.edits, { span: { file, start: end, end }, text: second }, { span: callee, text: fresh }];
}

function importedAs(app: AppModel, file: string, local: string): string | undefined {
  return childProcessNames(app, file).find((name) => name.local === local)?.imported;
}

function childProcessNames(app: AppModel, file: string): readonly { imported: string; local: string; span: Span }[] {
  const imports = app.files.get(file)?.imports ?? [];
  return imports.filter((site) => sameModule(site.module, 'child_process')).flatMap((site) => site.names);
}

function tail(span: Span, length: number): Span {
  return { file: span.file, start: span.end - length, end: span.end };
}
