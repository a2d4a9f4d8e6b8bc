import { readSettings, type Settings } from '../settings.js';
import type { Session } from '../session.js';

/** Reads the settings of every folder again. `pushed` is what a client sent that cannot be asked. */
export async function updateSettings(session: Session, initial: Settings, pushed?: unknown): Promise<void> {
  const { connection, folders, profile } = session;
  const all = folders.all();
  let sent: readonly unknown[];
  if (profile.pullsConfiguration) {
    const items = [undefined, ...all.map((folder) => folder.uri)].map((scopeUri) => ({
      section: 'leashlint',
      ...(scopeUri === undefined ? {} : { scopeUri }),
    }));
    sent = (await connection.workspace.getConfiguration(items)) as readonly unknown[];
  } else {
    const own = ownSection(pushed);
    sent = [own, ...all.map(() => own)];
  }
  session.settings = readSettings(sent[0], initial);
  all.forEach((folder, index) => {
    const settings = readSettings(sent[index + 1], initial);
    if (JSON.stringify(settings) === JSON.stringify(folder.settings)) return;
    folder.settings = settings;
    folder.pending.reconfigure = true;
    session.reanalyse(folder);
  });
  session.showResults();
}

/** Clients push either the section itself or an object that holds it. */
function ownSection(pushed: unknown): unknown {
  if (typeof pushed === 'object' && pushed !== null && 'leashlint' in pushed) return pushed.leashlint;
  return pushed;
}
