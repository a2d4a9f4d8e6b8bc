import type { Problem, Report } from '../engine/report.js';

/** Problems for people: searches that were cut off in several files are told in one line, the other formats list them. */
export function toldProblems({ problems }: Report, quiet: boolean): readonly Problem[] {
  const told = problems.filter(({ fatal }) => !quiet || fatal);
  const cut = told.filter(({ kind }) => kind === 'bound');
  if (cut.length < 2) return told;
  const message = `In ${String(cut.length)} files the search for where some values come from was cut off; a flow may be missing. The formats json and sarif list the places.`;
  return [...told.filter(({ kind }) => kind !== 'bound'), { kind: 'bound', message, span: undefined, fatal: false }];
}
