import { posix } from 'node:path';
import type { ProgramHost } from './program.js';

type Host = Pick<ProgramHost, 'read' | 'pythonProjects' | 'frameworkPackages'>;

/**
 * Whether a package of the workspace is a framework that the catalogue describes: its examples and its users beside it mean
 * what the rows say, while its own files are code like any other. `folder` is where the package lies, `file` who imports it.
 */
export function createOwnFrameworks(host: Host): (folder: string, top: string, file: string) => boolean {
  const known = new Map<string, boolean>();

  function isFramework(folder: string): boolean {
    const packages = host.frameworkPackages?.();
    const [project] = (host.pythonProjects?.() ?? [])
      .filter((each) => isWithin(folder, each))
      .toSorted((left, right) => right.length - left.length);
    if (packages === undefined || project === undefined) return false;
    const name = distributionName(
      host.read(posix.join(project, 'pyproject.toml')) ?? host.read(posix.join(project, 'setup.py')),
    );
    return name !== undefined && packages.has(name);
  }

  return (folder, top, file) => {
    if (isWithin(file, posix.join(folder, top))) return false;
    let answer = known.get(folder);
    if (answer === undefined) known.set(folder, (answer = isFramework(folder)));
    return answer;
  };
}

function isWithin(path: string, folder: string): boolean {
  return folder === '' || folder === '.' || path === folder || path.startsWith(`${folder}/`);
}

/** `name = "Pydantic_AI"` of a manifest as PyPI writes it. */
function distributionName(manifest: string | undefined): string | undefined {
  const name = /^\s*name\s*=\s*["']([\w.-]+)["']/m.exec(manifest ?? '')?.[1];
  return name?.toLowerCase().replaceAll(/[-_.]+/g, '-');
}
