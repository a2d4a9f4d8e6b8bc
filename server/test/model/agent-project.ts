import type { AppModel, Framework, Span } from '@leashlint/rules';
import { buildModel } from '../../src/model/build.js';
import type { BuildOptions } from '../../src/model/build.js';
import { createCatalogueIndex } from '../../src/model/catalogue/catalogue-index.js';
import { agentFramework, terminal } from './agent-frameworks.js';
import { memoryProgram } from '../program/memory-program.js';

export interface AgentProject {
  readonly app: AppModel;
  text(span: Span | undefined): string | undefined;
}

/** The model of files given as text, by the small catalogue of these tests. */
export function agentProject(
  files: Readonly<Record<string, string>> | string,
  options: Partial<BuildOptions> = {},
  frameworks: readonly Framework[] = [agentFramework, terminal],
): AgentProject {
  const all = typeof files === 'string' ? { 'a.ts': files } : files;
  const program = memoryProgram(all);
  const index = createCatalogueIndex(frameworks, (file, module) => program.version(file, module));
  const app = buildModel(program, index, { secretFormats: [], ...options });
  return { app, text: (span) => span && (all[span.file] ?? '').slice(span.start, span.end) };
}

/** The only element of a list that a test expects to have one. */
export function only<T>(list: readonly T[]): T {
  const [first] = list;
  if (first === undefined || list.length !== 1) throw new Error(`expected one, got ${String(list.length)}`);
  return first;
}
