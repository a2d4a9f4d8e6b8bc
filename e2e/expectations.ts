/** What a person sees of the extension, one row each. Both suites read this table and nothing else. */

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export interface QuickFix {
  /** Sample, relative to the samples folder. */
  readonly file: string;
  /** Rule id: the diagnostic's `code`. */
  readonly rule: string;
  readonly severity: Severity;
  /** Text that stands once in the sample, on the line where the finding starts. */
  readonly at: string;
  /** Title of the quick fix. */
  readonly title: RegExp;
  /** Text that the sample lacks before the fix and has after it. */
  readonly after: string;
  /** Where the value comes from, which the diagnostic links to. */
  readonly trace?: { readonly file: string; readonly at: string };
}

export interface FixAll {
  readonly file: string;
  /** Texts that the sample lacks before and has after all safe fixes. */
  readonly after: readonly string[];
  /** Texts that must survive, since only a fix that is not safe would change them. */
  readonly kept: readonly string[];
}

export const source = 'leashlint';
export const fixAllKind = 'source.fixAll.leashlint';

const chat = 'support-chat/vulnerable/app/api/chat/route.ts';
const report = 'report-writer/vulnerable/src/server.js';
const desk = 'billing-desk/vulnerable/desk.py';
const printing = 'billing-desk/vulnerable/printing.py';
const settings = 'release-agent/vulnerable/.claude/settings.json';

/** One fix of each headline group, and the ways to ignore a finding. */
export const quickFixes: readonly QuickFix[] = [
  {
    file: chat,
    rule: 'secret-hardcoded',
    severity: 'error',
    at: 'createOpenAI({ apiKey:',
    title: /Read the key from process\.env\.OPENAI_API_KEY/,
    after: 'apiKey: process.env.OPENAI_API_KEY',
  },
  {
    file: chat,
    rule: 'prompt-untrusted-in-system',
    severity: 'error',
    at: 'system: `You are the support agent',
    title: /Move `tone` into a user message/,
    after: '<tone>${tone}</tone>',
  },
  {
    file: chat,
    rule: 'approval-missing-high-impact',
    severity: 'error',
    at: 'const refundOrder = tool(',
    title: /Require approval with toolApproval/,
    after: 'toolApproval',
  },
  {
    file: report,
    rule: 'tool-hosted-unrestricted',
    severity: 'warning',
    at: "type: 'web_fetch_20250910'",
    title: /allowed_domains/,
    after: "allowed_domains: ['example.com']",
  },
  {
    file: chat,
    rule: 'limits-unbounded-loop',
    severity: 'warning',
    at: 'stopWhen: isLoopFinished()',
    title: /Set stopWhen/,
    after: 'stopWhen: isStepCount(20)',
  },
  {
    file: desk,
    rule: 'secret-hardcoded',
    severity: 'error',
    at: 'client = AsyncOpenAI(api_key=',
    title: /Read the key from os\.environ\['OPENAI_API_KEY'\]/,
    after: "api_key=os.environ['OPENAI_API_KEY']",
  },
  {
    file: printing,
    rule: 'exec-tool-shell',
    severity: 'error',
    at: 'done = subprocess.run(',
    title: /Pass the arguments as a list without a shell/,
    after: "subprocess.run(['lp'",
    trace: { file: desk, at: 'def print_invoice(' },
  },
  {
    file: settings,
    rule: 'config-overbroad-allow',
    severity: 'error',
    at: '"allow": [',
    title: /Remove "Bash\(\*\)"/,
    after: '"allow": ["Bash(git log:*)"]',
  },
];

export const fixAll: readonly FixAll[] = [
  {
    file: chat,
    after: ['telemetry: { recordInputs: false'],
    kept: ["apiKey: 'sk-proj-", 'stopWhen: isLoopFinished()'],
  },
];

/** Samples without a finding. */
export const clean: readonly string[] = [
  'support-chat/repaired/app/api/chat/route.ts',
  'billing-desk/repaired/desk.py',
];
