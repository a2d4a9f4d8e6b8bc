import { NotificationType } from 'vscode-languageserver/node';
import type { Session } from './session.js';

/** What the client's status item shows. */
export interface Status {
  readonly busy: boolean;
  /** Duration of the last analyses together, in milliseconds. */
  readonly milliseconds: number;
  readonly folders: readonly FolderStatus[];
}

export interface FolderStatus {
  readonly root: string;
  /** Configuration file in force; null = defaults. */
  readonly config: string | null;
  readonly files: number;
  readonly findings: number;
  readonly problems: readonly string[];
}

export const statusNotification = new NotificationType<Status>('leashlint/status');

/** Tells a client that shows it what the server is at. Others never hear of it. */
export function announceStatus({ connection, folders, loop, onResults, profile }: Session): void {
  if (!profile.status) return;
  const send = (): void => {
    const analysed = folders
      .all()
      .flatMap(({ root, analysis }) => (analysis === undefined ? [] : [{ root, analysis }]));
    void connection.sendNotification(statusNotification, {
      busy: loop.busy,
      milliseconds: analysed.reduce((sum, { analysis }) => sum + analysis.milliseconds, 0),
      folders: analysed.map(({ root, analysis }) => ({
        root,
        config: analysis.config ?? null,
        files: analysis.filesAnalysed,
        findings: Object.values(analysis.files).reduce((sum, own) => sum + own.length, 0),
        problems: analysis.problems,
      })),
    });
  };
  loop.onBusy(send);
  onResults(send);
}
