import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../rules/analyse-files.js';

const PYTHON = `import json, litellm

class Base:
    def _run_above(self, args):
        return eval(args['above'])

class Builder(Base):
    def execute(self, name: str, args: dict) -> str:
        handler = getattr(self, KEY, None)
        if handler is None:
            return 'unknown'
        return handler(args)

    def _run_formula(self, args):
        return eval(args['formula'])

    def formula_of(self, args):
        return eval(args['other'])

def run(builder: Builder):
    response = litellm.completion(model='x', messages=[])
    for call in response.choices[0].message.tool_calls:
        builder.execute(call.function.name, json.loads(call.function.arguments))
`;

const TYPESCRIPT = `import OpenAI from 'openai';
class Builder {
  execute(name: string, args: any) {
    return (this as any)[KEY](args);
  }
  runFormula(args: any) {
    return eval(args.formula);
  }
  formulaOf(args: any) {
    return eval(args.other);
  }
}
export async function run() {
  const response = await new OpenAI().chat.completions.create({ model: 'x', messages: [] });
  for (const call of response.choices[0].message.tool_calls ?? []) {
    new Builder().execute(call.function.name, JSON.parse(call.function.arguments));
  }
}
`;

function evaluated(file: string, text: string): readonly string[] {
  return analyseFiles({ [file]: text })
    .findings.filter(({ rule }) => rule === 'exec-model-output-eval')
    .map(({ primary }) => text.slice(primary.start, primary.end));
}

describe('a method that is looked up by a name with a known beginning', () => {
  it.each([
    ['a beginning', "f'_run_{name}'", ["args['above']", "args['formula']"]],
    ['a sum', "'_run_' + name", ["args['above']", "args['formula']"]],
    ['an end', "f'{name}_formula'", ["args['formula']"]],
    ['another beginning', "f'_do_{name}'", []],
    ['nothing that is known', "f'{name}'", []],
  ])('gets the arguments in Python: %s', (_, key, expected) => {
    expect(evaluated('main.py', PYTHON.replace('KEY', key))).toEqual(expected);
  });

  it.each([
    ['a beginning', '`run${name}`', ['args.formula']],
    ['another beginning', '`handle${name}`', []],
    ['a beginning that says little', '`r${name}`', []],
  ])('gets the arguments in TypeScript: %s', (_, key, expected) => {
    expect(
      evaluated(
        'main.ts',
        TYPESCRIPT.replace('KEY', () => key),
      ),
    ).toEqual(expected);
  });
});
