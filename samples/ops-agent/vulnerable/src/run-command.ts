import { exec } from 'node:child_process';
import { promisify } from 'node:util';

const execAsync = promisify(exec);

/** Runs a command and gives what it printed. */
export async function runCommand(command: string): Promise<string> {
  const { stdout } = await execAsync(command);
  return stdout;
}
