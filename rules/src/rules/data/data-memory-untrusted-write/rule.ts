import type { AppModel } from '../../../model/app.js';
import type { Flow } from '../../../model/flow.js';
import type { Rule } from '../../../model/rule.js';
import type { StoreUse } from '../../../model/store.js';
import { flowFinding, flowGroups, quoted } from '../../flow-findings.js';
import { usesOfSinks } from '../../store-uses.js';

export const rule = {
  meta: {
    id: 'data-memory-untrusted-write',
    title: 'Untrusted text is kept in a memory or file of instructions that later runs read',
    family: 'data',
    severity: 'warning',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.2.0',
    fix: 'none',
    languages: ['typescript', 'python'],
    standards: ['LLM05:2026', 'LLM04:2025', 'ASI06', 'AML.T0080.000', 'AML.T0061', 'CWE-345', 'MCP10:2025'],
  },
  *check(app) {
    const useOf = usesOfSinks(app);
    const groups = flowGroups(app, {
      sinks: ['memory'],
      sources: ['request', 'retrieved', 'tool-input', 'model-output'],
      anywhere: true,
      accept: (flow) => flow.source.tool?.gated !== 'yes' && isForEverybody(app, useOf(flow.sink), flow),
    });
    for (const group of groups) {
      const [flow] = group;
      const file = useOf(flow.sink) === undefined;
      yield flowFinding(app, group, {
        message: file
          ? `${quoted(flow.source.label)} is written into \`${flow.sink.label}\`, which later runs take for instructions`
          : `${quoted(flow.source.label)} is kept in a memory that is the same for everybody (\`${flow.sink.label}\`), and later runs read it`,
        help: file
          ? 'Keep instructions out of reach of the agent: write what it learns into a file of data, or ask a person before the file changes.'
          : 'Keep a memory for each user, with the id of the session, let a schema decide what is kept, and say where it comes from.',
        severity: 'warning',
      });
    }
  },
} satisfies Rule;

/**
 * A memory that is not one user's. What the model wants to keep counts where strangers take part: a request runs the model, or
 * another tool of it reads what strangers write.
 */
function isForEverybody(app: AppModel, use: StoreUse | undefined, { source }: Flow): boolean {
  if (use !== undefined && (!(use.scope === 'none' || use.scope === 'fixed') || use.owner !== undefined)) return false;
  if (source.kind === 'request' || source.kind === 'retrieved') return true;
  const { tool, modelCall } = source;
  const users = [...app.agents, ...app.modelCalls].filter(
    (user) => user === modelCall || (tool !== undefined && user.tools.includes(tool)),
  );
  return users.some(
    (user) =>
      user.tools.some(({ exposures }) => exposures.some(({ part }) => part === 'untrusted-in')) ||
      app.routes.some(({ reaches }) => reaches.some((reached) => reached.modelCall === user)),
  );
}
