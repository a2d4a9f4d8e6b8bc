import type { Tool } from '../model/tool.js';

/** What a tool says it does, in words that mean a consequence for somebody: money, data, access or publication. */
const VERBS =
  /^(?:deletes?|drops?|purges?|wipes?|removes?|destroys?|terminates?|pays?|refunds?|charges?|transfers?|wires?|sends?|publish(?:es)?|posts?|deploys?|merges?|push(?:es)?|grants?|revokes?|disables?|shutdown|rotates?|exports?|bulk|impersonates?|emails?)$/;

/** Whether the tool's name, or the first words of its description, name a high impact. */
export function namesImpact({ name, description }: Tool): boolean {
  const words = [...wordsOf(name ?? ''), ...wordsOf(description ?? '').slice(0, 4)];
  return words.some((word) => VERBS.test(word));
}

const READING =
  /^(?:search|read|get|list|find|look|lookup|view|show|describe|count|check|calculate|calculator|convert|summarize|retrieve|weather|time)$/;

/** Whether a name says that a tool only reads. That is all there is to go by where the tool is declared elsewhere. */
export function namesReading(name: string): boolean {
  const words = wordsOf(name);
  return READING.test(words[0] ?? '') && !words.some((word) => VERBS.test(word));
}

/** `deleteUser`, `delete_user` and `Delete a user` all begin with `delete`. */
function wordsOf(text: string): readonly string[] {
  return text
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}
