import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
} from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LocatedFix } from '../analysis/analyst.js';
import type { DiagnosticData } from '../diagnostics/to-diagnostic.js';
import { combineSafeFixes } from '../edits/fix-all.js';
import { ignoreFile, ignoreLine, type IgnoreComment } from '../edits/ignore-comment.js';
import { type EditTarget, snippetEdit, workspaceEdit } from '../edits/workspace-edit.js';
import { joinPath, pathOfUri } from '../paths.js';
import { placeOf, type Session } from '../session.js';
import { commands } from './execute-command.js';

export const fixAllKind = `${CodeActionKind.SourceFixAll}.leashlint`;

/**
 * Answers from what the client sends: edits ride in the diagnostics' data, so no request waits for an analysis that was
 * not under way already. Edits for a text that has moved on are not offered.
 */
export async function codeAction(
  session: Session,
  { textDocument, range, context }: CodeActionParams,
  token: CancellationToken,
): Promise<readonly CodeAction[]> {
  const path = pathOfUri(textDocument.uri);
  const document = path === undefined ? undefined : session.documents.get(path);
  if (path === undefined || document === undefined) return [];
  const wanted = kindFilter(context.only);
  const actions: CodeAction[] = [];

  if (wanted(CodeActionKind.QuickFix)) {
    const sent = context.diagnostics.filter((one) => one.source === 'leashlint');
    const diagnostics = sent.length > 0 ? sent : overlapping(session, path, range.start.line, range.end.line);
    actions.push(...quickFixes(session, path, document, diagnostics));
  }
  const isAsked = context.only !== undefined || context.triggerKind !== CodeActionTriggerKind.Automatic;
  if (isAsked && wanted(fixAllKind)) {
    await session.settled(token);
    if (!token.isCancellationRequested) actions.push(...fixAll(session, path));
  }
  return actions;
}

/** `only: ['source']` asks for `source.fixAll.leashlint` too; `only: ['source.fixAll.eslint']` does not. */
function kindFilter(only: readonly CodeActionKind[] | undefined): (kind: CodeActionKind) => boolean {
  return (kind) => only === undefined || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
}

/** For clients that leave the diagnostics out of the context. */
function overlapping({ results }: Session, path: string, first: number, last: number): readonly Diagnostic[] {
  return results
    .findings(path)
    .map((one) => one.diagnostic)
    .filter(({ range }) => range.start.line <= last && range.end.line >= first);
}

function quickFixes(
  session: Session,
  path: string,
  document: TextDocument,
  diagnostics: readonly Diagnostic[],
): readonly CodeAction[] {
  const target = editTarget(session, path);
  const { settings } = placeOf(session, path).folder;
  const known = diagnostics.flatMap((diagnostic) => {
    const data = diagnosticData(diagnostic);
    return data === undefined ? [] : [{ diagnostic, data }];
  });
  const repairs = known.flatMap(({ diagnostic, data }) => {
    const current = Object.entries(data.versions).every(([file, version]) => target.version(file) === version);
    if (!current) return [];
    const onlySafe = data.fixes.filter((fix) => fix.kind === 'safe').length === 1;
    return data.fixes.map((fix) => fixAction(session, target, diagnostic, fix, onlySafe));
  });
  const others = known.flatMap(({ diagnostic, data }) => [
    ...(data.page !== undefined && settings.disableRuleComment ? ignoreActions(session, document, diagnostic) : []),
    ...informationActions(session, settings.showDocumentation, document, diagnostic, data),
  ]);
  return [...repairs, ...others];
}

function fixAction(
  { profile }: Session,
  target: EditTarget,
  diagnostic: Diagnostic,
  fix: LocatedFix,
  onlySafe: boolean,
): CodeAction {
  return {
    title: fix.kind === 'safe' ? fix.title : `${fix.title} (suggestion)`,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: onlySafe && fix.kind === 'safe',
    edit: workspaceEdit(profile, target, fix),
  };
}

function ignoreActions({ profile }: Session, document: TextDocument, diagnostic: Diagnostic): readonly CodeAction[] {
  const rule = String(diagnostic.code);
  const identifier = { uri: document.uri, version: document.version };
  const action = (title: string, comment: IgnoreComment | undefined): readonly CodeAction[] =>
    comment === undefined
      ? []
      : [
          {
            title,
            kind: CodeActionKind.QuickFix,
            diagnostics: [diagnostic],
            edit: snippetEdit(profile, identifier, comment, comment),
          },
        ];
  return [
    ...action(`Ignore ${rule} on this line`, ignoreLine(document, rule, diagnostic.range)),
    ...action(`Ignore ${rule} in this file`, ignoreFile(document, rule)),
  ];
}

function informationActions(
  { profile }: Session,
  documentation: boolean,
  { uri }: TextDocument,
  diagnostic: Diagnostic,
  data: DiagnosticData,
): readonly CodeAction[] {
  const rule = String(diagnostic.code);
  const run = (title: string, command: string, args: readonly unknown[]): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: { title, command, arguments: [...args] },
  });
  return [
    ...(profile.showsTraces && data.traced
      ? [run('Show the path from source to sink', 'leashlint.showTrace', [uri, data.fingerprint])]
      : []),
    ...(data.page !== undefined && documentation && profile.opensDocuments
      ? [run(`Show documentation for ${rule}`, commands.openUrl, [data.page])]
      : []),
  ];
}

function fixAll(session: Session, path: string): readonly CodeAction[] {
  const findings = session.results.findings(path);
  const { relative } = placeOf(session, path);
  const target = editTarget(session, path);
  const current = findings.filter(({ diagnostic }) => {
    const versions = Object.entries(diagnosticData(diagnostic)?.versions ?? {});
    return versions.every(([file, version]) => target.version(file) === version);
  });
  const { edits, appends, count } = combineSafeFixes(
    relative,
    current.map(({ finding }) => finding.fixes),
  );
  if (count === 0) return [];
  return [
    {
      title: 'Fix all safe leashlint problems',
      kind: fixAllKind,
      diagnostics: current.map((one) => one.diagnostic),
      edit: workspaceEdit(session.profile, target, { edits, appends }),
    },
  ];
}

/** Paths of the document's folder as the client knows them. */
function editTarget(session: Session, path: string): EditTarget {
  const { folder } = placeOf(session, path);
  return {
    uri: (relative) => session.documents.uriOf(joinPath(folder.root, relative)),
    version: (relative) => session.documents.get(joinPath(folder.root, relative))?.version,
  };
}

/** The data is ours, sent back unchanged; a client that drops it gets no fixes. */
function diagnosticData({ data }: Diagnostic): DiagnosticData | undefined {
  return typeof data === 'object' && data !== null && 'fingerprint' in data ? (data as DiagnosticData) : undefined;
}
