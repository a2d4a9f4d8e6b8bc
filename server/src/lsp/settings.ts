import type { Severity } from '@leashlint/rules';
import type { Preset } from '../config/config.js';

/**
 * What the editor decides: where and when findings show. What is found is the configuration file's business. The shape is
 * the same in `initializationOptions` and in the `leashlint` section of `workspace/configuration`.
 */
export interface Settings {
  readonly enable: boolean;
  readonly run: 'onType' | 'onSave';
  readonly diagnosticMode: 'openFiles' | 'workspace';
  /** Configuration file to use instead of the nearest one; relative to the folder or absolute. */
  readonly configPath: string | undefined;
  /** Used where the configuration file names no preset. */
  readonly preset: Preset | undefined;
  readonly customizations: readonly Customization[];
  readonly disableRuleComment: boolean;
  readonly showDocumentation: boolean;
  /** Globs of files in which nothing is shown. */
  readonly exclude: readonly string[];
}

/** Shows the findings of rules (`*` matches any text) with another severity, or not at all. */
export interface Customization {
  readonly rule: string;
  readonly severity: Severity | 'off';
}

export const defaultSettings: Settings = {
  enable: true,
  run: 'onType',
  diagnosticMode: 'openFiles',
  configPath: undefined,
  preset: undefined,
  customizations: [],
  disableRuleComment: true,
  showDocumentation: true,
  exclude: [],
};

/** Settings from what a client sent. What is missing or of the wrong type keeps its value in `base`. */
export function readSettings(sent: unknown, base: Settings = defaultSettings): Settings {
  const all = record(sent);
  const codeAction = record(all.codeAction);
  return {
    enable: boolean(all.enable, base.enable),
    run: oneOf(all.run, ['onType', 'onSave'], base.run),
    diagnosticMode: oneOf(all.diagnosticMode, ['openFiles', 'workspace'], base.diagnosticMode),
    configPath: typeof all.configPath === 'string' ? all.configPath.trim() || undefined : base.configPath,
    preset: all.preset === '' ? undefined : oneOf(all.preset, ['recommended', 'strict', 'audit'], base.preset),
    customizations: customizations(record(all.rules).customizations) ?? base.customizations,
    disableRuleComment: boolean(record(codeAction.disableRuleComment).enable, base.disableRuleComment),
    showDocumentation: boolean(record(codeAction.showDocumentation).enable, base.showDocumentation),
    exclude: Array.isArray(all.exclude) ? all.exclude.filter((one) => typeof one === 'string') : base.exclude,
  };
}

function customizations(value: unknown): readonly Customization[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((one) => {
    const { rule, severity } = record(one);
    const known = oneOf(severity, ['error', 'warning', 'info', 'off'], undefined);
    return typeof rule === 'string' && known !== undefined ? [{ rule, severity: known }] : [];
  });
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function boolean(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function oneOf<const T extends string, U>(value: unknown, known: readonly T[], otherwise: U): T | U {
  return known.find((one) => one === value) ?? otherwise;
}
