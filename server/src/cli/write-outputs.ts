import { rules } from '@leashlint/rules';
import path from 'node:path';
import type { Report } from '../engine/report.js';
import { concise } from '../report/concise.js';
import type { FormatContext, Formatter } from '../report/format.js';
import { json } from '../report/json.js';
import { sarif } from '../report/sarif.js';
import { stylish } from '../report/stylish.js';
import { version } from '../version.js';
import type { Arguments } from './arguments.js';
import { formats, type FormatName } from './options.js';
import { loadPages } from './pages.js';
import { wantsColor, type Streams } from './streams.js';

/** A format and where it goes: a file, or standard output. */
export interface OutputTarget {
  readonly format: FormatName;
  readonly file: string | undefined;
}

const formatters: Readonly<Record<FormatName, Formatter>> = { stylish, concise, json, sarif };

/** Formats and files are paired by position. Only one format can go to standard output. */
export function chooseOutputs(args: Arguments): readonly OutputTarget[] | { readonly error: string } {
  const names = args
    .values('format')
    .filter((name): name is FormatName => (formats as readonly string[]).includes(name));
  const files = args.values('output-file');
  const chosen: readonly FormatName[] = names.length === 0 ? ['stylish'] : names;
  if (files.length > chosen.length) return { error: 'There are more --output-file than --format.' };
  const targets = chosen.map((format, index) => ({ format, file: files[index] }));
  if (targets.filter(({ file }) => file === undefined).length > 1) {
    return { error: 'Only one format can go to standard output; give the others an --output-file.' };
  }
  return targets;
}

export async function writeOutputs(
  outputs: readonly OutputTarget[],
  report: Report,
  args: Arguments,
  streams: Streams,
): Promise<void> {
  // Pages are large and only this format shows them.
  const pages = outputs.some(({ format }) => format === 'sarif') ? await loadPages() : {};
  const shard = args.value('shard');
  for (const { format, file } of outputs) {
    const when = args.has('no-color') ? 'never' : args.value('color');
    const context: FormatContext = {
      rules: new Map(rules.map(({ meta }) => [meta.id, meta])),
      page: (rule) => pages[rule],
      version,
      color: file === undefined && wantsColor(when, streams.stdout, streams.environment),
      quiet: args.has('quiet'),
      ...(shard === undefined ? {} : { shard }),
    };
    const text = formatters[format](report, context);
    if (file === undefined) streams.stdout.write(text);
    else streams.writeFile(path.resolve(streams.cwd, file), text);
  }
}
