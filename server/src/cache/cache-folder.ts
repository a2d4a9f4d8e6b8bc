import os from 'node:os';
import path from 'node:path';

/**
 * The user's folder for caches by the convention of the platform; undefined if there is no home. It is not in the workspace on
 * purpose: what lies there may have been written by whoever wrote the code, and a forged cache would be a clean report.
 */
export function defaultCacheFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | undefined {
  const paths = platform === 'win32' ? path.win32 : path.posix;
  const base = baseFolder(environment, platform);
  // The XDG specification: relative paths are to be ignored.
  return base === undefined || !paths.isAbsolute(base) ? undefined : paths.join(base, 'leashlint');
}

function baseFolder(
  environment: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
): string | undefined {
  if (platform === 'win32') return environment['LOCALAPPDATA'] ?? environment['TEMP'];
  const { XDG_CACHE_HOME: xdg, HOME: home = homeOfUser() } = environment;
  if (xdg !== undefined && path.posix.isAbsolute(xdg)) return xdg;
  return home && path.posix.join(home, ...(platform === 'darwin' ? ['Library', 'Caches'] : ['.cache']));
}

function homeOfUser(): string | undefined {
  try {
    return os.homedir();
  } catch {
    return undefined;
  }
}
