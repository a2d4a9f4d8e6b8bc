import type { ModelCall, RelativePath } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import { parsePath } from '../catalogue/access-path.js';
import type { PathToken } from '../catalogue/access-path.js';
import type { OutputDraft } from '../drafts.js';
import { followTokens } from '../catalogue/relative.js';

/** Values that the model writes: parts of the call's result, parameters of its callbacks, results of the result's methods. */
export function outputDrafts(
  program: Program,
  call: Ref,
  paths: readonly RelativePath[],
  modelCall: ModelCall,
): readonly OutputDraft[] {
  return paths.flatMap((path) => {
    const tokens = parsePath(path);
    const [first] = tokens;
    if (first?.kind === 'ReturnValue' || first?.kind === 'Instance')
      return fromResult(program, call, tokens.slice(1), modelCall);
    const parameter = tokens.findIndex((token) => token.kind === 'Parameter');
    const { values } = followTokens(program, call, tokens.slice(0, parameter + 1));
    return values.flatMap((value) => drafts(value.ref, tokens.slice(parameter + 1), modelCall));
  });
}

function fromResult(
  program: Program,
  call: Ref,
  tokens: readonly PathToken[],
  modelCall: ModelCall,
): readonly OutputDraft[] {
  const method = tokens.findIndex((token) => token.kind === 'ReturnValue');
  if (method < 0) return drafts(call, tokens, modelCall);
  const [member] = tokens;
  if (method !== 1 || member?.kind !== 'Member') return [];
  return methodCalls(program, call, member.names).flatMap((result) => drafts(result, tokens.slice(2), modelCall));
}

/** Calls of methods of the result in the same file: `runner.finalContent()`. */
function methodCalls(program: Program, call: Ref, names: readonly string[]): readonly Ref[] {
  const file = program.fileOf(call);
  return file.facts.values.flatMap((value, index) => {
    const callee = value.kind === 'call' ? file.facts.values[value.callee] : undefined;
    if (callee?.kind !== 'member' || !names.includes(callee.key)) return [];
    const receiver = program.origins(program.ref(file, callee.object));
    return receiver.some((origin) => origin.at === call) ? [program.ref(file, index)] : [];
  });
}

function drafts(ref: Ref, tokens: readonly PathToken[], modelCall: ModelCall): readonly OutputDraft[] {
  let keys: readonly (readonly string[])[] = [[]];
  for (const token of tokens) {
    const names = token.kind === 'Member' ? token.names : token.kind === 'ArrayElement' ? ['*'] : undefined;
    if (names === undefined) continue;
    keys = keys.flatMap((path) => names.map((name) => [...path, name]));
  }
  return keys.map((path) => ({ ref, keys: path, modelCall }));
}
