import type { Rule } from '../../../model/rule.js';

export const rule = {
  meta: {
    id: 'ci-agent-unsafe-mode',
    title: 'Agent CLI/action run in bypass, YOLO or unsandboxed mode',
    family: 'ci',
    severity: 'error',
    confidence: 'high',
    tier: 'recommended',
    since: '0.1.0',
    fix: 'suggest',
    languages: ['workflow'],
    standards: ['ASI02', 'ASI05', 'LLM03:2026', 'LLM06:2025', 'AML.T0105', 'CWE-693', 'CWE-250'],
  },
  *check(app) {
    for (const { anyTool, framework, nameSpan, strangers, tools, unsafe } of app.agentSteps) {
      for (const { label, note, repair, severity, span } of unsafe) {
        yield {
          message: `\`${label}\` of ${framework.title}: ${note}`,
          help: 'Name the tools that the task needs, and let the sandbox stand.',
          severity,
          evidence: 'proven',
          primary: span,
          fixes: repair === undefined ? [] : [{ ...repair, kind: 'suggest' }],
        };
      }
      if (unsafe.length > 0 || tools !== 'any') continue;
      // Without a list some agents run everything: that matters where strangers write what they read.
      const place = anyTool ?? (strangers.length > 0 ? nameSpan : undefined);
      if (place === undefined) continue;
      yield {
        message: `${framework.title} may run any command without a question`,
        help: 'Name the commands that the task needs, such as `Bash(gh issue view:*)`.',
        severity: strangers.length > 0 ? 'error' : 'warning',
        evidence: 'proven',
        primary: place,
      };
    }
  },
} satisfies Rule;
