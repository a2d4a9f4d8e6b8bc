import { rules } from '@leashlint/rules';
import type { EffectiveConfig, Preset } from '../config/config.js';
import { loadConfig, loadConfigFile, type LoadedConfig, type RuleNames } from '../config/load-config.js';
import { suggestion } from '../config/suggest.js';
import { plainDisk, type Disk } from '../workspace/disk.js';
import { readAbove } from '../workspace/folders-above.js';
import type { Arguments } from './arguments.js';
import type { Workspace } from './workspace.js';

export const ruleNames: RuleNames = {
  ids: new Set(rules.map(({ meta }) => meta.id)),
  families: new Set(rules.map(({ meta }) => meta.family)),
};

/** The configuration file of a workspace with the flags laid over it, or what is wrong with the flags. */
export function configure(
  args: Arguments,
  { root, above }: Workspace,
  cwd: string,
  disk: Disk = plainDisk,
): LoadedConfig | { readonly error: string } {
  const read = (file: string): string | undefined => readAbove(root, file, disk);
  const given = args.value('config');
  const loaded =
    given === undefined
      ? loadConfig(read, ruleNames, above)
      : loadConfigFile(given, () => readAbove(cwd, given, disk), ruleNames);
  const only = splitNames(args.values('only'));
  const skip = splitNames(args.values('skip'));
  for (const name of [...only, ...skip]) {
    const { ids, families } = ruleNames;
    if (!ids.has(name) && !families.has(name)) {
      return { error: `There is no rule or family ${name}.${suggestion(name, [...ids, ...families])}` };
    }
  }
  const preset = args.value('preset');
  const config: EffectiveConfig = {
    ...loaded.config,
    ...(isPreset(preset) ? { preset } : {}),
    ...(only.length > 0 ? { only } : {}),
    skip: [...loaded.config.skip, ...skip],
    inlineIgnores: loaded.config.inlineIgnores && !args.has('no-inline-ignores'),
  };
  return { ...loaded, config };
}

function isPreset(value: string | undefined): value is Preset {
  return value === 'recommended' || value === 'strict' || value === 'audit';
}

function splitNames(values: readonly string[]): string[] {
  return values
    .flatMap((value) => value.split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
