import type { FileFacts, ObjectEntry, Range, ValueId } from '../../facts.js';
import { createDocument, type DocumentDraft } from './document-draft.js';

/**
 * Dockerfiles and Makefiles: an object of `commands`, in which every instruction or line is a text with its continuations and
 * without comment lines, and `variables`, what `ENV`, `ARG` and assignments name.
 */
export function lowerCommands(text: string): FileFacts {
  const document = createDocument(text.length);
  const variables: ObjectEntry[] = [];
  const commands = logicalLines(text).map((range) => {
    const line = text.slice(...range);
    variables.push(...variablesIn(document, line, range[0]));
    return { value: document.literal(line.replaceAll(/\\\r?\n/g, ' '), range) };
  });
  const whole: Range = [0, text.length];
  const start: Range = [0, 0];
  const entry = (key: string, value: ValueId): ObjectEntry => ({ key, value, range: whole, keyRange: start });
  const entries = [
    entry('commands', document.array(commands, whole)),
    entry('variables', document.object(variables, whole)),
  ];
  return document.finish(document.object(entries, whole));
}

/** Lines with those that a backslash or a here-document appends to them. Without the space around them. */
function logicalLines(text: string): readonly Range[] {
  const lines: Range[] = [];
  let at = 0;
  while (at < text.length) {
    let end = lineEnd(text, at);
    const start = at + (/^\s*/.exec(text.slice(at, end))?.[0].length ?? 0);
    const isComment = text.charAt(start) === '#';
    while (!isComment && /\\\r?$/.test(text.slice(at, end)) && end < text.length) end = lineEnd(text, end + 1);
    const document = isComment ? null : /<<-?["']?(\w+)["']?/.exec(text.slice(start, end));
    if (document?.[1] !== undefined) end = documentEnd(text, end, document[1]);
    const stop = start + text.slice(start, end).trimEnd().length;
    if (!isComment && stop > start) lines.push([start, stop]);
    at = end + 1;
  }
  return lines;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The end of the line that has only the word of a here-document; of the line itself if there is none. */
function documentEnd(text: string, from: number, word: string): number {
  for (let at = from + 1; at < text.length;) {
    const end = lineEnd(text, at);
    if (text.slice(at, end).trim() === word) return end;
    at = end + 1;
  }
  return from;
}

const ASSIGNMENT = /([A-Za-z_]\w*)\s*[:?]?=\s*("[^"\n]*"|'[^'\n]*'|[^\s"'\\]+)/g;

/** `ENV NAME=value OTHER=value`, `NAME := value`. */
function variablesIn(document: DocumentDraft, line: string, offset: number): readonly ObjectEntry[] {
  if (!/^(?:(?:ENV|ARG|export)\s+)?[A-Za-z_]\w*\s*[:?]?=/i.test(line)) return [];
  return [...line.matchAll(ASSIGNMENT)].map((match) => {
    const [whole, key = '', written = ''] = match;
    const start = offset + match.index;
    const end = start + whole.length;
    const value = document.literal(written.replace(/^(["'])(.*)\1$/, '$2'), [end - written.length, end]);
    return { key, value, range: [start, end], keyRange: [start, start + key.length] };
  });
}
