import type { FunctionFacts } from '../../facts.js';
import type { FunctionRef, Program, Ref } from '../../program/program.js';
import type { SourceMark } from '../../taint/semantics.js';

/** What projects call the class above their models. */
const MODEL_CLASS =
  /^(?:Base|Abstract)?(?:LLM|Llm|ChatModel|LanguageModel)(?:Base|Client|Provider|Interface|Backend)?$/;
/** Parameters that hold what a model is asked. */
const ASKED: ReadonlySet<string> = new Set(['prompt', 'prompts', 'message', 'messages', 'instruction', 'question']);

/**
 * What a model answers that the project asks through a class of its own, where that class leaves open which model it is: an
 * abstract method that takes a prompt.
 */
export function handWrittenModel(program: Program, ref: Ref): SourceMark | undefined {
  const value = program.value(ref);
  if (value.kind !== 'call' || value.construct || program.fileOf(ref).facts.language !== 'python') return undefined;
  const asked = program.callees(ref).flatMap((callee) => openMethod(program, callee) ?? [])[0];
  if (asked === undefined) return undefined;
  // Classes below it may say more.
  return {
    kind: 'model-output',
    label: `output of \`${asked}\``,
    span: undefined,
    owner: undefined,
    evidence: 'likely',
    goesOn: true,
  };
}

/** Classes that stand above each other. */
const MOST_CLASSES = 4;

/** The method that leaves open which model answers: this one, or the one that it overrides. */
function openMethod(program: Program, fn: FunctionRef): string | undefined {
  const { class: owner, name } = program.function(fn);
  let file = program.fileOfFunction(fn);
  let facts = owner === undefined ? undefined : file.facts.classes[owner];
  for (let count = 0; facts !== undefined && count < MOST_CLASSES; count++) {
    const method = facts.methods.find((each) => each.name === name);
    const declared = method === undefined ? undefined : file.facts.functions[method.function];
    if (declared !== undefined && MODEL_CLASS.test(facts.name ?? '') && leavesOpen(declared))
      return `${facts.name ?? ''}.${name ?? ''}`;
    const [above] = facts.superClass === undefined ? [] : program.origins(program.ref(file, facts.superClass));
    const value = above?.kind === 'value' ? program.value(above.at) : undefined;
    if (above === undefined || value?.kind !== 'class') return undefined;
    file = program.fileOf(above.at);
    facts = file.facts.classes[value.class];
  }
  return undefined;
}

function leavesOpen(method: FunctionFacts): boolean {
  return method.parameters.some(({ name }) => ASKED.has(name ?? '')) && isEmpty(method);
}

/** Gives nothing: `...`, `pass`, `raise NotImplementedError`. */
function isEmpty({ returns, yields, calls, throws }: FunctionFacts): boolean {
  return yields.length === 0 && returns.every(({ value }) => value < 0) && calls.length <= throws.length;
}
