import { openFindings, type Formatter } from './format.js';
import { createLocator } from './lines.js';
import { toldProblems } from './told-problems.js';

/** One line per finding: `file:line:column: severity message [rule]`. */
export const concise: Formatter = (report, { quiet }) => {
  const locate = createLocator((file) => report.text(file));
  const place = (file: string, offset: number): string => {
    const { line, column } = locate(file, offset);
    return `${file}:${line + 1}:${column + 1}`;
  };
  const findings = openFindings(report)
    .filter(({ severity }) => !quiet || severity === 'error')
    .map(
      ({ primary, severity, message, rule }) =>
        `${place(primary.file, primary.start)}: ${severity} ${message} [${rule}]`,
    );
  const problems = toldProblems(report, quiet).map(({ span, fatal, message, kind }) => {
    const where = span === undefined ? 'leashlint' : place(span.file, span.start);
    return `${where}: ${fatal ? 'failed' : 'note'} ${message} [${kind}]`;
  });
  return [...findings, ...problems].map((line) => line + '\n').join('');
};
