import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** What VS Code calls in its extension host: rejects when a test failed. */
export async function run(): Promise<void> {
  const output = process.env.LEASHLINT_E2E_RESULTS;
  if (!output) throw new Error('LEASHLINT_E2E_RESULTS must name the file for the results');
  const mocha = new Mocha({
    timeout: 90_000,
    forbidOnly: true,
    forbidPending: true,
    reporter: 'json',
    reporterOptions: { output },
  });
  const suites = readdirSync(__dirname).filter((file) => file.endsWith('.suite.cjs'));
  for (const suite of suites.sort()) mocha.addFile(join(__dirname, suite));
  const failures = await new Promise<number>((done) => {
    const runner = mocha.run(done);
    runner.on('pass', (test) => {
      console.log(`ok   ${test.fullTitle()}`);
    });
    runner.on('fail', (test) => {
      console.log(`FAIL ${test.fullTitle()}`);
    });
  });
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
