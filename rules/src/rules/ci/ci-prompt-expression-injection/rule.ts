import { throughVariable } from '../../../fix/workflow-variable.js';
import type { TraceStep } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import type { AgentStep, CiUntrustedText } from '../../../model/workflow.js';

const REACHES = {
  prompt: 'stands in the prompt',
  arguments: 'stands in the command line',
  script: 'stands in the shell script',
} as const;

export const rule = {
  meta: {
    id: 'ci-prompt-expression-injection',
    title: 'Event text expanded into prompt, arguments or shell of an agent step',
    family: 'ci',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['workflow'],
    standards: ['LLM01:2026', 'LLM01:2025', 'ASI01', 'AML.T0051.001', 'CWE-1427', 'CWE-78', 'CWE-94'],
  },
  *check(app) {
    for (const step of app.agentSteps) {
      if (step.strangers.length === 0) continue;
      for (const text of step.untrusted) {
        const severity = severityOf(step, text);
        if (severity === undefined) continue;
        yield {
          message: `\`${text.context}\`, which anybody can write, ${REACHES[text.place]} of ${step.framework.title}`,
          help:
            text.place === 'prompt'
              ? 'Write the text to a file and let the agent read it as data; take from the agent every tool that it does not need for that.'
              : 'Pass the text through an environment variable and quote the variable.',
          severity,
          evidence: 'proven',
          primary: text.span,
          trace: traceOf(text),
          fixes: throughVariable(text.offer),
        };
      }
    }
  },
} satisfies Rule;

function traceOf({ place, span, way }: CiUntrustedText): readonly TraceStep[] {
  return way.length === 0 ? [] : [...way, { span, message: REACHES[place] }];
}

/** A prompt is for text, but not for orders of strangers to an agent that can act. */
function severityOf({ tools }: AgentStep, { place, quoted }: CiUntrustedText): 'error' | 'warning' | undefined {
  if (place !== 'prompt') return 'error';
  if (tools === 'none') return quoted ? undefined : 'warning';
  return tools === 'any' ? 'error' : 'warning';
}
