import type { ConfiguredText, LaunchRow, StartedPackage } from '@leashlint/rules';
import type { Ref } from '../../program/program.js';
import { artifactOf } from '../config/artifact.js';
import type { ModelContext } from '../entries.js';
import { follow, followTokens } from '../catalogue/relative.js';
import { parsePath } from '../catalogue/access-path.js';
import { siteSpan } from '../catalogue/row-values.js';
import type { Sighting } from '../catalogue/sightings.js';
import { listedWords, onlyText, splitWords } from './command-words.js';

/** Packages and images that code starts as MCP servers, by the command lines that it gives to clients. */
export function startedPackages(context: ModelContext, calls: readonly Sighting[]): readonly StartedPackage[] {
  const { program, catalogue } = context;
  const found = calls.flatMap(({ ref, file, callee }) =>
    catalogue.match('launches', file, callee).flatMap(({ row, ref: framework }) => {
      const starts =
        row.servers === undefined ? [ref] : follow(program, ref, row.servers).values.map((each) => each.ref);
      return starts.flatMap((start): readonly StartedPackage[] => {
        const [command, ...args] = commandLine(context, start, row);
        const artifact = command === undefined ? undefined : artifactOf(program, file, command, args);
        if (artifact === undefined) return [];
        const { runner, name, pin, text } = artifact;
        return [{ runner, name, pin, span: text.span, framework }];
      });
    }),
  );
  return [...new Map(found.map((each) => [`${each.span.file}:${String(each.span.start)}`, each])).values()];
}

function commandLine({ program }: ModelContext, start: Ref, row: LaunchRow): readonly ConfiguredText[] {
  const at = (path: string) => followTokens(program, start, parsePath(path)).values;
  const commands = at(row.command).flatMap((value): readonly ConfiguredText[] => {
    const text = onlyText(program, value.ref);
    return text === undefined ? [] : [{ value: text, span: siteSpan(program, value) }];
  });
  const [command] = commands;
  if (command === undefined) {
    const list = at(row.command).flatMap(({ ref }) => listedWords(program, ref) ?? []);
    return list;
  }
  const lists = row.args === undefined ? [] : at(row.args);
  if (lists.length === 0) return splitWords(command);
  const args = lists.flatMap(({ ref }) => listedWords(program, ref) ?? []);
  return [command, ...args];
}
