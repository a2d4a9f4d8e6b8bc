import { suggestion } from '../config/suggest.js';
import type { Arguments } from './arguments.js';
import { loadPages } from './pages.js';
import type { Streams } from './streams.js';

/** Prints a rule's page. */
export async function explain(args: Arguments, { stdout, stderr }: Streams): Promise<number> {
  const pages = await loadPages();
  const [id, ...others] = args.operands;
  if (id === undefined || others.length > 0) {
    stderr.write('Name one rule: leashlint explain <rule>. leashlint rules lists them.\n');
    return 2;
  }
  const page = pages[id];
  if (page === undefined) {
    stderr.write(`There is no rule ${id}.${suggestion(id, Object.keys(pages))}\n`);
    return 2;
  }
  stdout.write(page.endsWith('\n') ? page : `${page}\n`);
  return 0;
}
