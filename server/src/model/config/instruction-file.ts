import type { ConfigFileKind, ConfiguredText, InstructionFile } from '@leashlint/rules';
import type { Program } from '../../program/program.js';
import { toolNames } from '../tools/tool-names.js';
import { kindRef } from './config-settings.js';
import { documentRoot, select } from './select.js';

/** The text of a Markdown file that an agent takes for orders. */
export function instructionFile(program: Program, path: string, kind: ConfigFileKind): readonly InstructionFile[] {
  const file = program.file(path);
  const root = documentRoot(program, path);
  if (file === undefined || root === undefined || kind.instructions !== true) return [];
  const [body] = select(program, root, ['body']);
  if (body === undefined) return [];
  const span = program.spanOfRange(file, [0, file.text.length]);
  return [
    { framework: kindRef(kind), span, body: program.span(body.value), allowedTools: allowedTools(program, root) },
  ];
}

/** A list, or one text with commas. */
function allowedTools(program: Program, root: number): readonly ConfiguredText[] {
  const at = ['frontMatter', 'allowed-tools'];
  return [...select(program, root, at), ...select(program, root, [...at, '[]'])].flatMap(({ value }) => {
    const literal = program.value(value);
    if (literal.kind !== 'literal' || typeof literal.value !== 'string') return [];
    const span = program.span(value);
    return toolNames(literal.value).map((tool) => ({ value: tool, span }));
  });
}
