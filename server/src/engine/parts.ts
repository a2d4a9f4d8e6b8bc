import type { AppModel, Framework, Policy, Rule, Span } from '@leashlint/rules';
import type { FrontEnd } from '../frontends/frontend.js';
import type { ConfigKinds } from '../workspace/config-kinds.js';
import type { Program, ProgramHost } from '../program/program.js';

export interface ModelInput {
  /** Files that are not code and may hold a key. */
  readonly texts: readonly { readonly path: string; readonly text: string }[];
  /** Whether the manifests and lock files of the workspace are looked into, too. */
  readonly dependencies: boolean;
  /** Rows of the configuration. */
  readonly framework: Framework | undefined;
  readonly policy: Policy;
  /** Told the places from which a search for sources was cut off. */
  readonly onBounds: (places: readonly Span[]) => void;
}

/** What the engine is put together from. Tests of the engine itself put in their own. */
export interface EngineParts {
  readonly frontEnds: readonly FrontEnd[];
  readonly catalogue: readonly Framework[];
  readonly configKinds: ConfigKinds;
  readonly rules: readonly Rule[];
  /** Sources of regular expressions of keys whose shape alone is enough. */
  readonly secretPatterns: readonly string[];
  /** Parses every file. What the prefilter keeps back has no findings, so this only takes longer; it is there to be compared with. */
  readonly choose?: 'everything';
  createProgram(host: ProgramHost): Program;
  buildModel(program: Program, input: ModelInput): AppModel;
}
