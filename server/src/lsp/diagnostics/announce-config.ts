import type { Folder } from '../folders.js';
import { joinPath } from '../paths.js';
import type { Session } from '../session.js';

/** Says once that a configuration is invalid, since everything that is shown depends on it. */
export function announceInvalidConfig(session: Session): void {
  const announced = new Set<string>();
  session.onResults(() => {
    for (const folder of session.folders.all()) {
      const broken = brokenConfig(folder);
      if (broken === undefined) announced.delete(folder.root);
      else if (!announced.has(folder.root)) {
        announced.add(folder.root);
        void announce(session, folder, broken);
      }
    }
  });
}

interface BrokenConfig {
  readonly path: string;
  readonly message: string;
}

function brokenConfig({ analysis }: Folder): BrokenConfig | undefined {
  for (const [path, findings] of Object.entries(analysis?.files ?? {})) {
    const problem = findings.find((one) => one.rule === 'config-problem');
    if (problem !== undefined) return { path, message: problem.message };
  }
  return undefined;
}

async function announce(
  { connection, documents, profile }: Session,
  { root }: Folder,
  broken: BrokenConfig,
): Promise<void> {
  const text = `leashlint: ${broken.path}: ${broken.message}`;
  const open = { title: 'Open' };
  const chosen = await connection.window.showErrorMessage(text, ...(profile.opensDocuments ? [open] : []));
  if (chosen?.title !== open.title) return;
  await connection.window.showDocument({ uri: documents.uriOf(joinPath(root, broken.path)), takeFocus: true });
}
