import { filterRoles } from '../../../fix/filter-roles.js';
import { correctSetting } from '../../../fix/setting.js';
import type { AppModel } from '../../../model/app.js';
import type { Flow } from '../../../model/flow.js';
import type { Setting } from '../../../model/setting.js';
import type { Evidence, Fix, Severity } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { flowFinding, type FlowGroup, flowGroups, quoted, slotName } from '../../flow-findings.js';

export const rule = {
  meta: {
    id: 'prompt-client-controlled-roles',
    title: 'Client decides message roles or supplies the whole history',
    family: 'prompt',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM01:2026', 'LLM01:2025', 'ASI01', 'AML.T0092', 'AML.T0051.000', 'CWE-1427', 'CWE-915'],
  },
  *check(app) {
    for (const group of flowGroups(app, { sinks: ['prompt-messages', 'prompt-role'], sources: ['request'] })) {
      const [flow] = group;
      const opened = systemMessagesAllowed(app, flow);
      const { severity, evidence } = strength(flow, opened);
      const what = flow.sink.kind === 'prompt-role' ? 'the role of a message' : 'messages with their roles';
      const finding = flowFinding(app, group, {
        message: `the client supplies ${what}: ${quoted(flow.source.label)} reaches ${slotName(flow.sink)} unfiltered${
          opened === undefined ? '' : `, and ${opened.label} lets system messages through`
        }`,
        help: 'Take only the newest user text from the client and rebuild the history on the server, or validate it with a schema that allows the roles `user` and `assistant` only.',
        severity,
        fixes: fixes(app, group, opened),
      });
      const { origins } = finding;
      // Roles are checked where the messages come in, whichever provider gets them.
      yield { ...finding, evidence, ...(origins && { origins: { ...origins, joined: origins.key } }) };
    }
  },
} satisfies Rule;

function fixes(app: AppModel, [flow]: FlowGroup, opened: Setting | undefined): readonly Fix[] {
  const closed = opened === undefined ? undefined : correctSetting(app, opened);
  const filtered = flow.sink.kind === 'prompt-messages' ? filterRoles(app, flow.sink) : undefined;
  return [closed, filtered].filter((fix) => fix !== undefined);
}

/** From version 7 on the AI SDK refuses system messages in `messages`; an unknown version gets the benefit of the doubt. */
function rejectsSystem({ sink }: Flow): boolean {
  const framework = sink.modelCall?.framework;
  if (framework?.id !== 'vercel-ai') return false;
  const major = Number.parseInt(framework.version ?? '7', 10);
  return !(major < 7);
}

/** Where system messages are refused, forged assistant and tool messages remain possible. */
function strength(
  flow: Flow,
  opened: Setting | undefined,
): { readonly severity: Severity; readonly evidence: Evidence } {
  if (!readsAsList(flow)) return { severity: 'info', evidence: 'heuristic' };
  if (!rejectsSystem(flow) || opened !== undefined) return { severity: 'error', evidence: flow.evidence };
  return { severity: 'info', evidence: 'heuristic' };
}

/** An option that takes text or messages (`input`) gets messages if the client's own word for the value says so. */
function readsAsList({ sink, source }: Flow): boolean {
  if (sink.kind === 'prompt-role' || /\bmessages\b/i.test(sink.label)) return true;
  return /(?:messages|history|conversation|items|contents|turns)\W*$/i.test(source.label);
}

function systemMessagesAllowed(app: AppModel, { sink }: Flow): Setting | undefined {
  const call = sink.modelCall?.span;
  if (call === undefined) return undefined;
  return app.settings.find(
    ({ meaning, span }) =>
      meaning === 'system-messages-allowed' &&
      span.file === call.file &&
      span.start >= call.start &&
      span.end <= call.end,
  );
}
