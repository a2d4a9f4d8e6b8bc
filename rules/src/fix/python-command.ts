import type { AppModel } from '../model/app.js';
import type { Flow } from '../model/flow.js';
import type { Fix, TextEdit } from '../model/finding.js';
import type { ArgumentSite, CallSite } from '../model/site.js';
import type { Span } from '../model/span.js';
import { addMember } from './add-import.js';
import { argumentWords } from './argument-words.js';
import type { CodeLanguage } from './code-language.js';
import { fileText } from './file-text.js';
import { untrustedParts } from './flow-places.js';
import { plainParts } from './plain-parts.js';
import type { TemplatePart } from './source-scan.js';
import { removeUnusedImport } from './unused-import.js';

type Flows = readonly [Flow, ...Flow[]];

/**
 * Runs the program of a command of Python without a shell, if the program is a literal and values stand at argument
 * positions. A command that needs its shell gets its values quoted.
 */
export function passPythonArguments(app: AppModel, language: CodeLanguage, flows: Flows): Fix | undefined {
  const { argument, call, kind } = flows[0].sink;
  const parts = argument && plainParts(app, argument);
  if (kind !== 'shell' || call === undefined || argument === undefined || parts === undefined) return undefined;
  const untrusted = untrustedParts(app, parts, flows);
  const words = argumentWords(app, language, parts, untrusted);
  const edits = words && withoutShell(app, language, call, argument, [words.program, ...words.arguments]);
  if (edits !== undefined) return { title: 'Pass the arguments as a list without a shell', kind: 'suggest', edits };
  return quoteValues(app, language, parts, untrusted);
}

/** How each way to run a command is written without a shell. */
function withoutShell(
  app: AppModel,
  language: CodeLanguage,
  call: CallSite,
  argument: ArgumentSite,
  words: readonly string[],
): readonly TextEdit[] | undefined {
  const name = /(?:^|\.)(subprocess|os|asyncio)\.(\w+)$/.exec(call.callee);
  const [, module, method = ''] = name ?? [];
  const list = language.list(words);
  if (module === 'subprocess' && !method.startsWith('get')) {
    const shell = call.keywords?.properties.find((property) => property.name === 'shell');
    if (shell?.literal !== true) return undefined;
    return [
      { span: argument.span, text: list },
      { span: shell.valueSpan, text: 'False' },
    ];
  }
  if (module === 'asyncio' && method === 'create_subprocess_shell') {
    const target = addMember(app, call.span.file, 'asyncio', 'create_subprocess_exec');
    return [
      ...target.edits,
      { span: call.calleeSpan, text: target.local },
      { span: argument.span, text: words.join(', ') },
    ];
  }
  // What a call gives and takes besides the command differs between these functions.
  if (call.arguments.length !== 1) return undefined;
  const run = addMember(app, call.span.file, 'subprocess', 'run');
  const unused = module === 'os' ? removeUnusedImport(app, call.span.file, 'os', app.text(call.span)) : [];
  const captured = `${run.local}(${list}, capture_output=True, text=True).stdout`;
  if (module === 'os' && method === 'system') {
    const text = `${run.local}(${list}${call.unused ? ', check=False' : ''})${call.unused ? '' : '.returncode'}`;
    return [...run.edits, ...unused, { span: call.span, text }];
  }
  if (module === 'os' && method === 'popen') {
    const read = /^\s*\.\s*read\(\s*\)/.exec(fileText(app, call.span.file).slice(call.span.end))?.[0];
    if (read === undefined) return undefined;
    return [...run.edits, ...unused, { span: { ...call.span, end: call.span.end + read.length }, text: captured }];
  }
  if (module === 'subprocess' && method === 'getoutput') return [...run.edits, { span: call.span, text: captured }];
  return undefined;
}

/** `shlex.quote` around every value that is a word, or part of one, outside of quotes; never around the program. Lists get `shlex.join`. */
function quoteValues(
  app: AppModel,
  language: CodeLanguage,
  parts: readonly TemplatePart[],
  values: readonly Span[],
): Fix | undefined {
  const [first] = parts;
  const [value] = values;
  if (value === undefined || typeof first !== 'string' || first.trim() === '') return undefined;
  let before = '';
  for (const part of parts) {
    if (typeof part === 'string') before += part;
    else if (values.includes(part) && (isInQuotes(before) || /(?:^|[|&;(`])\s*$/.test(before))) return undefined;
  }
  const quoted = values.map((span) => {
    const list = language.joinedList(app.text(span));
    const safe = addMember(app, span.file, 'shlex', list === undefined ? 'quote' : 'join');
    return { added: safe.edits, edit: { span, text: `${safe.local}(${list ?? app.text(span)})` } };
  });
  return {
    title: 'Quote the values for the shell',
    kind: 'suggest',
    edits: [...(quoted[0]?.added ?? []), ...quoted.map(({ edit }) => edit)],
  };
}

function isInQuotes(text: string): boolean {
  const open = text.replace(/\\./g, '').replace(/'[^']*'|"[^"]*"/g, '');
  return /['"]/.test(open);
}
