import type { SinkKind } from '@leashlint/rules';
import type { CallValue, RegexValue } from '../facts.js';
import { allowsTraversal, isConfiningPattern } from './anchored-pattern.js';
import { argumentAt } from '../program/origins.js';
import type { Program, Ref } from '../program/program.js';
import { isHostPart, type TestVerdict } from './guard-tests.js';
import { pythonPattern } from './python-guard.js';
import { relationTo, type Subject } from './subject.js';

/** `pattern.test(x)`, `x.match(pattern)`: counts when the pattern describes the whole value and lets no free text through. */
export function patternGuard(
  program: Program,
  at: Ref,
  value: CallValue,
  holds: boolean,
  subject: Subject,
  sink: SinkKind,
): TestVerdict {
  const asked =
    program.fileOf(at).facts.language === 'python' ? pythonPattern(program, at) : patternAsked(program, at, value);
  const relation = asked === undefined ? undefined : relationTo(program, asked.tested, subject);
  if (asked === undefined || relation === undefined) return undefined;
  const ofHost = sink === 'url' && holds && isHostPart(relation.through);
  const verdicts = asked.regexes.map((regex) => (ofHost ? judgeHost(regex) : judge(regex, holds, sink)));
  const reason = verdicts.find((verdict) => verdict !== undefined);
  if (reason !== undefined) return { span: program.span(at), reason };
  return relation.kind === 'same' || ofHost ? 'clean' : undefined;
}

/** `pattern.test(x)`, `x.match(pattern)`: what is tested with which patterns. */
function patternAsked(
  program: Program,
  at: Ref,
  value: CallValue,
): { readonly tested: Ref; readonly regexes: readonly RegexValue[] } | undefined {
  const file = program.fileOf(at);
  const callee = program.value(program.ref(file, value.callee));
  const argument = argumentAt(program, at, 0);
  if (callee.kind !== 'member' || argument === undefined) return undefined;
  const receiver = program.ref(file, callee.object);
  let [pattern, tested]: [Ref, Ref] = [receiver, argument];
  if (callee.key === 'match' || callee.key === 'search' || callee.key === 'matchAll')
    [pattern, tested] = [argument, receiver];
  else if (callee.key !== 'test' && callee.key !== 'exec') return undefined;
  const values = program
    .origins(pattern)
    .map((origin) => (origin.kind === 'value' ? program.value(origin.at) : undefined));
  const regexes = values.flatMap((each): readonly RegexValue[] => (each?.kind === 'regex' ? [each] : []));
  return regexes.length === values.length ? { tested, regexes } : undefined;
}

/** The same for the host of an address: `(^|\\.)example\\.com$` is enough, since only its owner gives out names below it. */
function judgeHost({ pattern, flags }: RegexValue): string | undefined {
  if (flags.includes('m') || !pattern.endsWith('$')) return 'the pattern is not anchored at both ends';
  if (isConfiningPattern(pattern, flags)) return undefined;
  return /(?:^\^|\\\.|\(\^\|\\\.\)|\(\?:\^\|\\\.\))[\w-]+(?:\\\.[\w-]+)+\$$/.test(pattern)
    ? undefined
    : 'the pattern also accepts other hosts';
}

/** Why a pattern does not count; undefined if it does. */
function judge({ pattern, flags }: RegexValue, holds: boolean, sink: SinkKind): string | undefined {
  if (!holds) {
    // `/[^a-z0-9]/.test(x)` fails only for values made of the listed characters.
    const rest = /^\[\^((?:\\.|[^\]\\])+)\]\+?$/.exec(pattern)?.[1];
    if (rest === undefined || /\\[SDW]/.test(rest)) return 'a pattern of refused text lets everything else through';
    return allowsTraversal(`[${rest}]`) && sink === 'path' ? 'the pattern lets `..` and `/` through' : undefined;
  }
  if (sink === 'url' && /^\^https\??:\\?\/\\?\/(?:[\w-]|\\[.-])+(?:\\?\/|\$)/.test(pattern) && !flags.includes('m'))
    return undefined;
  if (!isConfiningPattern(pattern, flags)) {
    return pattern.startsWith('^') && pattern.endsWith('$')
      ? 'the pattern lets free text through'
      : 'the pattern is not anchored at both ends';
  }
  return sink === 'path' && allowsTraversal(pattern) ? 'the pattern lets `..` and `/` through' : undefined;
}
