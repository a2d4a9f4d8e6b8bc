/** Characters around a key in which the rest of a web application's configuration stands. */
const NEAR = 500;
const WEB_APP = /\b(?:authDomain|messagingSenderId)\b/;
const MAPS = /(?<![A-Za-z])(?:[Mm]aps?|MAPS?)(?![a-z])|[a-z]Maps?(?![a-z])/;

/**
 * Whether a key of Google is one that every visitor gets: those of Firebase's web applications, and of maps that pages show. What
 * they allow is restricted by the site that uses them.
 */
export function isForBrowsers(text: string, format: string, start: number, end: number): boolean {
  if (format !== 'google-api-key') return false;
  if (WEB_APP.test(text.slice(Math.max(0, start - NEAR), end + NEAR))) return true;
  return MAPS.test(text.slice(text.lastIndexOf('\n', start) + 1, start));
}
