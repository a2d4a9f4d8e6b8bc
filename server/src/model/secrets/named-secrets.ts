import type { SinkKind } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { SourceMark } from '../../taint/semantics.js';
import { isCredentialName } from './named-values.js';

/**
 * A credential by the name that the code gives it, where it is written to a log: `config.client_secret`. Only whole names of
 * credentials count; a `token` may be a word, and a `key` anything.
 */
export function namedSecret(program: Program, ref: Ref, sink: SinkKind | undefined): SourceMark | undefined {
  const file = program.fileOf(ref);
  if (sink !== 'log' || file.facts.language !== 'python') return undefined;
  const value = program.value(ref);
  const name =
    value.kind === 'member'
      ? value.key
      : value.kind === 'parameter'
        ? file.facts.functions[value.function]?.parameters[value.index]?.name
        : undefined;
  if (name === undefined || !isCredentialName(name)) return undefined;
  // A word is the name of a choice between ways to sign in.
  const words = program.literals(ref);
  if (words?.every((word) => typeof word === 'string' && /^[A-Za-z_ -]*$/.test(word)) === true) return undefined;
  const text = file.text.slice(...value.range).replaceAll(/\s+/g, ' ');
  return {
    kind: 'secret',
    label: `\`${text.length > LONGEST_LABEL ? name : text}\``,
    span: undefined,
    owner: undefined,
  };
}

const LONGEST_LABEL = 60;
