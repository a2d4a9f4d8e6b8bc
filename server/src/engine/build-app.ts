import type { AppModel } from '@leashlint/rules';
import type { Program } from '../program/program.js';
import { emptyModel } from './empty-model.js';
import type { EngineParts } from './parts.js';
import type { Problem } from './report.js';

export interface BuiltApp {
  readonly app: AppModel;
  readonly problem: Problem | undefined;
}

/** Building the model is our own code: when it throws there are no findings, and the problem says why. */
export function buildApp(
  parts: EngineParts,
  program: Program,
  texts: readonly { readonly path: string; readonly text: string }[],
): BuiltApp {
  try {
    return { app: parts.buildModel(program, texts), problem: undefined };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The application model could not be built: ${reason}`;
    return { app: emptyModel, problem: { kind: 'rule', message, span: undefined, fatal: true } };
  }
}
