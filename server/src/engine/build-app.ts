import type { AppModel } from '@leashlint/rules';
import type { EffectiveConfig } from '../config/config.js';
import type { Program } from '../program/program.js';
import { configFramework, nameProjectFunctions } from './config-framework.js';
import { emptyModel } from './empty-model.js';
import type { EngineParts, ModelInput } from './parts.js';
import type { Problem } from './report.js';

export interface BuiltApp {
  readonly app: AppModel;
  readonly problem: Problem | undefined;
}

/** Building the model is our own code: when it throws there are no findings, and the problem says why. */
export function buildApp(
  parts: EngineParts,
  program: Program,
  config: EffectiveConfig,
  texts: ModelInput['texts'],
): BuiltApp {
  try {
    nameProjectFunctions(program, config);
    const policy = { allowOpenWeb: config.allowOpenWeb };
    const app = parts.buildModel(program, { texts, framework: configFramework(config), policy });
    return { app, problem: undefined };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The application model could not be built: ${reason}`;
    return { app: emptyModel, problem: { kind: 'rule', message, span: undefined, fatal: true } };
  }
}
