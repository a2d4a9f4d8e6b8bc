import { readFileSync } from 'node:fs';

/**
 * @typedef {object} Outcome
 * @property {string} title
 * @property {'passed' | 'failed' | 'skipped'} state
 * @property {string} [error] shown below the title
 */

/**
 * Prints one line per test and a sum. An empty or partly skipped run is a failure: it proves nothing.
 * @param {string} suite
 * @param {readonly Outcome[]} outcomes
 * @returns {boolean} whether the suite counts as passed
 */
export function report(suite, outcomes) {
  const count = (/** @type {Outcome['state']} */ state) => outcomes.filter((one) => one.state === state).length;
  const [passes, failures, skipped] = [count('passed'), count('failed'), count('skipped')];
  const sign = { passed: 'ok  ', failed: 'FAIL', skipped: 'SKIP' };
  console.log(`\n${suite}`);
  for (const { title, state, error } of outcomes) {
    console.log(`  ${sign[state]} ${title}`);
    if (error) console.log(error.replace(/^/gm, '         '));
  }
  console.log(`${suite}: passes: ${passes}, failures: ${failures}, skipped: ${skipped}`);
  const passed = passes > 0 && failures === 0 && skipped === 0;
  if (passes === 0) console.log(`${suite}: no test passed, so nothing was proved`);
  return passed;
}

/**
 * @param {string} file what mocha's json reporter wrote
 * @returns {Outcome[]}
 */
export function readMocha(file) {
  /** @type {{ tests: { fullTitle: string, err: { stack?: string, message?: string } }[], pending: { fullTitle: string }[],
   *   failures: { fullTitle: string, err: { stack?: string, message?: string } }[] }} */
  const result = JSON.parse(readFileSync(file, 'utf8'));
  const pending = new Set(result.pending.map((test) => test.fullTitle));
  // A failed hook is among the failures only.
  const failed = new Map(
    result.failures.map((test) => [test.fullTitle, test.err.stack ?? test.err.message ?? 'failed']),
  );
  const titles = new Set([...result.tests.map((test) => test.fullTitle), ...failed.keys()]);
  return [...titles].map((title) => {
    const error = failed.get(title);
    if (error !== undefined) return { title, state: 'failed', error };
    return { title, state: pending.has(title) ? 'skipped' : 'passed' };
  });
}

/**
 * @param {string} file what vitest's json reporter wrote
 * @returns {Outcome[]}
 */
export function readVitest(file) {
  /** @type {{ testResults: { name: string, status: string, message: string,
   *   assertionResults: { fullName: string, status: string }[] }[] }} */
  const result = JSON.parse(readFileSync(file, 'utf8'));
  return result.testResults.flatMap((suite) => {
    /** @type {Outcome[]} */
    const outcomes = suite.assertionResults.map((test) => {
      const title = test.fullName;
      if (test.status === 'passed') return { title, state: 'passed' };
      // vitest has shown the error in full already.
      if (test.status === 'failed') return { title, state: 'failed' };
      return { title, state: 'skipped' };
    });
    // A file that failed to load has no assertions of its own.
    if (suite.status === 'failed' && !outcomes.some((one) => one.state === 'failed')) {
      outcomes.push({ title: suite.name, state: 'failed', error: suite.message });
    }
    return outcomes;
  });
}
