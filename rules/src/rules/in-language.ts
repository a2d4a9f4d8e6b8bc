import type { AppModel } from '../model/app.js';
import type { Span } from '../model/span.js';

/** Advice that names functions: one text for each language, or one for all. */
export type Advice = string | { readonly typescript: string; readonly python: string };

/** Advice in the language of the code that it is about. */
export function inLanguage(app: AppModel, { file }: Span, advice: Advice): string {
  if (typeof advice === 'string') return advice;
  return app.files.get(file)?.language === 'python' ? advice.python : advice.typescript;
}
