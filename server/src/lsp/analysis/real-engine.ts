import { rules } from '@leashlint/rules';
import { loadConfig, loadConfigFile, readFrom } from '../../config/load-config.js';
import { createEngine } from '../../engine/create-engine.js';
import { defaultParts } from '../../engine/default-parts.js';
import { wantedFiles } from '../../engine/wanted-files.js';
import { ruleUrl } from '../../report/rule-url.js';
import { createDiskHost } from '../../workspace/disk-host.js';
import { foldersAbove, readAbove } from '../../workspace/folders-above.js';
import type { EngineModules } from './engine-modules.js';

const metas = new Map(rules.map(({ meta }) => [meta.id, meta]));
const names = { ids: new Set(metas.keys()), families: new Set(rules.map(({ meta }) => meta.family)) };
const wanted = wantedFiles(defaultParts);

/** The engine that ships. This file and all behind it are read and compiled only when something is analysed. */
export const realEngine: EngineModules = {
  createEngine: (host) => createEngine(host, defaultParts),
  createHost({ root, loose }, overlay) {
    const host = createDiskHost({ root, wanted, overlay });
    return loose ? { ...host, list: () => [...overlay.keys()].sort() } : host;
  },
  resolveConfig(host, { root, settings }) {
    const inside = readFrom(host);
    const read = (file: string): string | undefined => inside(file) ?? readAbove(root, file);
    const { configPath, preset } = settings;
    const loaded =
      configPath === undefined ? loadConfig(read, names, foldersAbove(root)) : loadConfigFile(configPath, read, names);
    // What a file says holds; the editor's preset is for folders without one.
    const applies = preset !== undefined && loaded.config.source === undefined;
    return { config: applies ? { ...loaded.config, preset } : loaded.config, problems: loaded.problems };
  },
  rule(id) {
    const meta = metas.get(id);
    return meta && { title: meta.title, url: ruleUrl(meta) };
  },
  async page(id) {
    const { pages } = await import('@leashlint/rules/pages');
    return pages[id];
  },
};
