import type { CiAgent, CiInputRow, CiToolsRow } from '../ci-agent.js';

const claudeBypass: readonly CiInputRow[] = [
  { pattern: '--dangerously-skip-permissions', note: 'every tool runs without a question', severity: 'error' },
  {
    pattern: '--permission-mode[ =]["\']?bypassPermissions',
    note: 'every tool runs without a question',
    severity: 'error',
  },
];

const claudeTools: CiToolsRow = {
  default: 'some',
  options: ['--allowedTools', '--allowed-tools'],
  settings: { input: 'settings', allow: [['permissions', 'allow']], deny: ['permissions', 'deny'] },
  any: 'Bash(?:\\(\\*?\\)|\\(:\\*\\))?',
};

/** Inputs and their meaning: `action.yml` and `security.md` of each action; flags: the help of each program. */
export const ciAgents: readonly CiAgent[] = [
  {
    id: 'claude-code-action',
    title: 'Claude Code Action',
    uses: ['anthropics/claude-code-action'],
    checksActor: true,
    prompts: ['prompt', 'direct_prompt', 'override_prompt', 'custom_instructions'],
    arguments: ['claude_args'],
    keys: ['anthropic_api_key', 'claude_code_oauth_token', 'github_token'],
    open: [
      {
        input: 'allowed_non_write_users',
        pattern: '\\*',
        note: 'anybody with an account starts the agent',
        severity: 'error',
      },
      { input: 'allowed_bots', pattern: '\\*', note: 'any bot starts the agent', severity: 'warning' },
    ],
    unsafe: [
      ...claudeBypass,
      {
        input: 'show_full_output',
        pattern: 'true',
        note: 'what tools print, secrets too, stands in the public log',
        severity: 'warning',
        replacement: 'false',
      },
    ],
    tools: claudeTools,
  },
  {
    id: 'claude-code-base-action',
    title: 'Claude Code Base Action',
    uses: ['anthropics/claude-code-base-action'],
    command:
      '(?:^|[\\s;&|(])(?:npx\\s+(?:-y\\s+)?@anthropic-ai/claude-code(?:@\\S+)?|claude)\\s+(?:[^\\n]*\\s)?(?:-p|--print)\\b',
    checksActor: false,
    prompts: ['prompt', 'system_prompt', 'append_system_prompt'],
    arguments: ['claude_args'],
    keys: ['anthropic_api_key', 'claude_code_oauth_token', 'ANTHROPIC_API_KEY', 'CLAUDE_CODE_OAUTH_TOKEN'],
    open: [],
    unsafe: claudeBypass,
    tools: claudeTools,
  },
  {
    id: 'codex-action',
    title: 'Codex Action',
    uses: ['openai/codex-action'],
    checksActor: true,
    prompts: ['prompt'],
    arguments: ['codex-args'],
    keys: ['openai-api-key'],
    open: [
      { input: 'allow-users', pattern: '\\*', note: 'anybody with an account starts the agent', severity: 'error' },
    ],
    unsafe: [
      {
        input: 'safety-strategy',
        pattern: 'unsafe',
        note: 'the agent keeps the rights of the runner and can read the key',
        severity: 'error',
        replacement: 'drop-sudo',
      },
      {
        input: 'sandbox',
        pattern: 'danger-full-access',
        note: 'commands of the agent run without a sandbox',
        severity: 'error',
        replacement: 'workspace-write',
      },
      {
        pattern: '--dangerously-bypass-approvals-and-sandbox|--yolo',
        note: 'commands of the agent run without a sandbox',
        severity: 'error',
      },
    ],
    tools: { default: 'any', options: [], any: '' },
  },
  {
    id: 'codex-exec',
    title: 'Codex',
    uses: [],
    command: '(?:^|[\\s;&|(])codex\\s+(?:[^\\n]*\\s)?exec\\b',
    checksActor: false,
    prompts: [],
    arguments: [],
    keys: ['OPENAI_API_KEY', 'CODEX_API_KEY'],
    open: [],
    unsafe: [
      {
        pattern: '--dangerously-bypass-approvals-and-sandbox|--yolo|(?:-s|--sandbox)[ =]["\']?danger-full-access',
        note: 'commands of the agent run without a sandbox',
        severity: 'error',
      },
    ],
    tools: { default: 'any', options: [], any: '' },
  },
  {
    id: 'run-gemini-cli',
    title: 'Gemini CLI Action',
    uses: ['google-github-actions/run-gemini-cli'],
    command:
      '(?:^|[\\s;&|(])(?:npx\\s+(?:-y\\s+)?@google/gemini-cli(?:@\\S+)?|gemini)\\s+(?:[^\\n]*\\s)?(?:-p|--prompt)\\b',
    checksActor: false,
    prompts: ['prompt'],
    arguments: [],
    keys: ['gemini_api_key', 'google_api_key', 'GEMINI_API_KEY', 'GOOGLE_API_KEY'],
    open: [],
    unsafe: [],
    // The action always passes --yolo: only the list of tools limits it.
    tools: {
      default: 'any',
      options: [],
      settings: { input: 'settings', allow: [['tools', 'core'], ['coreTools']] },
      any: '(?:run_shell_command|ShellTool)(?:\\(\\*?\\))?',
    },
  },
  {
    id: 'ai-inference',
    title: 'AI Inference Action',
    uses: ['actions/ai-inference'],
    checksActor: false,
    prompts: ['prompt', 'system-prompt', 'input'],
    arguments: [],
    keys: ['token'],
    open: [],
    unsafe: [
      {
        input: 'copilot-allow-tools',
        pattern: '(?:.*[\\s,])?(?:\\*|shell)(?:[\\s,].*)?',
        note: 'the agent runs any command',
        severity: 'error',
      },
    ],
    tools: { default: 'none', options: [], any: '' },
  },
  {
    id: 'copilot-cli',
    title: 'Copilot CLI',
    uses: [],
    command: '(?:^|[\\s;&|(])copilot\\s+(?:[^\\n]*\\s)?(?:-p|--prompt)\\b',
    checksActor: false,
    prompts: [],
    arguments: [],
    keys: ['GH_TOKEN', 'GITHUB_TOKEN', 'COPILOT_GITHUB_TOKEN'],
    open: [],
    unsafe: [{ pattern: '--allow-all-tools|--yolo', note: 'every tool runs without a question', severity: 'error' }],
    tools: { default: 'some', options: ['--allow-tool'], any: 'shell|\\*' },
  },
  {
    id: 'other-agents',
    title: 'agent',
    uses: [],
    command:
      '(?:^|[\\s;&|(])(?:aider\\s+(?:[^\\n]*\\s)?(?:-m|--message|--message-file)\\b|cursor-agent\\s+(?:[^\\n]*\\s)?(?:-p|--print)\\b|opencode\\s+run\\b|goose\\s+run\\b)',
    checksActor: false,
    prompts: [],
    arguments: [],
    keys: ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'CURSOR_API_KEY', 'GEMINI_API_KEY'],
    open: [],
    unsafe: [
      {
        pattern: 'cursor-agent\\s[^\\n]*(?:\\s-f\\b|--force)',
        note: 'every command runs without a question',
        severity: 'error',
      },
    ],
    tools: { default: 'any', options: [], any: '' },
  },
];
