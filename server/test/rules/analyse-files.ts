import { rules } from '@leashlint/rules';
import { defaultConfig } from '../../src/config/defaults.js';
import type { EffectiveConfig } from '../../src/config/config.js';
import { loadConfig } from '../../src/config/load-config.js';
import { createEngine } from '../../src/engine/create-engine.js';
import { defaultParts } from '../../src/engine/default-parts.js';
import { wantedFiles } from '../../src/engine/wanted-files.js';
import { pythonFrontEnd } from '../../src/frontends/python/front-end.js';
import type { Report } from '../../src/engine/report.js';
import { createMemoryHost } from '../../src/workspace/memory-host.js';

const strict: EffectiveConfig = { ...defaultConfig, preset: 'strict' };
const names = { ids: new Set(rules.map(({ meta }) => meta.id)), families: new Set<string>() };

/** What a configuration file among them says; its preset does not count. */
function configOf(files: Readonly<Record<string, string>>): EffectiveConfig {
  const { config, problems } = loadConfig((path) => files[path], names);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
  return config.source === undefined ? strict : { ...config, preset: 'strict' };
}

const wanted = wantedFiles(defaultParts);

// What `prepare` would do, once for all tests.
await pythonFrontEnd.load?.();

/** Analyses a project that is given as texts by path, with every rule that the `strict` preset has. */
export function analyseFiles(files: Readonly<Record<string, string>>): Report {
  const config = configOf(files);
  const report = createEngine(createMemoryHost(files, '/workspace', wanted), defaultParts).analyse({ config });
  if (report === undefined) throw new Error('The analysis was cancelled');
  return report;
}

/** Line (from 1) of an offset. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
