import type { SinkKind } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { SourceMark } from '../../taint/semantics.js';
import { isCredentialName } from './named-values.js';

/**
 * A credential by the name that the code gives it, where it is written to a log: `config.client_secret`. Only whole names of
 * credentials count; a `token` may be a word, and a `key` anything. In JavaScript only parameters do: `errors.password` is what is
 * wrong with one, `labels.password` what it is called.
 */
export function namedSecret(program: Program, ref: Ref, sink: SinkKind | undefined): SourceMark | undefined {
  const file = program.fileOf(ref);
  if (sink !== 'log') return undefined;
  const value = program.value(ref);
  const parameter =
    value.kind === 'parameter' ? file.facts.functions[value.function]?.parameters[value.index] : undefined;
  const name = value.kind === 'member' && file.facts.language === 'python' ? value.key : parameter?.name;
  if (name === undefined || !isCredentialName(name) || ABOUT_ONE.test(name)) return undefined;
  if (parameter?.type?.primitive === 'boolean') return undefined;
  // A word is the name of a choice between ways to sign in.
  const words = program.literals(ref);
  if (words?.every((word) => typeof word === 'string' && /^[A-Za-z_ -]*$/.test(word)) === true) return undefined;
  const text = file.text.slice(...value.range).replaceAll(/\s+/g, ' ');
  if (namesVariable(file.text, text)) return undefined;
  return {
    kind: 'secret',
    label: `\`${text.length > LONGEST_LABEL ? name : text}\``,
    span: undefined,
    owner: undefined,
  };
}

/** What is asked about a credential: `showPassword`, `has_api_key`. */
const ABOUT_ONE =
  /^(?:show|hide|toggle|has|have|is|use|uses|used|no|with|without|need|needs|require|requires|check|valid)[_A-Z]/;

/** `os.getenv(config['api_key'])`: what stands there is the name of the variable that holds the key. */
function namesVariable(code: string, text: string): boolean {
  const alike = (written: string): string => written.replaceAll('"', "'");
  const name = alike(text);
  const reads = code.matchAll(/\b(?:getenv\s*\(|environ(?:\.get\s*\(|\s*\[))\s*/g);
  return [...reads].some(({ 0: call, index }) => {
    const start = index + call.length;
    return alike(code.slice(start, start + name.length)) === name;
  });
}

const LONGEST_LABEL = 60;
