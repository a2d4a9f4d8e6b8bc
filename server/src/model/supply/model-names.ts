import type { ModelName } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { CatalogueIndex } from '../catalogue/catalogue-index.js';
import { canonicalModule } from '../catalogue/catalogue-rows.js';
import type { ModelContext } from '../entries.js';
import { PYTHON } from '../../program/resolve-python-module.js';
import { follow } from '../catalogue/relative.js';
import { siteSpan } from '../catalogue/row-values.js';
import type { Sighting } from '../catalogue/sightings.js';
import { onlyText } from './command-words.js';

const OPTIONS = 'model,modelName,modelId,modelID,model_name,model_id,llm';
const FIRST = 'Argument[0]';
const PLACES = [
  ...OPTIONS.split(',').map((name) => `Argument[${name}]`),
  `Argument[0].Member[${OPTIONS}]`,
  `Argument[1].Member[${OPTIONS}]`,
  FIRST,
];

/** Literal names of models that calls of AI frameworks get. */
export function modelNames({ program, catalogue }: ModelContext, calls: readonly Sighting[]): readonly ModelName[] {
  const isAi = aiModules(catalogue);
  const found = calls.flatMap(({ ref, file, callee }): readonly ModelName[] => {
    const origin = callee.find((each) => each.kind === 'api' && isAi(canonicalModule(each.module)));
    const [match] =
      origin === undefined
        ? []
        : (['calls', 'agents', 'clients'] as const).flatMap((kind) => catalogue.match(kind, file, callee));
    const framework = match?.ref ?? origin;
    if (framework === undefined || origin?.kind !== 'api') return [];
    const id = origin.module.replace(PYTHON, '');
    return namesAt(program, ref).map((named) => ({
      ...named,
      framework: match?.ref ?? { id, title: id, package: id, version: undefined },
    }));
  });
  return [...new Map(found.map((each) => [`${each.span.file}:${String(each.span.start)}`, each])).values()];
}

function namesAt(program: Program, call: Ref): readonly Omit<ModelName, 'framework'>[] {
  return PLACES.flatMap((path) =>
    follow(program, call, path).values.flatMap((value) => {
      const name = onlyText(program, value.ref);
      return name === undefined ? [] : [{ name, span: siteSpan(program, value), option: path !== FIRST }];
    }),
  );
}

const knownModules = new WeakMap<CatalogueIndex['frameworks'], (module: string) => boolean>();

function aiModules({ frameworks }: CatalogueIndex): (module: string) => boolean {
  let isAi = knownModules.get(frameworks);
  if (isAi === undefined) knownModules.set(frameworks, (isAi = findAiModules(frameworks)));
  return isAi;
}

function findAiModules(frameworks: CatalogueIndex['frameworks']): (module: string) => boolean {
  const exact = new Set<string>();
  const below: string[] = [];
  for (const { ai, language, modules } of frameworks) {
    if (!ai) continue;
    for (const module of modules) {
      if (language === 'python') exact.add(PYTHON + (module.split('.')[0] ?? module));
      else if (module.endsWith('/*')) below.push(module.slice(0, -1));
      else exact.add(module);
    }
  }
  return (module) => exact.has(module) || below.some((start) => module.startsWith(start));
}
