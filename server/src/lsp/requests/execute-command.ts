import {
  type CancellationToken,
  ErrorCodes,
  type ExecuteCommandParams,
  type LSPAny,
  ResponseError,
} from 'vscode-languageserver/node';
import type { Note } from '../analysis/analyst.js';
import { setupOf } from '../folders.js';
import { joinPath, pathOfUri } from '../paths.js';
import { placeOf, type Session } from '../session.js';
import { scanWorkspace } from '../scan.js';

/**
 * Commands of the server, for every client. They are not named as the extension's own: a client library may register
 * them in the editor under these names.
 */
export const commands = {
  /** () → `ScanResult` */
  scan: 'leashlint.server.scanWorkspace',
  /** (uri of a file or folder?) → `{ root, source, problems, text }[]` */
  effectiveConfig: 'leashlint.server.effectiveConfig',
  /** (uri of a document, fingerprint) → `{ rule, message, steps }`, or null when the finding is gone */
  trace: 'leashlint.server.trace',
  /** (rule id) → Markdown, or null */
  rulePage: 'leashlint.server.rulePage',
  /** (https address): opens it outside of the editor */
  openUrl: 'leashlint.server.openUrl',
} as const;

export async function executeCommand(
  session: Session,
  params: ExecuteCommandParams,
  token: CancellationToken,
): Promise<LSPAny> {
  const [first, second] = (params.arguments ?? []) as readonly unknown[];
  switch (params.command) {
    case commands.scan:
      return { ...(await scanWorkspace(session)) };
    case commands.effectiveConfig:
      return effectiveConfig(session, typeof first === 'string' ? first : undefined);
    case commands.trace:
      await session.settled(token);
      return trace(session, String(first), String(second));
    case commands.rulePage:
      return (await session.analyst.rulePage(String(first))) ?? null;
    case commands.openUrl:
      if (typeof first !== 'string' || !first.startsWith('https://')) return null;
      return (await session.connection.window.showDocument({ uri: first, external: true })).success;
    default:
      throw new ResponseError(ErrorCodes.InvalidParams, `Unknown command ${params.command}`);
  }
}

async function effectiveConfig(session: Session, uri: string | undefined): Promise<LSPAny> {
  const path = uri === undefined ? undefined : pathOfUri(uri);
  const { folders: known } = session;
  const folders = path === undefined ? known.all() : [known.all().find(({ root }) => root === path) ?? known.of(path)];
  const found: LSPAny[] = [];
  for (const folder of folders) {
    const { source, problems, text } = await session.analyst.effectiveConfig(setupOf(folder));
    found.push({ root: folder.root, source: source ?? null, problems: [...problems], text });
  }
  return found;
}

/** The whole trace: a diagnostic's related information is abridged. */
function trace(session: Session, uri: string, fingerprint: string): LSPAny {
  const path = pathOfUri(uri);
  const shown =
    path === undefined
      ? undefined
      : session.results.findings(path).find((one) => one.finding.fingerprint === fingerprint);
  if (path === undefined || shown === undefined) return null;
  const { root } = placeOf(session, path).folder;
  const step = ({ path: file, range, message }: Note): LSPAny => ({
    uri: session.documents.uriOf(joinPath(root, file)),
    path: file,
    range: { start: { ...range.start }, end: { ...range.end } },
    message,
  });
  return { rule: shown.finding.rule, message: shown.finding.message, steps: shown.finding.trace.map(step) };
}
