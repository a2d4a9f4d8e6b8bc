import type { AppModel } from '../model/app.js';
import type { Flow, FlowSink } from '../model/flow.js';
import type { Fix, TextEdit } from '../model/finding.js';
import type { PropertySite } from '../model/site.js';
import type { Span } from '../model/span.js';
import { addImport } from './add-import.js';
import { enclosingEnd } from './brackets.js';
import { codeLanguage, type CodeLanguage, type TemplatePiece } from './code-language.js';
import { fileText } from './file-text.js';
import { lastName, untrustedParts } from './flow-places.js';
import { replaceFields, textFields } from './python-text.js';
import { asTemplateText, concatenationParts, templateParts, type TemplatePart } from './source-scan.js';

type Flows = readonly [Flow, ...Flow[]];

/**
 * Moves the untrusted parts of a system prompt into a user message of the same call. The instructions keep a tag in their
 * place (`<persona>`), the message carries the tagged value. Undefined where the call's messages are not in sight.
 */
export function moveToUserMessage(app: AppModel, flows: Flows): Fix | undefined {
  const { sink } = flows[0];
  const language = codeLanguage(app, sink.span.file);
  const taken =
    language && (language.name === 'python' ? takeFields(app, language, flows) : takeParts(app, language, flows));
  if (language === undefined || taken === undefined || taken.moved.size === 0) return undefined;
  const data = [...taken.moved].flatMap(([span, tag], index): TemplatePiece[] => [
    `${index === 0 ? '' : '\n'}<${tag}>`,
    { code: app.text(span) },
    `</${tag}>`,
  ]);
  const target = messageEdits(app, language, sink, data);
  if (target === undefined) return undefined;
  return {
    title: `Move ${[...taken.moved.values()].map((tag) => `\`${tag}\``).join(', ')} into a user message`,
    kind: 'suggest',
    edits: [...taken.edits, ...target],
  };
}

interface Taken {
  /** The expressions that move, each with its tag. */
  readonly moved: ReadonlyMap<Span, string>;
  /** Edits of the instructions, which keep the tags. */
  readonly edits: readonly TextEdit[];
}

function takeParts(app: AppModel, language: CodeLanguage, flows: Flows): Taken | undefined {
  const { span } = flows[0].sink;
  const parts = templateParts(app, span) ?? concatenationParts(app, span);
  if (parts === undefined) return undefined;
  const moved = taggedParts(app, parts, flows);
  const kept = parts.map((part) => keptText(app, part, moved)).join('');
  return { moved, edits: [{ span, text: language.inStyle(stringLiteral(kept)) }] };
}

function takeFields(app: AppModel, language: CodeLanguage, flows: Flows): Taken | undefined {
  const fields = textFields(app, flows[0].sink.span);
  if (fields === undefined) return undefined;
  const moved = taggedParts(
    app,
    fields.map(({ span }) => span),
    flows,
  );
  const replaced = fields.flatMap((field) => {
    const tag = moved.get(field.span);
    return tag === undefined ? [] : [[field, `<${tag}>`] as const];
  });
  return { moved, edits: replaceFields(language, new Map(replaced)) };
}

/** The parts that move, each with a tag made of the last name in it. */
function taggedParts(app: AppModel, parts: readonly TemplatePart[], flows: readonly Flow[]): ReadonlyMap<Span, string> {
  const tags = new Map<Span, string>();
  for (const span of untrustedParts(app, parts, flows)) {
    const name = lastName(app.text(span)) ?? 'input';
    tags.set(span, [...tags.values()].includes(name) ? `${name}${String(tags.size + 1)}` : name);
  }
  return tags;
}

function keptText(app: AppModel, part: TemplatePart, moved: ReadonlyMap<Span, string>): string {
  if (typeof part === 'string') return part;
  const tag = moved.get(part);
  return tag === undefined ? `\${${app.text(part)}}` : `<${tag}>`;
}

/** Text as the inside of a template literal becomes the plainest literal that holds it. */
function stringLiteral(raw: string): string {
  return /[\n'\\]|\$\{/.test(raw) ? `\`${raw}\`` : `'${raw}'`;
}

function messageEdits(
  app: AppModel,
  language: CodeLanguage,
  sink: FlowSink,
  data: readonly TemplatePiece[],
): readonly TextEdit[] | undefined {
  const { modelCall: owner, slot, span } = sink;
  const content = language.template(data);
  if (content === undefined) return undefined;
  if (slot?.role === 'messages') return afterSystemMessage(app, language, span, content);
  const properties = owner !== undefined && 'calleeSpan' in owner ? (owner.options?.properties ?? []) : [];
  const own = properties.some(({ valueSpan }) => valueSpan.file === span.file && valueSpan.start === span.start);
  return own
    ? siblingEdits(app, language, properties, data, content)
    : afterSystemMessage(app, language, span, content);
}

function userMessage(language: CodeLanguage, content: string): string {
  return language.record({ role: language.text('user'), content });
}

/** `system` and the user's text are options of one call. */
function siblingEdits(
  app: AppModel,
  language: CodeLanguage,
  properties: readonly PropertySite[],
  data: readonly TemplatePiece[],
  content: string,
): TextEdit[] | undefined {
  const property = properties.find(({ name }) => ['prompt', 'messages', 'input'].includes(name));
  if (property === undefined) return undefined;
  const { name, valueSpan } = property;
  const value = app.text(valueSpan);
  const shorthand = property.span.start === valueSpan.start ? `${name}: ` : '';
  const message = userMessage(language, content);
  if (value.startsWith('[')) {
    const inner = value.slice(1).trimStart();
    const at = valueSpan.end - inner.length;
    const text = inner === ']' ? message : `${message},${/^\[\s*\n(\s*)/.test(value) ? lineBreak(value) : ' '}`;
    return [{ span: { file: valueSpan.file, start: at, end: at }, text }];
  }
  if (name === 'messages') {
    const rest = /^[\w.$]+$/.test(value) ? value : `(${value})`;
    return [{ span: valueSpan, text: shorthand + language.list([message, language.spread(rest)]) }];
  }
  const literal = /^[a-z]{0,2}["'`]/i.test(value);
  if (name === 'input' && !literal) return undefined;
  if (language.name === 'typescript') {
    return [{ span: valueSpan, text: `${shorthand}${content.slice(0, -1)}\\n\\n${templateText(value)}\`` }];
  }
  const joined = language.template(literal ? [...data, '\n\n'] : [...data, '\n\n', { code: value }]);
  return joined === undefined ? undefined : [{ span: valueSpan, text: literal ? `${joined} + ${value}` : joined }];
}

function lineBreak(value: string): string {
  return /^\[(\s*\n\s*)/.exec(value)?.[1] ?? ' ';
}

/** An expression as it stands inside a template literal. */
function templateText(value: string): string {
  const quote = value[0];
  if (quote === '`' && value.endsWith('`')) return value.slice(1, -1);
  if ((quote === "'" || quote === '"') && value.endsWith(quote)) return asTemplateText(value);
  return `\${${value}}`;
}

/** The system message is an element of a list: the user message goes after it. `place` is its text. */
function afterSystemMessage(
  app: AppModel,
  language: CodeLanguage,
  place: Span,
  content: string,
): readonly TextEdit[] | undefined {
  const { file } = place;
  const text = fileText(app, file);
  const { skip } = language;
  const end = enclosingEnd(text, place.end, skip);
  const listEnd = end === undefined ? undefined : enclosingEnd(text, end + 1, skip);
  if (end === undefined || listEnd === undefined || text[listEnd] !== ']') return undefined;
  const before = text.slice(0, place.start);
  const at = { file, start: end + 1, end: end + 1 };
  if (text[end] === '}') {
    const indent = /\n([^\S\n]*)\{[^{}]*$/.exec(before)?.[1];
    const gap = indent === undefined ? ' ' : `${app.files.get(file)?.eol ?? '\n'}${indent}`;
    return [{ span: at, text: `,${gap}${userMessage(language, content)}` }];
  }
  if (text[end] === ')' && /\bSystemMessage\(\s*(?:content\s*=\s*)?$/.test(before)) {
    const module = importOf(app, file, 'SystemMessage');
    if (module === undefined) return undefined;
    const human = addImport(app, file, module, 'HumanMessage');
    const made = `${language.name === 'python' ? '' : 'new '}${human.local}(${content})`;
    return [...human.edits, { span: at, text: `, ${made}` }];
  }
  return undefined;
}

function importOf(app: AppModel, file: string, name: string): string | undefined {
  const imports = app.files.get(file)?.imports ?? [];
  return imports.find((site) => site.names.some(({ imported }) => imported === name))?.module;
}
