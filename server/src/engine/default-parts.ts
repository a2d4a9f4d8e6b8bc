import {
  advisories,
  catalogue,
  ciAgents,
  configFiles,
  rules,
  secretFormats,
  unmaintainedPackages,
  type Framework,
} from '@leashlint/rules';
import { isConfigFormat } from '../frontends/config/formats.js';
import { configFrontEnd } from '../frontends/config/front-end.js';
import { pythonFrontEnd } from '../frontends/python/front-end.js';
import { typescriptFrontEnd } from '../frontends/typescript/front-end.js';
import { buildModel } from '../model/build.js';
import { createCatalogueIndex } from '../model/catalogue/catalogue-index.js';
import { createProgram } from '../program/create-program.js';
import { createConfigKinds } from '../workspace/config-kinds.js';
import type { EngineParts } from './parts.js';

const advisoryTable = { advisories, unmaintained: unmaintainedPackages };

const configKinds = createConfigKinds(configFiles, isConfigFormat);

/** What leashlint ships with. */
export const defaultParts: EngineParts = {
  frontEnds: [typescriptFrontEnd, pythonFrontEnd, configFrontEnd],
  catalogue,
  configKinds,
  rules,
  secretPatterns: secretFormats.flatMap(({ needsContext, pattern }) => (needsContext ? [] : [pattern])),
  createProgram,
  buildModel(program, { texts, dependencies, framework, policy, onBounds }) {
    const rows = rowsWith(framework);
    const index = createCatalogueIndex(rows, (file, module) => program.version(file, module));
    return buildModel(program, index, {
      secretFormats,
      configKindsOf: configKinds.of,
      ciAgents,
      ...(dependencies && { advisories: advisoryTable }),
      texts,
      policy,
      onBounds,
    });
  },
};

const extended = new WeakMap<Framework, readonly Framework[]>();

function rowsWith(framework: Framework | undefined): readonly Framework[] {
  if (framework === undefined) return catalogue;
  let rows = extended.get(framework);
  if (rows === undefined) extended.set(framework, (rows = [...catalogue, framework]));
  return rows;
}
