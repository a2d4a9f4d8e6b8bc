import { contains } from '../../../fix/flow-places.js';
import { atEachUse } from '../../../fix/at-each-use.js';
import { allowHost } from '../../../fix/allow-host.js';
import type { AppModel } from '../../../model/app.js';
import type { Flow } from '../../../model/flow.js';
import type { Tool } from '../../../model/tool.js';
import type { Rule } from '../../../model/rule.js';
import { flowFinding, flowGroups, quoted } from '../../flow-findings.js';
import { lowered } from '../../severity.js';
import { inLanguage } from '../../in-language.js';

export const rule = {
  meta: {
    id: 'tool-ssrf',
    title: 'Model-controlled URL is fetched without an allow list',
    family: 'tool',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['typescript', 'python'],
    standards: ['LLM03:2026', 'LLM06:2025', 'LLM10:2026', 'ASI02', 'AML.T0053', 'AML.T0086', 'CWE-918', 'MCP05:2025'],
  },
  *check(app) {
    const groups = flowGroups(app, {
      sinks: ['url'],
      // A request is not the model's choice: with an open web, too, it needs a check.
      // Not what was fetched: links and endpoints in answers of a server that nobody chose are its own business.
      sources: app.policy.allowOpenWeb ? ['request'] : ['tool-input', 'model-output', 'request'],
      // Where nothing asks a model, an address of the client's is mostly the service of its own that it tells us to use.
      besideModel: true,
      accept: (flow) => !fixedHost(flow) && !isOwnModel(app, flow),
    });
    for (const group of groups) {
      const { source, sink } = group[0];
      const fix = atEachUse(group, ([use]) => allowHost(app, use.sink));
      yield flowFinding(app, group, {
        message: `${quoted(source.label)} decides which address ${quoted(sink.label)} requests; no host list is checked`,
        help: inLanguage(app, sink.span, {
          typescript:
            'Compare `new URL(value).hostname` with a set of allowed hosts before the request and refuse redirects; a test with startsWith or includes can be passed by another host.',
          python:
            'Compare `urlsplit(value).hostname` with a set of allowed hosts before the request and refuse redirects; a test with startswith or in can be passed by another host.',
        }),
        severity: lowered(
          'error',
          group.every((flow) => browsesOnly(app, flow.source.tool)),
        ),
        fixes: fix === undefined ? [] : [fix],
      });
    }
  },
} satisfies Rule;

/** Who asks for a model of their own says where it is. What goes there with it is the business of secret-sent-to-untrusted-endpoint. */
function isOwnModel(app: AppModel, { source, sink }: Flow): boolean {
  return source.kind === 'request' && app.modelCalls.some(({ span }) => contains(span, sink.span));
}

/** The template begins with scheme and host: the value is a path or a query. */
function fixedHost({ sink }: Flow): boolean {
  const [head] = sink.argument?.template ?? [];
  return typeof head === 'string' && /^(?:https?|wss?):\/\/[^/?#]+[/?#]/.test(head);
}

/** Every agent with the tool is known to hold no private data: there is nothing to carry out. */
function browsesOnly(app: AppModel, tool: Tool | undefined): boolean {
  if (tool === undefined) return false;
  const users = [...app.agents, ...app.modelCalls].filter(({ tools }) => tools.includes(tool));
  return (
    users.length > 0 &&
    users.every(
      ({ tools, toolsKnown }) =>
        toolsKnown &&
        !tools.some(({ capabilities }) => capabilities.includes('private-read') || capabilities.includes('exec')),
    )
  );
}
