import type { SinkKind } from '@leashlint/rules';
import type { CallValue, RegexValue } from '../facts.js';
import { allowsTraversal, isConfiningPattern } from './anchored-pattern.js';
import { argumentAt } from '../program/origins.js';
import type { Program, Ref } from '../program/program.js';
import { isHostPart, type TestVerdict } from './guard-tests.js';
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
  const file = program.fileOf(at);
  const callee = program.value(program.ref(file, value.callee));
  if (callee.kind !== 'member') return undefined;
  const receiver = program.ref(file, callee.object);
  const argument = argumentAt(program, at, 0);
  if (argument === undefined) return undefined;
  let [pattern, tested]: [Ref, Ref] = [receiver, argument];
  if (callee.key === 'match' || callee.key === 'search' || callee.key === 'matchAll')
    [pattern, tested] = [argument, receiver];
  else if (callee.key !== 'test' && callee.key !== 'exec') return undefined;
  const relation = relationTo(program, tested, subject);
  if (relation === undefined) return undefined;
  const regexes = program
    .origins(pattern)
    .map((origin) => (origin.kind === 'value' ? program.value(origin.at) : undefined));
  if (!regexes.every((regex) => regex?.kind === 'regex')) return undefined;
  const ofHost = sink === 'url' && holds && isHostPart(relation.through);
  const verdicts = regexes.map((regex) =>
    ofHost ? judgeHost(regex as RegexValue) : judge(regex as RegexValue, holds, sink),
  );
  const reason = verdicts.find((verdict) => verdict !== undefined);
  if (reason !== undefined) return { span: program.span(at), reason };
  return relation.kind === 'same' || ofHost ? 'clean' : undefined;
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
