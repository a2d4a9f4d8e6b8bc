import type { FileFacts, ObjectEntry } from '../../facts.js';
import { createDocument } from './document-draft.js';
import { lowerYamlInto } from './yaml.js';

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m;

/** Markdown for agents: an object of `frontMatter`, which is YAML, and the `body`, which is text. */
export function lowerMarkdown(text: string): FileFacts {
  const document = createDocument(text.length);
  const entries: ObjectEntry[] = [];
  const match = FRONT_MATTER.exec(text);
  const front = match?.index === 0 ? match : undefined;
  if (front?.[1] !== undefined) {
    const start = front[0].indexOf('\n') + 1;
    const value = lowerYamlInto(document, front[1], start);
    if (value !== undefined) entries.push({ key: 'frontMatter', value, range: [0, front[0].length], keyRange: [0, 3] });
  }
  const start = front?.[0].length ?? 0;
  const body = document.literal(text.slice(start), [start, text.length]);
  entries.push({ key: 'body', value: body, range: [start, text.length], keyRange: [start, start] });
  return document.finish(document.object(entries, [0, text.length]));
}
