import { parseArgs, type ParseArgsConfig } from 'node:util';
import { suggestion } from '../config/suggest.js';
import { commands, options, type CommandName, type Option, type OptionName } from './options.js';

export interface Arguments {
  readonly command: CommandName;
  /** What stands after the command. */
  readonly operands: readonly string[];
  has(name: OptionName): boolean;
  /** The last value of an option. */
  value(name: OptionName): string | undefined;
  values(name: OptionName): readonly string[];
  /** All of it as it was given. */
  readonly line: readonly string[];
}

const table: readonly Option[] = options;

/** The command line as data, or what is wrong with it. */
export function readArguments(argv: readonly string[]): Arguments | { readonly error: string } {
  const parsed = parse(argv);
  if ('error' in parsed) return parsed;
  const { values, positionals } = parsed;
  const named = commands.find(({ name }) => name === positionals[0])?.name;
  const command = named ?? (values['lsp'] === true ? 'lsp' : 'check');
  const all = (name: string): readonly string[] => {
    const value = values[name];
    if (value === undefined || typeof value === 'boolean') return [];
    return (Array.isArray(value) ? value : [value]).map(String);
  };
  for (const option of table) {
    if (values[option.name] === undefined) continue;
    if (option.commands !== undefined && !option.commands.includes(command) && values['help'] !== true) {
      return { error: `--${option.name} is no option of ${command}.` };
    }
    for (const value of all(option.name)) {
      if (option.choices !== undefined && !option.choices.includes(value)) {
        return {
          error: `--${option.name} takes ${option.choices.join(', ')}, not ${value}.${suggestion(value, option.choices)}`,
        };
      }
    }
  }
  return {
    command,
    operands: named === undefined ? positionals : positionals.slice(1),
    has: (name) => values[name] !== undefined,
    value: (name) => all(name).at(-1),
    values: all,
    line: argv,
  };
}

type Parsed = Pick<ReturnType<typeof parseArgs>, 'values' | 'positionals'>;

function parse(argv: readonly string[]): Parsed | { readonly error: string } {
  const config: NonNullable<ParseArgsConfig['options']> = {
    // Editors that know no subcommands start the server with a switch.
    lsp: { type: 'boolean' },
  };
  for (const { name, short, value, repeatable } of table) {
    config[name] = {
      type: value === undefined ? 'boolean' : 'string',
      ...(short === undefined ? {} : { short }),
      ...(repeatable === undefined ? {} : { multiple: true }),
    };
  }
  const args = argv.map((argument) => {
    const bare = table.find(({ name }) => argument === `--${name}`)?.bare;
    return bare === undefined ? argument : `${argument}=${bare}`;
  });
  try {
    return parseArgs({ args, options: config, allowPositionals: true });
  } catch (error) {
    const unknown = args.find((argument) => /^--?\w/.test(argument) && !isKnown(argument));
    if (unknown !== undefined) {
      const name = unknown.replace(/^-+/, '').replace(/=.*/s, '');
      const similar = suggestion(
        name,
        table.map((option) => option.name),
      ).replace('mean ', 'mean --');
      return { error: `Unknown option ${unknown.replace(/=.*/s, '')}.${similar}` };
    }
    return { error: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

function isKnown(argument: string): boolean {
  if (!argument.startsWith('--')) return table.some(({ short }) => short === argument[1]);
  const name = argument.slice(2).replace(/=.*/s, '');
  return name === 'lsp' || table.some((option) => option.name === name);
}
