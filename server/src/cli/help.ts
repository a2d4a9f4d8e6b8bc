import { commands, options, type CommandName, type Option } from './options.js';

const WIDTH = 100;
const COLUMN = 30;

/** The help of the whole tool, or of one command. */
export function helpText(command?: CommandName): string {
  const shown = (options as readonly Option[]).filter(
    (option) =>
      option.hidden !== true &&
      (command === undefined || option.commands === undefined || option.commands.includes(command)),
  );
  const usage = commands.filter(({ name }) => command === undefined || name === command);
  return [
    'leashlint finds the AI agents that are off the leash.',
    '',
    ...usage.map((entry) => row(entry.usage, entry.help)),
    '',
    'Options',
    ...shown.map((option) => row(optionName(option), option.help)),
    '',
    'Exit codes: 0 clean, 1 findings at or above --fail-on, 2 the job could not be done.',
    '',
  ].join('\n');
}

function optionName({ short, name, value, bare, choices }: Option): string {
  const long = `--${name}`;
  const values = choices === undefined ? `<${value ?? ''}>` : choices.join('|');
  const argument = value === undefined ? '' : bare === undefined ? ` ${values}` : `[=${values}]`;
  return `${short === undefined ? '    ' : `-${short}, `}${long}${argument}`;
}

function row(name: string, help: string): string {
  const lines = wrap(help, WIDTH - COLUMN - 2);
  const indent = ' '.repeat(COLUMN + 2);
  const head = `  ${name}`;
  const rest = lines.map((line) => indent + line);
  if (head.length >= COLUMN + 1) return [head, ...rest].join('\n');
  return [head.padEnd(COLUMN + 2) + (lines[0] ?? ''), ...rest.slice(1)].join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
