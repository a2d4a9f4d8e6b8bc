import { analyseFiles, lineAt } from '../rules/analyse-files.js';

/** Lines of a file of Python on which something that was sent to it reaches the instructions of an agent. */
export function sent(code: string): readonly number[] {
  const { findings } = analyseFiles({ 'app.py': code });
  const found = findings.filter(({ rule }) => rule === 'prompt-untrusted-in-system');
  return [...new Set(found.map(({ primary }) => lineAt(code, primary.start)))].sort((a, b) => a - b);
}

/** The lines that say so by `# sent`. */
export function marked(code: string): readonly number[] {
  return code.split('\n').flatMap((line, index) => (line.includes('# sent') ? [index + 1] : []));
}
