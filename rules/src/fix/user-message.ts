import type { AppModel, Flow, PromptSlot } from '../model/app.js';
import type { Fix, TextEdit } from '../model/finding.js';
import type { PropertySite } from '../model/site.js';
import type { Span } from '../model/span.js';
import { addImport } from './add-import.js';
import { fileText } from './file-text.js';
import { contains, flowPlaces } from './flow-places.js';
import { enclosingEnd, templateParts, type TemplatePart } from './source-scan.js';

/**
 * Moves the untrusted parts of a system prompt into a user message of the same call. The instructions keep a tag in their
 * place (`<persona>`), the message carries the tagged value. Undefined where the call's messages are not in sight.
 */
export function moveToUserMessage(app: AppModel, flows: readonly Flow[]): Fix | undefined {
  const slot = flows[0]?.sink.slot;
  if (slot === undefined) return undefined;
  const parts = templateParts(app, slot.span) ?? flows[0]?.sink.argument?.template;
  if (parts === undefined) return undefined;
  const moved = untrustedParts(app, parts, flows);
  if (moved.size === 0) return undefined;
  const data = [...moved].map(([span, tag]) => `<${tag}>\${${app.text(span)}}</${tag}>`).join('\n');
  const target = messageEdits(app, flows[0], slot, data);
  if (target === undefined) return undefined;
  const kept = parts.map((part) => keptText(app, part, moved)).join('');
  return {
    title: `Move ${[...moved.values()].map((tag) => `\`${tag}\``).join(', ')} into a user message`,
    kind: 'suggest',
    edits: [{ span: slot.span, text: stringLiteral(kept) }, ...target],
  };
}

/** The parts that the flows come through, each with a tag made of the last name in it. */
function untrustedParts(
  app: AppModel,
  parts: readonly TemplatePart[],
  flows: readonly Flow[],
): ReadonlyMap<Span, string> {
  const expressions = parts.filter((part): part is Span => typeof part !== 'string');
  const places = flowPlaces(flows);
  const touched = expressions.filter((part) => places.some((place) => contains(part, place)));
  const chosen = touched.length === 0 && expressions.length === 1 ? expressions : touched;
  const tags = new Map<Span, string>();
  for (const span of chosen) {
    const name = /([A-Za-z_]\w*)\W*$/.exec(app.text(span))?.[1] ?? 'input';
    const taken = new Set(tags.values());
    tags.set(span, taken.has(name) ? `${name}${String(tags.size + 1)}` : name);
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
  flow: Flow | undefined,
  slot: PromptSlot,
  data: string,
): readonly TextEdit[] | undefined {
  const owner = flow?.sink.modelCall;
  const properties = owner !== undefined && 'calleeSpan' in owner ? (owner.options?.properties ?? []) : [];
  if (properties.some(({ valueSpan }) => contains(slot.span, valueSpan) || contains(valueSpan, slot.span))) {
    const own = properties.find(({ valueSpan }) => contains(valueSpan, slot.span));
    if (own?.valueSpan.start === slot.span.start) return siblingEdits(app, properties, data);
  }
  return afterSystemMessage(app, slot, data);
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
  if ((quote === "'" || quote === '"') && value.endsWith(quote)) {
    return value.slice(1, -1).replaceAll('`', '\\`').replaceAll('${', '\\${');
  }
  return `\${${value}}`;
}

/** The system message is an element of a list: the user message goes after it. */
function afterSystemMessage(app: AppModel, slot: PromptSlot, data: string): readonly TextEdit[] | undefined {
  const { file } = slot.span;
  const text = fileText(app, file);
  const end = enclosingEnd(text, slot.span.end);
  if (end === undefined) return undefined;
  const at = { file, start: end + 1, end: end + 1 };
  const listEnd = enclosingEnd(text, end + 1);
  if (listEnd === undefined || text[listEnd] !== ']') return undefined;
  if (text[end] === '}') {
    const own = text.slice(0, slot.span.start);
    const indent = /\n([^\S\n]*)\{[^{}]*$/.exec(own)?.[1];
    const gap = indent === undefined ? ' ' : `${app.files.get(file)?.eol ?? '\n'}${indent}`;
    return [{ span: at, text: `,${gap}{ role: 'user', content: \`${data}\` }` }];
  }
  if (text[end] === ')' && /\bSystemMessage\(\s*$/.test(text.slice(0, slot.span.start))) {
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
