import { beforeAll, describe, expect, it } from 'vitest';
import { loadParser } from '../../../server/src/frontends/python/parse.js';
import type { Framework } from '../../src/catalogue/framework.js';
import { catalogue } from '../../src/catalogue/index.js';
import { statedPaths } from './catalogue-paths.js';
import { acceptedUnknowns } from './python/accepted-unknowns.js';
import { createPlaces, judge, toolObjectProblems } from './python/judge.js';
import type { Places } from './python/judge.js';
import { uncheckedFrameworks } from './python/unchecked-frameworks.js';
import { pinnedWheels, pythonPackages } from './python/packages.js';

const frameworks: readonly Framework[] = catalogue.filter(({ language }) => language === 'python');
const checkedFrameworks = frameworks.filter(({ checkedAgainst }) => Object.keys(checkedAgainst).length > 0);

/** An entry that ends in `*` stands for all that begin like it. */
function covers(entry: string, path: string): boolean {
  return entry.endsWith('*') ? path.startsWith(entry.slice(0, -1)) : entry === path;
}

let placesOf: Places;

beforeAll(async () => {
  await loadParser();
  placesOf = createPlaces(pythonPackages());
}, 600_000);

describe('rows of Python frameworks exist in the sources of their packages', () => {
  it('pins wheels by hash', () => {
    for (const { name, version, file, sha256 } of pinnedWheels) {
      expect(file).toMatch(/\.whl$/);
      expect(file.toLowerCase().replaceAll('-', '_')).toContain(`${name.replaceAll(/[-.]/g, '_')}_${version}`);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it('leaves no framework unchecked in silence', () => {
    const unchecked = frameworks.filter((framework) => !checkedFrameworks.includes(framework));
    expect(unchecked.map(({ id }) => id).sort()).toEqual([...uncheckedFrameworks].sort());
    expect(Object.keys(acceptedUnknowns).filter((id) => !checkedFrameworks.some((each) => each.id === id))).toEqual([]);
  });

  it.each(checkedFrameworks.map((framework) => [framework.id, framework] as const))('%s', (id, framework) => {
    const places = placesOf(framework);
    const verdicts = [...statedPaths(framework)].map((stated) => judge(places, stated));
    const tools = (framework.toolObjects ?? []).flatMap((row) => toolObjectProblems(places, framework, row));
    expect([...new Set([...verdicts.flatMap(({ problems }) => problems), ...tools])]).toEqual([]);
    const unknown = [...new Set(verdicts.flatMap(({ unknown }) => (unknown === undefined ? [] : [unknown])))];
    const accepted = acceptedUnknowns[id] ?? [];
    expect(unknown.filter((path) => !accepted.some((entry) => covers(entry, path))).sort()).toEqual([]);
    expect(accepted.filter((entry) => !unknown.some((path) => covers(entry, path)))).toEqual([]);
  });

  const agents: Pick<Framework, 'id' | 'modules' | 'checkedAgainst'> = {
    id: 'probe',
    modules: ['agents'],
    checkedAgainst: { 'openai-agents': ['0.24'] },
  };
  const openai = { id: 'probe', modules: ['openai'], checkedAgainst: { openai: ['3.54'] } };
  const create = 'Member[OpenAI].Instance.Member[chat].Member[completions].Member[create]';
  const answer = (framework: typeof agents, path: string, values?: readonly unknown[]) => {
    // Only these fields are read.
    const places = placesOf(framework as Framework);
    const { problems, unknown } = judge(places, {
      row: 'x',
      module: undefined,
      versions: [],
      path,
      own: 0,
      ...(values && { values }),
    });
    return problems.length > 0 ? 'missing' : unknown === undefined ? 'found' : 'unknown';
  };

  it.each([
    ['a class of the package', agents, 'Member[Agent].Instance.Member[instructions]'],
    ['a field of a base class as a keyword', agents, 'Member[Agent].Argument[handoff_description]'],
    ['a field by its position', agents, 'Member[Agent].Argument[0]'],
    ['the function that a decorator gets', agents, 'Member[function_tool].Argument[needs_approval]'],
    ['a class method', agents, 'Member[Runner].Member[run].Argument[1,input]'],
    ['a cached property', openai, create],
    ['a keyword of an overload', openai, `${create}.Argument[stream_options].Member[include_usage]`],
    ['an element of a list', openai, `${create}.Argument[messages].ArrayElement.Member[content]`],
    ['a result', openai, `${create}.ReturnValue.Member[choices].ArrayElement.Member[message].Member[content]`],
    ['a client that answers later', openai, create.replace('OpenAI', 'AsyncOpenAI')],
    ['what a manager gives', openai, create.replace(/create/, 'stream') + '.ReturnValue.Member[get_final_completion]'],
  ])('finds %s', (_, framework, path) => {
    expect(answer(framework, path)).toBe('found');
  });

  it.each([
    ['a keyword that is not there', openai, `${create}.Argument[max_tokenz]`],
    ['an argument by position where there are only keywords', openai, `${create}.Argument[0]`],
    ['an export that is not there', openai, 'Member[OpenAi]'],
    ['a member of a text', openai, `${create}.Argument[user].Member[name]`],
    ['a key of a dictionary that is not there', openai, `${create}.Argument[stream_options].Member[usage]`],
    ['a method that is not there', openai, create.replace(/create/, 'creates')],
    ['a field that is not there', agents, 'Member[Agent].Argument[instruction]'],
    ['a result of a text', openai, `${create}.ReturnValue.Member[id].ReturnValue`],
  ])('finds nothing at %s', (_, framework, path) => {
    expect(answer(framework, path)).toBe('missing');
  });

  it('refuses values that a parameter does not take', () => {
    expect(answer(openai, `${create}.Argument[tool_choice]`, ['auto'])).toBe('found');
    expect(answer(openai, `${create}.Argument[tool_choice]`, ['sometimes'])).toBe('missing');
  });
});
