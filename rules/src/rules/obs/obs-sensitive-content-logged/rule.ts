import type { AppModel } from '../../../model/app.js';
import type { Flow } from '../../../model/flow.js';
import type { Rule } from '../../../model/rule.js';
import { redactArgument } from '../../../fix/redact-argument.js';
import { flowFinding, type FlowGroup, flowGroups, quoted } from '../../flow-findings.js';
import { settingFindings } from '../../setting-findings.js';

export const rule = {
  meta: {
    id: 'obs-sensitive-content-logged',
    title: 'Prompts, outputs or secrets recorded unredacted',
    family: 'obs',
    severity: 'warning',
    confidence: 'medium',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'safe',
    languages: ['typescript', 'python'],
    standards: ['LLM02:2026', 'LLM02:2025', 'MCP01:2025', 'AML.T0057', 'CWE-532', 'CWE-359'],
  },
  *check(app) {
    const groups = flowGroups(app, {
      sinks: ['log'],
      sources: ['secret', 'sensitive', 'request'],
      accept: (flow) =>
        !isWrapped(flow) && (flow.source.kind !== 'request' || isPrompted(app, flow) || isNamedPrompt(app, flow)),
    });
    for (const checked of groups) {
      const group = withoutChecks(checked);
      const { source, sink } = group[0];
      const what = source.kind === 'request' ? `what the user wrote (${quoted(source.label)})` : quoted(source.label);
      const fix = redactArgument(app, group);
      yield flowFinding(app, group, {
        message: `${what} is written to the log by ${quoted(sink.label)}`,
        help: 'Log ids, lengths and token counts; mask values that may be secret or personal.',
        severity: 'warning',
        fixes: fix === undefined ? [] : [fix],
      });
    }
    yield* settingFindings(app, ['content-recorded'], {
      message: ({ label, subject }) => `${subject} records prompts and outputs: ${label}`,
      help: 'Record metadata only, or redact the content before it leaves the process.',
      // Turning a literal `true` off restores what nobody depends on; an absent option may be a decision.
      fix: ({ property }) => (property?.literal === true ? 'safe' : 'suggest'),
    });
  },
} satisfies Rule;

/** A check of what the text says has nothing to do with whether it may be kept. */
function withoutChecks([first, ...others]: FlowGroup): FlowGroup {
  const unchecked = (flow: Flow): Flow => ({ ...flow, weakGuards: [] });
  return [unchecked(first), ...others.map(unchecked)];
}

/** What an unknown function makes of a key (a client, a hash) is not the key, and what it answers to a message not the message. */
function isWrapped({ source, evidence }: Flow): boolean {
  return source.kind !== 'sensitive' && evidence !== 'proven';
}

/** What a field of a request is called that holds what somebody says to a model. */
const SAID = /\.(?:user)?(?:prompt|message|messages|question|chat|conversation|transcript|utterance)`?$/i;

/**
 * The way to the model may lead through a store of the conversation: a value with such a name in a file that calls a model.
 */
function isNamedPrompt(app: AppModel, { source, sink }: Flow): boolean {
  return SAID.test(source.label) && app.modelCalls.some(({ span }) => span.file === sink.span.file);
}

/** The same value is also what the model is asked: it is a conversation, not any request. */
function isPrompted(app: AppModel, { source }: Flow): boolean {
  return app.flows.some(
    (other) =>
      other.sink.kind.startsWith('prompt-') &&
      other.source.label === source.label &&
      other.source.span.file === source.span.file &&
      other.source.span.start === source.span.start,
  );
}
