import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execFileAsync = promisify(execFile);

/** Runs a program with arguments, without a shell, and gives what it printed. */
export async function runCommand(program: string, args: readonly string[]): Promise<string> {
  const { stdout } = await execFileAsync(program, [...args]);
  return stdout;
}
