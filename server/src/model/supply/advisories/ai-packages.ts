import type { Ecosystem } from '@leashlint/rules';
import { distributionName } from '../../../program/distribution-name.js';
import { splitSpecifier } from '../../../program/workspace-packages.js';
import type { CatalogueIndex } from '../../catalogue/catalogue-index.js';

/** Packages of the AI frameworks that the catalogue describes, by registry. */
export function aiPackages({ frameworks }: CatalogueIndex): Readonly<Record<Ecosystem, ReadonlySet<string>>> {
  const ai = frameworks.filter(({ ai }) => ai);
  const python = ai.filter(({ language }) => language === 'python');
  const javascript = ai.filter(({ language }) => language !== 'python');
  return {
    npm: new Set(javascript.flatMap(({ modules }) => modules.map((module) => splitSpecifier(module)[0]))),
    PyPI: new Set(python.flatMap(({ checkedAgainst }) => Object.keys(checkedAgainst).map(distributionName))),
  };
}
