import type { Authentication } from '@leashlint/rules';

/** What a piece of code says about who may send requests. */
export interface Verdict {
  readonly state: Authentication['state'];
  readonly evidence: Authentication['evidence'];
  /** Foreign Host or Origin headers are refused, or may be. */
  readonly host: 'yes' | 'no' | 'unknown';
  /** Clients are let through only so often. */
  readonly limit: 'yes' | 'no' | 'unknown';
}

export const OPEN: Verdict = { state: 'no', evidence: [], host: 'no', limit: 'no' };
export const UNSEEN: Verdict = { state: 'unknown', evidence: [], host: 'unknown', limit: 'unknown' };

const ORDER: readonly Authentication['state'][] = ['yes', 'unknown', 'optional', 'no'];

/** All of them run: one that asks is enough, and one that was not seen may be it. */
export function together(verdicts: readonly Verdict[]): Verdict {
  const state = ORDER.find((one) => verdicts.some((verdict) => verdict.state === one)) ?? 'no';
  return {
    state,
    evidence: verdicts.filter((verdict) => verdict.state === state).flatMap((verdict) => verdict.evidence),
    host: surest(verdicts.map((verdict) => verdict.host)),
    limit: surest(verdicts.map((verdict) => verdict.limit)),
  };
}

function surest(answers: readonly Verdict['host'][]): Verdict['host'] {
  return answers.includes('yes') ? 'yes' : answers.includes('unknown') ? 'unknown' : 'no';
}
