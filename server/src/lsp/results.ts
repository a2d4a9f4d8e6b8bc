import { createHash } from 'node:crypto';
import picomatch from 'picomatch';
import type { Diagnostic } from 'vscode-languageserver/node';
import type { Severity } from '@leashlint/rules';
import type { LocatedFinding } from './analysis/analyst.js';
import type { ClientProfile } from './client-profile.js';
import { toDiagnostic } from './diagnostics/to-diagnostic.js';
import type { Folder, Folders } from './folders.js';
import type { OpenDocuments } from './open-documents.js';
import { joinPath, relativeTo } from './paths.js';
import type { Customization, Settings } from './settings.js';

/** Diagnostics of one file as the client gets them. Equal ids mean equal diagnostics, document versions included. */
export interface FileResult {
  readonly id: string;
  readonly items: readonly Diagnostic[];
}

export interface ShownFinding {
  readonly finding: LocatedFinding;
  readonly diagnostic: Diagnostic;
}

/** What the last analyses say, seen through the settings of each folder. */
export interface Results {
  file(path: string): FileResult;
  findings(path: string): readonly ShownFinding[];
  /** Files that show something although they are closed: absolute paths. */
  closedFiles(): readonly string[];
}

export function createResults(folders: Folders, documents: OpenDocuments, profile: ClientProfile): Results {
  const findings = (path: string): readonly ShownFinding[] => {
    const folder = folders.find(path);
    const relative = folder && relativeTo(folder.root, path);
    if (folder === undefined || relative === undefined || !isShown(folder.settings, relative)) return [];
    const naming = {
      uri: (one: string) => documents.uriOf(joinPath(folder.root, one)),
      version: (one: string) => folder.versions.get(one),
    };
    return (folder.analysis?.files[relative] ?? []).flatMap((finding) => {
      const severity = shownSeverity(finding, folder.settings.customizations);
      return severity === 'off' ? [] : [{ finding, diagnostic: toDiagnostic(finding, severity, profile, naming) }];
    });
  };
  const closedIn = (folder: Folder): readonly string[] => {
    if (folder.scan !== 'done' && folder.settings.diagnosticMode !== 'workspace') return [];
    return Object.keys(folder.analysis?.files ?? {})
      .map((path) => joinPath(folder.root, path))
      .filter((path) => folders.find(path) === folder && !documents.isOpen(path));
  };
  return {
    file(path) {
      const items = findings(path).map((one) => one.diagnostic);
      return { id: createHash('sha1').update(JSON.stringify(items)).digest('base64url'), items };
    },
    findings,
    closedFiles: () => folders.all().flatMap(closedIn),
  };
}

function isShown({ enable, exclude }: Settings, path: string): boolean {
  return enable && (exclude.length === 0 || !picomatch([...exclude], { dot: true })(path));
}

/** The last customization that names the rule wins. */
function shownSeverity({ rule, severity }: LocatedFinding, customizations: readonly Customization[]): Severity | 'off' {
  const customization = customizations.findLast((one) => picomatch(one.rule)(rule));
  return customization?.severity ?? severity;
}
