import { pythonFrontEnd } from '../../../src/frontends/python/front-end.js';
import { testCases, type Case } from '../typescript/cases.js';
import { dumpFacts, type Dump } from '../typescript/dump.js';

// Vitest awaits this before the tests of the files that import it.
await pythonFrontEnd.load?.();

export function dumpPython(source: string, path = 'sample.py'): Dump {
  return dumpFacts(pythonFrontEnd.lower(path, source));
}

export function testPython(cases: readonly Case[]): void {
  testCases(cases, dumpPython);
}
