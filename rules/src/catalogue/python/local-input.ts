import type { Framework } from '../framework.js';

/** What somebody at the machine itself types. */
export const pythonLocalInput = {
  id: 'python-local-input',
  title: 'Python',
  language: 'python',
  modules: ['argparse', 'fileinput', 'prompt_toolkit', 'rich.prompt'],
  ai: false,
  checkedAgainst: {},
  sources: [
    { kind: 'local', path: 'Member[input].ReturnValue', module: 'fileinput', label: 'standard input' },
    {
      kind: 'local',
      path: 'Member[ArgumentParser].Instance.Member[parse_args,parse_intermixed_args].ReturnValue',
      module: 'argparse',
      label: 'command line',
    },
    { kind: 'local', path: 'Member[prompt].ReturnValue', module: 'prompt_toolkit', label: 'typed line' },
    {
      kind: 'local',
      path: 'Member[PromptSession].Instance.Member[prompt,prompt_async].ReturnValue',
      module: 'prompt_toolkit',
      label: 'typed line',
    },
    { kind: 'local', path: 'Member[Prompt].Member[ask].ReturnValue', module: 'rich.prompt', label: 'typed line' },
  ],
} as const satisfies Framework;

const commands = 'Member[command].ReturnValue.Argument[0].Parameter[0..]';

/** Commands whose parameters are options of the command line. */
export const pythonCommandLines = {
  id: 'python-command-lines',
  title: 'Command line',
  language: 'python',
  modules: ['click', 'typer', 'rich_click'],
  ai: false,
  checkedAgainst: {},
  sources: [
    { kind: 'local', path: commands, label: 'command line', declared: [] },
    { kind: 'local', path: `Member[Typer].Instance.${commands}`, label: 'command line', declared: [] },
    {
      kind: 'local',
      path: 'Member[run].Argument[0].Parameter[0..]',
      module: 'typer',
      label: 'command line',
      declared: [],
    },
    { kind: 'local', path: 'Member[prompt].ReturnValue', label: 'typed line' },
  ],
} as const satisfies Framework;
