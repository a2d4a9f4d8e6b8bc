import { downloadAndRun } from '@leashlint/rules';
import type { ConfiguredText, Download, RemoteCodeFlag } from '@leashlint/rules';
import type { ModelContext } from '../entries.js';
import { follow } from '../catalogue/relative.js';
import { proseOf, siteSpan } from '../catalogue/row-values.js';
import type { Sighting } from '../catalogue/sightings.js';
import { listedWords, splitWords, UNKNOWN_WORD } from './command-words.js';
import { isClearAddress } from './download-channel.js';

/** A command line that code runs, as far as it is written out. */
export interface CommandLine {
  readonly text: string;
  readonly words: readonly ConfiguredText[];
  readonly span: ConfiguredText['span'];
}

/** Command lines of calls that start programs or shells. */
export function commandLines({ program, catalogue }: ModelContext, calls: readonly Sighting[]): readonly CommandLine[] {
  const lines = calls.flatMap(({ ref, file, callee }) =>
    catalogue.match('sinks', file, callee).flatMap(({ row }): readonly CommandLine[] => {
      if (
        row.at === undefined ||
        row.at.includes('ArrayElement') ||
        (row.kind !== 'shell' && row.kind !== 'process-arguments')
      )
        return [];
      const values = follow(program, ref, row.at).values;
      const commands = follow(program, ref, 'Argument[0]').values;
      return values.flatMap((value): readonly CommandLine[] => {
        const text = proseOf(program, value.ref);
        if (text !== undefined) {
          const span = siteSpan(program, value);
          return [{ text, words: splitWords({ value: text, span }), span }];
        }
        const listed = listedWords(program, value.ref);
        if (listed === undefined) return [];
        // JavaScript names the program apart from its arguments.
        const first = commands.flatMap((command) => {
          const name = command.ref === value.ref ? undefined : proseOf(program, command.ref);
          return name === undefined ? [] : [{ value: name, span: siteSpan(program, command) }];
        });
        const words = [...first.slice(0, 1), ...listed];
        return [{ text: words.map((word) => word.value).join(' '), words, span: siteSpan(program, value) }];
      });
    }),
  );
  // Rows that see only a part of a line say less.
  const longest = lines.toSorted((left, right) => left.words.length - right.words.length);
  return [...new Map(longest.map((line) => [`${line.span.file}:${String(line.span.start)}`, line])).values()];
}

const DOWNLOAD_AND_RUN = new RegExp(downloadAndRun, 'i');

/** Commands that run what they have just fetched. */
export function commandDownloads(lines: readonly CommandLine[]): readonly Download[] {
  return lines.flatMap(({ text, span }): readonly Download[] => {
    if (!DOWNLOAD_AND_RUN.test(text)) return [];
    const addresses = [...text.matchAll(/\w+:\/\/[^\s"'|)]+/g)].map(([address]) => address);
    return [
      {
        span,
        label: addresses[0] === undefined ? 'this command' : addresses[0],
        channel: addresses.some(isClearAddress)
          ? 'clear'
          : /\s(?:-k|--insecure|--no-check-certificate)\s/.test(text)
            ? 'unverified'
            : 'trusted',
        insecure: undefined,
        use: 'runs',
        useSpan: span,
        verified: /\b(?:sha\d+sum|shasum|gpg|cosign|openssl)\b/.test(text),
      },
    ];
  });
}

const TRUSTING = /^--trust[-_]remote[-_]code(?:=(?:true|1))?$/i;

/** Command lines that give a server of models leave to run code of a repository. */
export function remoteCodeFlags(lines: readonly CommandLine[]): readonly RemoteCodeFlag[] {
  return lines.flatMap(({ words }): readonly RemoteCodeFlag[] => {
    const flag = words.find(({ value }) => TRUSTING.test(value));
    if (flag === undefined) return [];
    const program = words.find(({ value }) => !value.startsWith('-') && value !== UNKNOWN_WORD)?.value ?? 'The server';
    const at = words.findIndex(({ value }) => /^--(?:code-)?revision$/.test(value));
    const revision = words[at + 1]?.value ?? words.find(({ value }) => /^--(?:code-)?revision=/.test(value))?.value;
    const pinned = at >= 0 || revision?.startsWith('--') === true ? /[0-9a-f]{40}$/i.test(revision ?? '') : false;
    return [{ span: flag.span, option: flag.value, program, pinned }];
  });
}
