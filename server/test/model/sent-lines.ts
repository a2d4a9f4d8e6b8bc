import { analyseFiles, lineAt } from '../rules/analyse-files.js';

/** Lines of a file of Python on which something that was sent to it reaches the instructions of an agent, reported together or apart. */
export function sent(code: string, settings = {}): readonly number[] {
  const { findings } = analyseFiles({ 'app.py': code, 'leashlint.config.json': JSON.stringify(settings) });
  const found = findings.filter(({ rule }) => rule === 'prompt-untrusted-in-system');
  const places = found.flatMap(({ primary, related }) => [
    primary,
    ...related.filter(({ message }) => message.startsWith('reaches ')).map(({ span }) => span),
  ]);
  return [...new Set(places.map(({ start }) => lineAt(code, start)))].sort((a, b) => a - b);
}

/** The lines that say so by `# sent`. */
export function marked(code: string): readonly number[] {
  return code.split('\n').flatMap((line, index) => (line.includes('# sent') ? [index + 1] : []));
}
