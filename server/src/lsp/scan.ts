import type { WorkDoneProgressServerReporter } from 'vscode-languageserver/node';
import type { Session } from './session.js';

export interface ScanResult {
  readonly files: number;
  readonly findings: number;
  readonly problems: readonly string[];
  readonly cancelled: boolean;
}

/** Analyses every file of every folder once, with progress where the client shows it. */
export async function scanWorkspace(session: Session): Promise<ScanResult> {
  const { folders, loop, profile, connection } = session;
  const reporter = profile.progress ? await connection.window.createWorkDoneProgress() : undefined;
  const scanned = folders.all().filter((folder) => folder.uri !== undefined && folder.settings.enable);
  reporter?.begin('leashlint', 0, 'Scanning the workspace', true);
  session.progress = reporter && percentages(reporter);
  for (const folder of scanned) {
    folder.scan = 'wanted';
    folder.pending.relist = true;
    folder.pending.dirty = true;
  }
  let cancelled = false;
  const stop = reporter?.token.onCancellationRequested(() => {
    cancelled = true;
    for (const folder of scanned) if (folder.scan === 'wanted') folder.scan = 'none';
    loop.touch();
  });
  loop.touch();
  await loop.settled();
  stop?.dispose();
  session.progress = undefined;
  reporter?.done();

  const analyses = scanned.map((folder) => folder.analysis).filter((one) => one !== undefined);
  return {
    files: analyses.reduce((sum, one) => sum + one.filesAnalysed, 0),
    findings: analyses.flatMap((one) => Object.values(one.files)).reduce((sum, own) => sum + own.length, 0),
    problems: analyses.flatMap((one) => one.problems),
    cancelled,
  };
}

/** Sends a message per percent, not per file. */
function percentages(reporter: WorkDoneProgressServerReporter): (done: number, total: number) => void {
  let last = 0;
  return (done, total) => {
    const percentage = total === 0 ? 100 : Math.floor((done * 100) / total);
    if (percentage <= last) return;
    last = percentage;
    reporter.report(percentage, `${done} of ${total} files`);
  };
}
