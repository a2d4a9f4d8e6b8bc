import type { AppModel, Finding, Framework, Rule, RuleFinding, RuleMeta, SourceFile } from '@leashlint/rules';
import { emptyModel } from '../../src/engine/empty-model.js';
import type { EngineParts } from '../../src/engine/parts.js';
import { createConfigKinds } from '../../src/workspace/config-kinds.js';
import type { FileFacts } from '../../src/facts.js';
import { createProgram } from '../../src/program/create-program.js';
import { typescriptFrontEnd } from '../../src/frontends/typescript/front-end.js';

export function meta(id: string, more: Partial<RuleMeta> = {}): RuleMeta {
  return {
    id,
    title: `Title of ${id}`,
    family: 'exec',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'none',
    languages: ['typescript'],
    standards: ['CWE-78', 'LLM05:2025'],
    ...more,
  };
}

/** A rule that reports every place of a word in the loaded files. */
export function wordRule(
  id: string,
  word: string,
  more: Partial<RuleMeta> = {},
  finding: Partial<RuleFinding> = {},
): Rule {
  return {
    meta: meta(id, more),
    *check(app: AppModel): Generator<RuleFinding> {
      for (const file of app.files.keys()) {
        const text = app.text({ file, start: 0, end: Number.MAX_SAFE_INTEGER });
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
          const primary = { file, start: at, end: at + word.length };
          yield { message: `${word} is here`, help: 'Remove it.', evidence: 'proven', primary, ...finding };
        }
      }
    },
  };
}

export const framework: Framework = {
  id: 'test-ai',
  title: 'Test AI',
  language: 'javascript',
  modules: ['test-ai'],
  ai: true,
  checkedAgainst: {},
  calls: [{ call: 'Member[generate]', slots: [], outputs: ['ReturnValue'] }],
};

export const shell: Framework = {
  id: 'test-shell',
  title: 'Test shell',
  language: 'javascript',
  modules: ['test-shell'],
  ai: false,
  checkedAgainst: {},
  sinks: [{ kind: 'shell', call: 'Member[run]', at: 'Argument[0]' }],
};

/** Parts whose model is nothing but the files that were loaded; `lowered` records what the front-end was asked for. */
export function testParts(rules: readonly Rule[], lowered: string[] = []): EngineParts {
  return {
    frontEnds: [
      {
        ...typescriptFrontEnd,
        lower(path: string, text: string): FileFacts {
          lowered.push(path);
          if (text.includes('front-end bug')) throw new Error('front-end bug');
          return typescriptFrontEnd.lower(path, text);
        },
      },
    ],
    catalogue: [framework, shell],
    configKinds: createConfigKinds([], () => false),
    rules,
    secretPatterns: ['\\bkey_[a-z0-9]{16}'],
    createProgram,
    buildModel(program) {
      const files = program.files();
      const texts = new Map(files.map((file) => [file.path, file.text]));
      // Rules of these tests look at texts only.
      const described = new Map(files.map(({ path }) => [path, { path } as SourceFile]));
      return {
        ...emptyModel,
        files: described,
        text: ({ file, start, end }) => (texts.get(file) ?? '').slice(start, end),
      };
    },
  };
}

export function finding(more: Partial<Finding> = {}): Finding {
  return {
    rule: 'exec-tool-shell',
    severity: 'error',
    evidence: 'proven',
    message: 'input reaches a shell',
    help: 'Use an argument array.',
    primary: { file: 'a.ts', start: 0, end: 1 },
    related: [],
    trace: [],
    otherTraces: [],
    fixes: [],
    ...more,
  };
}
