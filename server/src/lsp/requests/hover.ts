import { type Hover, type HoverParams, MarkupKind, type Position, type Range } from 'vscode-languageserver/node';
import type { LocatedFinding, Note } from '../analysis/analyst.js';
import { joinPath, pathOfUri } from '../paths.js';
import { placeOf, type Session } from '../session.js';

/** Why the code under the cursor is reported and what makes it pass. */
export function hover(session: Session, { textDocument, position }: HoverParams): Hover | null {
  const path = pathOfUri(textDocument.uri);
  if (path === undefined) return null;
  const here = session.results.findings(path).filter(({ diagnostic }) => contains(diagnostic.range, position));
  const [first] = here;
  if (first === undefined) return null;
  const { root } = placeOf(session, path).folder;
  const link = ({ path: file, range }: Note): string => {
    const uri = session.documents.uriOf(joinPath(root, file));
    return `[${escaped(file)}:${range.start.line + 1}](${uri}#L${range.start.line + 1})`;
  };
  const findings = here.map((one) => one.finding);
  const value = session.profile.markdownHover
    ? findings.map((finding) => markdown(finding, link)).join('\n\n---\n\n')
    : findings.map(plain).join('\n\n');
  const kind = session.profile.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value }, range: first.diagnostic.range };
}

function markdown({ rule, documentation, message, help, trace }: LocatedFinding, link: (note: Note) => string): string {
  const steps = trace.map((step, index) => `${index + 1}. ${escaped(step.message)} — ${link(step)}`);
  return [
    documentation === undefined
      ? `**${rule}**`
      : `**${escaped(documentation.title)}** · [${rule}](${documentation.url})`,
    escaped(message),
    ...(help === '' ? [] : [`**How to fix:** ${escaped(help)}`]),
    ...(steps.length > 1 ? [`**Path**\n\n${steps.join('\n')}`] : []),
  ].join('\n\n');
}

function plain({ rule, documentation, message, help, trace }: LocatedFinding): string {
  const steps = trace.map(
    (step, index) => `  ${index + 1}. ${step.message} (${step.path}:${step.range.start.line + 1})`,
  );
  return [
    documentation === undefined ? rule : `${documentation.title} (${rule})`,
    message,
    ...(help === '' ? [] : [`How to fix: ${help}`]),
    ...(steps.length > 1 ? ['Path:', ...steps] : []),
    ...(documentation === undefined ? [] : [documentation.url]),
  ].join('\n');
}

function contains({ start, end }: Range, { line, character }: Position): boolean {
  const afterStart = line > start.line || (line === start.line && character >= start.character);
  const beforeEnd = line < end.line || (line === end.line && character <= end.character);
  return afterStart && beforeEnd;
}

/** Messages quote analysed code, which must not become markup. Code spans that the message itself has stay. */
function escaped(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') && part.length > 1 ? part : part.replace(/[\\*_{}[\]<>#|!~]/g, '\\$&')))
    .join('')
    .replaceAll('\n', ' ');
}
