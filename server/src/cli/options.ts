/** Every option of the command line. Parsing, `--help` and the documentation are made from this table. */
export interface Option {
  readonly name: string;
  readonly short?: string;
  /** Placeholder of the value; absent = a switch. */
  readonly value?: string;
  /** Values that are accepted. */
  readonly choices?: readonly string[];
  /** The value when the option is given without one. */
  readonly bare?: string;
  readonly repeatable?: true;
  readonly help: string;
  /** Left out of the help: for tests of leashlint itself. */
  readonly hidden?: true;
  /** Commands that take it; absent = all. */
  readonly commands?: readonly CommandName[];
}

export type CommandName = 'check' | 'explain' | 'rules' | 'init' | 'lsp' | 'config' | 'merge';

export interface Command {
  readonly name: CommandName;
  readonly usage: string;
  readonly help: string;
}

export const commands: readonly Command[] = [
  { name: 'check', usage: 'leashlint [check] [paths]', help: 'Analyse files and folders (default).' },
  { name: 'explain', usage: 'leashlint explain <rule>', help: 'Print the page of a rule.' },
  { name: 'rules', usage: 'leashlint rules', help: 'List the rules and whether they are on.' },
  { name: 'init', usage: 'leashlint init', help: 'Write a configuration file for this project.' },
  { name: 'config', usage: 'leashlint config', help: 'Print the configuration in force and where it comes from.' },
  { name: 'merge', usage: 'leashlint merge <reports>', help: 'Put the SARIF or JSON reports of all shards together.' },
  { name: 'lsp', usage: 'leashlint lsp', help: 'Run the language server for an editor.' },
];

export const formats = ['stylish', 'concise', 'json', 'sarif'] as const;
export type FormatName = (typeof formats)[number];

export const options = [
  {
    name: 'format',
    short: 'f',
    value: 'name',
    choices: formats,
    repeatable: true,
    commands: ['check', 'rules'],
    help: 'Output format; repeatable, each with its own --output-file.',
  },
  {
    name: 'output-file',
    short: 'o',
    value: 'path',
    repeatable: true,
    commands: ['check', 'merge'],
    help: 'Write the format given at the same position to a file; further formats go to standard output.',
  },
  {
    name: 'fix',
    value: 'kind',
    choices: ['safe', 'suggest'],
    bare: 'safe',
    commands: ['check'],
    help: 'Apply safe fixes, or with --fix=suggest also the first suggestion of each finding.',
  },
  {
    name: 'fix-dry-run',
    value: 'kind',
    choices: ['safe', 'suggest'],
    bare: 'safe',
    commands: ['check'],
    help: 'Print what --fix would change as a unified diff and write nothing.',
  },
  {
    name: 'fail-on',
    value: 'severity',
    choices: ['error', 'warning', 'info'],
    commands: ['check', 'merge'],
    help: 'Exit with 1 for findings of this severity or above (default: warning).',
  },
  { name: 'exit-zero', commands: ['check', 'merge'], help: 'Exit with 0 even if there are findings.' },
  { name: 'allow-empty', commands: ['check'], help: 'Finding no file to analyse is fine.' },
  {
    name: 'preset',
    value: 'name',
    choices: ['recommended', 'strict', 'audit'],
    commands: ['check', 'rules', 'config'],
    help: 'Which rules are on (default: recommended).',
  },
  {
    name: 'only',
    value: 'rules',
    repeatable: true,
    commands: ['check', 'rules', 'config'],
    help: 'Run only these rules or families, separated by commas.',
  },
  {
    name: 'skip',
    value: 'rules',
    repeatable: true,
    commands: ['check', 'rules', 'config'],
    help: 'Leave these rules or families out, separated by commas.',
  },
  {
    name: 'config',
    short: 'c',
    value: 'path',
    commands: ['check', 'rules', 'config'],
    help: 'Use this configuration file instead of looking for one.',
  },
  { name: 'no-inline-ignores', commands: ['check', 'config'], help: 'Report what ignore comments cover, too.' },
  {
    name: 'stdin',
    commands: ['check'],
    help: 'Analyse text from standard input; other files are still read for context.',
  },
  {
    name: 'stdin-filename',
    value: 'path',
    commands: ['check'],
    help: 'Where the text from standard input belongs.',
  },
  { name: 'no-cache', commands: ['check'], help: 'Neither read nor write what earlier runs found out.' },
  {
    name: 'cache-location',
    value: 'folder',
    commands: ['check'],
    help: "Where to keep it (default: leashlint in the user's folder for caches).",
  },
  {
    name: 'shard',
    value: 'i/n',
    commands: ['check'],
    help: 'Report only what is found in part i of n of the workspace, divided by packages; see merge.',
  },
  { name: 'quiet', short: 'q', commands: ['check'], help: 'Show errors only.' },
  { name: 'stats', commands: ['check'], help: 'Say what was read, skipped and parsed, why, and how long it took.' },
  {
    name: 'parser',
    value: 'name',
    choices: ['fastest', 'typescript-estree'],
    commands: ['check'],
    hidden: true,
    help: 'Parser for TypeScript and JavaScript.',
  },
  { name: 'no-prefilter', commands: ['check'], hidden: true, help: 'Parse every file.' },
  {
    name: 'color',
    value: 'when',
    choices: ['auto', 'always', 'never'],
    bare: 'always',
    help: 'Colour the output (default: auto, which honours NO_COLOR and FORCE_COLOR).',
  },
  { name: 'no-color', help: 'The same as --color=never.' },
  {
    name: 'stdio',
    commands: ['lsp'],
    help: 'Speak over standard input and output, which is also the default.',
  },
  { name: 'node-ipc', commands: ['lsp'], help: 'Speak over the channel of a Node parent process.' },
  { name: 'socket', value: 'port', commands: ['lsp'], help: 'Speak over this port, on which the editor listens.' },
  { name: 'pipe', value: 'name', commands: ['lsp'], help: 'Speak over this pipe, on which the editor listens.' },
  {
    name: 'clientProcessId',
    value: 'id',
    commands: ['lsp'],
    help: 'Process of the editor: the server ends with it.',
  },
  { name: 'help', short: 'h', help: 'Show this help.' },
  { name: 'version', short: 'V', help: 'Show the version.' },
] as const satisfies readonly Option[];

export type OptionName = (typeof options)[number]['name'];
