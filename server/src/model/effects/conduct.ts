import type { AppModel, Flow } from '@leashlint/rules';
import { bulkReads } from '../stores/bulk-reads.js';
import type { ModelContext, ToolEntry, UserEntry } from '../entries.js';
import { modelDecisions } from './model-decisions.js';
import { findRecords } from './records.js';
import type { Sighting } from '../catalogue/sightings.js';
import { suppliedSubjects } from './supplied-subjects.js';
import { toolCredentials } from './tool-credentials.js';
import { toolSupplies } from '../tools/tool-supplies.js';
import { completeEffects } from './tool-effects.js';

export interface ConductParts {
  readonly calls: readonly Sighting[];
  readonly tools: readonly ToolEntry[];
  readonly users: readonly UserEntry[];
  readonly flows: readonly Flow[];
}

/** How tools act: what they reach and who decides about it, on whose behalf, with which credential, and who hears of it. */
export function buildConduct(
  context: ModelContext,
  { calls, tools, users, flows }: ConductParts,
): Pick<AppModel, 'supplies' | 'modelDecisions' | 'suppliedSubjects' | 'toolCredentials' | 'bulkReads'> {
  completeEffects(context, tools, flows);
  findRecords(context, calls, tools, users);
  return {
    supplies: toolSupplies(context, users),
    modelDecisions: modelDecisions(context, tools, users),
    suppliedSubjects: suppliedSubjects(context, tools),
    toolCredentials: toolCredentials(context, tools),
    bulkReads: bulkReads(context, tools),
  };
}
