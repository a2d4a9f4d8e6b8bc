/** What a command writes to and reads from; tests give their own. */
export interface Streams {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: Output;
  readonly stderr: Output;
  readStdin(): string;
  /** Makes the folders that are missing. The path is absolute. */
  writeFile(path: string, text: string): void;
}

export interface Output {
  /** Left out by the runtime for pipes. */
  readonly isTTY: boolean | undefined;
  write(text: string): void;
}

/** Whether to colour what goes to an output: options first, then FORCE_COLOR and NO_COLOR, then whether it is a terminal. */
export function wantsColor(option: string | undefined, output: Output, environment: Streams['environment']): boolean {
  if (option === 'always') return true;
  if (option === 'never') return false;
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: terminal } = environment;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return output.isTTY === true && terminal !== 'dumb';
}
