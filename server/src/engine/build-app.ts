import type { AppModel, Span } from '@leashlint/rules';
import type { EffectiveConfig } from '../config/config.js';
import { projectPolicy } from '../config/project-policy.js';
import type { Program } from '../program/program.js';
import { configFramework, nameProjectFunctions } from './config-framework.js';
import { emptyModel } from './empty-model.js';
import type { EngineParts, ModelInput } from './parts.js';
import type { Problem } from './report.js';

export interface BuiltApp {
  readonly app: AppModel;
  readonly problems: readonly Problem[];
  /** Where the search for sources was cut off. */
  readonly bounds: readonly Span[];
}

/** Building the model is our own code: when it throws there are no findings, and the problem says why. */
export function buildApp(
  parts: EngineParts,
  program: Program,
  config: EffectiveConfig,
  { texts, dependencies }: Pick<ModelInput, 'texts' | 'dependencies'>,
  today: string,
): BuiltApp {
  try {
    nameProjectFunctions(program, config);
    const policy = { allowOpenWeb: config.allowOpenWeb, project: projectPolicy(config, today) };
    let bounds: readonly Span[] = [];
    const onBounds = (places: readonly Span[]): void => {
      bounds = places;
    };
    const framework = frameworkOf(config);
    const app = parts.buildModel(program, { texts, dependencies, framework, policy, onBounds });
    return { app, problems: [], bounds };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The application model could not be built: ${reason}`;
    return { app: emptyModel, problems: [{ kind: 'rule', message, span: undefined, fatal: true }], bounds: [] };
  }
}

const frameworks = new WeakMap<EffectiveConfig, { readonly framework: ModelInput['framework'] }>();

/** The same for the same configuration: what is made of the rows of a catalogue is kept with them. */
function frameworkOf(config: EffectiveConfig): ModelInput['framework'] {
  let known = frameworks.get(config);
  if (known === undefined) frameworks.set(config, (known = { framework: configFramework(config) }));
  return known.framework;
}

/** One problem per file, at the first place: how many searches were given up for their size. */
export function cutOff(places: readonly Span[]): readonly Problem[] {
  const byFile = new Map<string, Span[]>();
  for (const place of places) byFile.set(place.file, [...(byFile.get(place.file) ?? []), place]);
  return [...byFile].map(([, [span, ...others]]) => {
    const count = others.length === 0 ? 'one value' : `${String(others.length + 1)} values`;
    const message = `The search for where ${count} of this file may come from was cut off; a flow may be missing`;
    return { kind: 'bound', message, span, fatal: false };
  });
}
