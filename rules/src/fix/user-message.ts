import type { AppModel } from '../model/app.js';
import type { Flow, FlowSink } from '../model/flow.js';
import type { Fix, TextEdit } from '../model/finding.js';
import type { PropertySite } from '../model/site.js';
import type { Span } from '../model/span.js';
import { addImport } from './add-import.js';
import { fileText } from './file-text.js';
import { lastName, untrustedParts } from './flow-places.js';
import { asTemplateText, concatenationParts, enclosingEnd, templateParts, type TemplatePart } from './source-scan.js';

/**
 * Moves the untrusted parts of a system prompt into a user message of the same call. The instructions keep a tag in their
 * place (`<persona>`), the message carries the tagged value. Undefined where the call's messages are not in sight.
 */
export function moveToUserMessage(app: AppModel, flows: readonly [Flow, ...Flow[]]): Fix | undefined {
  const place = flows[0].sink.span;
  const parts = templateParts(app, place) ?? concatenationParts(app, place);
  if (parts === undefined) return undefined;
  const moved = taggedParts(app, parts, flows);
  if (moved.size === 0) return undefined;
  const data = [...moved].map(([span, tag]) => `<${tag}>\${${app.text(span)}}</${tag}>`).join('\n');
  const target = messageEdits(app, flows[0].sink, data);
  if (target === undefined) return undefined;
  const kept = parts.map((part) => keptText(app, part, moved)).join('');
  return {
    title: `Move ${[...moved.values()].map((tag) => `\`${tag}\``).join(', ')} into a user message`,
    kind: 'suggest',
    edits: [{ span: place, text: stringLiteral(kept) }, ...target],
  };
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

function messageEdits(app: AppModel, sink: FlowSink, data: string): readonly TextEdit[] | undefined {
  const { modelCall: owner, slot, span } = sink;
  if (slot?.role === 'messages') return afterSystemMessage(app, span, data);
  const properties = owner !== undefined && 'calleeSpan' in owner ? (owner.options?.properties ?? []) : [];
  const own = properties.some(({ valueSpan }) => valueSpan.file === span.file && valueSpan.start === span.start);
  return own ? siblingEdits(app, properties, data) : afterSystemMessage(app, span, data);
}

/** `system` and the user's text are options of one call. */
function siblingEdits(app: AppModel, properties: readonly PropertySite[], data: string): TextEdit[] | undefined {
  const property = properties.find(({ name }) => ['prompt', 'messages', 'input'].includes(name));
  if (property === undefined) return undefined;
  const { name, valueSpan } = property;
  const value = app.text(valueSpan);
  const shorthand = property.span.start === valueSpan.start ? `${name}: ` : '';
  const message = `{ role: 'user', content: \`${data}\` }`;
  if (value.startsWith('[')) {
    const inner = value.slice(1).trimStart();
    const at = valueSpan.end - inner.length;
    const text = inner === ']' ? message : `${message},${/^\[\s*\n(\s*)/.test(value) ? lineBreak(value) : ' '}`;
    return [{ span: { file: valueSpan.file, start: at, end: at }, text }];
  }
  if (name === 'messages') {
    const rest = /^[\w.$]+$/.test(value) ? value : `(${value})`;
    return [{ span: valueSpan, text: `${shorthand}[${message}, ...${rest}]` }];
  }
  const quote = value[0] ?? '';
  if (name === 'input' && !'\'"`'.includes(quote)) return undefined;
  return [{ span: valueSpan, text: `${shorthand}\`${data}\\n\\n${templateText(value)}\`` }];
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
function afterSystemMessage(app: AppModel, place: Span, data: string): readonly TextEdit[] | undefined {
  const { file } = place;
  const text = fileText(app, file);
  const end = enclosingEnd(text, place.end);
  const listEnd = end === undefined ? undefined : enclosingEnd(text, end + 1);
  if (end === undefined || listEnd === undefined || text[listEnd] !== ']') return undefined;
  const before = text.slice(0, place.start);
  const at = { file, start: end + 1, end: end + 1 };
  if (text[end] === '}') {
    const indent = /\n([^\S\n]*)\{[^{}]*$/.exec(before)?.[1];
    const gap = indent === undefined ? ' ' : `${app.files.get(file)?.eol ?? '\n'}${indent}`;
    return [{ span: at, text: `,${gap}{ role: 'user', content: \`${data}\` }` }];
  }
  if (text[end] === ')' && /\bSystemMessage\(\s*$/.test(before)) {
    const module = importOf(app, file, 'SystemMessage');
    if (module === undefined) return undefined;
    const human = addImport(app, file, module, 'HumanMessage');
    return [...human.edits, { span: at, text: `, new ${human.local}(\`${data}\`)` }];
  }
  return undefined;
}

function importOf(app: AppModel, file: string, name: string): string | undefined {
  const imports = app.files.get(file)?.imports ?? [];
  return imports.find((site) => site.names.some(({ imported }) => imported === name))?.module;
}
