import type { FileFacts } from '../../facts.js';
import { internalError, type FrontEnd } from '../frontend.js';
import { createDocument } from './document-draft.js';
import { lowerCommands } from './commands.js';
import { commandFiles, configExtensions, configFormats, isConfigFormat } from './formats.js';
import { lowerJson } from './json.js';
import { lowerMarkdown } from './markdown.js';
import { lowerToml } from './toml.js';
import { nestedTooDeeply } from './nesting.js';
import { lowerYaml } from './yaml.js';

const tooDeep = 'nested too deeply to be read';

const formats: readonly (readonly [ends: readonly string[], lower: (text: string) => FileFacts])[] = [
  [configFormats.json, lowerJson],
  [configFormats.yaml, lowerYaml],
  [configFormats.toml, lowerToml],
  [configFormats.markdown, lowerMarkdown],
  [configFormats.commands, lowerCommands],
];

/** Data files: settings of agents and editors, workflows, manifests, instructions. Their root is the default export. */
export const configFrontEnd: FrontEnd = {
  language: 'config',
  extensions: configExtensions,
  reads: isConfigFormat,
  code: false,
  lower(path, text) {
    const name = path.toLowerCase();
    const named = commandFiles.test(path) ? lowerCommands : undefined;
    const lower = named ?? formats.find(([ends]) => ends.some((end) => name.endsWith(end)))?.[1] ?? lowerMarkdown;
    if (lower !== lowerMarkdown && lower !== lowerCommands && nestedTooDeeply(text)) return unreadable(text, tooDeep);
    try {
      return lower(text);
    } catch (error) {
      // The parsers recurse: a range error is how they say that the stack is used up.
      if (error instanceof RangeError) return unreadable(text, tooDeep);
      return unreadable(text, `${internalError}: ${error instanceof Error ? error.message : String(error)}`);
    }
  },
};

function unreadable(text: string, message: string): FileFacts {
  const document = createDocument(text.length);
  document.problem(message, [0, 0]);
  return document.finish(undefined);
}
