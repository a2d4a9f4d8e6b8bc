/** Programs that run their arguments as a command line, as they are written in code. */
export const shellPrograms = [
  'sh',
  'bash',
  'zsh',
  'dash',
  'ksh',
  'fish',
  '/bin/sh',
  '/bin/bash',
  '/bin/zsh',
  '/bin/dash',
  '/usr/bin/sh',
  '/usr/bin/bash',
  '/usr/bin/zsh',
  'cmd',
  'cmd.exe',
  'powershell',
  'powershell.exe',
  'pwsh',
  'pwsh.exe',
  'wsl',
  'wsl.exe',
] as const;

/** The argument that makes such a program read the next one as code. */
export const shellCommandFlags = [
  '-c',
  '-lc',
  '-ic',
  '-ec',
  '-euc',
  '-xc',
  '-exc',
  '-ilc',
  '-lic',
  '/c',
  '/C',
  '/k',
  '/K',
  '-Command',
  '-command',
  '-EncodedCommand',
] as const;

/** Programs that run an argument as code of a language. */
export const interpreterPrograms = [
  'node',
  'bun',
  'deno',
  'tsx',
  'python',
  'python3',
  'perl',
  'ruby',
  'php',
  'osascript',
] as const;

/** The argument that makes such a program read the next one as code. */
export const interpreterFlags = ['-c', '-e', '-p', '-r', '-pe', '--eval', '--print', 'eval'] as const;

/** Packages that run commands in a machine or container of their own. */
export const SANDBOX_MODULES: ReadonlySet<string> = new Set([
  'e2b',
  '@e2b/code-interpreter',
  '@e2b/sdk',
  '@vercel/sandbox',
  '@daytonaio/sdk',
  '@daytona/sdk',
  '@cloudflare/sandbox',
  '@codesandbox/sdk',
  '@runloop/api-client',
  'modal',
]);
