import type { AppModel } from '../model/app.js';
import type { Quote } from './quotes.js';

/** The whole text of an analysed file. */
export function fileText(app: AppModel, file: string): string {
  return app.text({ file, start: 0, end: Number.MAX_SAFE_INTEGER });
}

/** The quote and the statement end that a file's imports use; single quotes and a semicolon if it has none. */
export function importStyle(app: AppModel, file: string): { readonly quote: Quote; readonly end: string } {
  const [first] = app.files.get(file)?.imports ?? [];
  if (first === undefined) return { quote: "'", end: ';' };
  // The statement may end one character after the span of a `require` call.
  const text = app.text({ file, start: first.span.start, end: first.span.end + 2 });
  return { quote: text.includes('"') && !text.includes("'") ? '"' : "'", end: text.includes(';') ? ';' : '' };
}

/** Whether a file annotates types: TypeScript always, Python where some function does. */
export function isTyped(app: AppModel, file: string): boolean {
  if (app.files.get(file)?.language === 'python') return /\bdef \w+\([^)]*:|\) *-> */.test(fileText(app, file));
  return /\.[mc]?tsx?$/.test(file);
}
