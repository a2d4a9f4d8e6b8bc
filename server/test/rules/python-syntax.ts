import { spawnSync } from 'node:child_process';

/** Parses every text of a JSON list and answers with what is wrong with each. */
const PROGRAM = `
import ast, json, sys, warnings
warnings.simplefilter("error")
def problem(text):
    try:
        ast.parse(text)
    except (SyntaxError, Warning, ValueError) as error:
        return f"{type(error).__name__}: {error}"
print(json.dumps([problem(text) for text in json.load(sys.stdin)]))
`;

/** What CPython says about the syntax of each text, all in one process; null for a text that it accepts. */
export function pythonProblems(texts: readonly string[]): readonly (string | null)[] {
  for (const command of ['python3', 'python']) {
    const run = spawnSync(command, ['-X', 'utf8', '-c', PROGRAM], {
      input: JSON.stringify(texts),
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    });
    if (run.error !== undefined) continue;
    if (run.status !== 0) throw new Error(`${command} failed: ${run.stderr}`);
    return JSON.parse(run.stdout) as readonly (string | null)[];
  }
  throw new Error('These tests ask the real Python about every program that they show: install python3');
}
