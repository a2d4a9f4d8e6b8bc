import { parseArgs } from 'node:util';
import { join, resolve } from 'node:path';
import { e2e, repository } from './driver/paths.mjs';

/**
 * What both runners take. Without --extension or --vsix the extension of this repository is built first, so that the
 * tests never run on stale bundles.
 */
export function runnerOptions() {
  const { values } = parseArgs({
    options: {
      extension: { type: 'string' },
      vsix: { type: 'string' },
      workspace: { type: 'string', default: join(repository, 'samples') },
      expectations: { type: 'string', default: join(e2e, 'expectations.ts') },
    },
  });
  return {
    extension: values.extension === undefined ? undefined : resolve(values.extension),
    vsix: values.vsix === undefined ? undefined : resolve(values.vsix),
    workspace: resolve(values.workspace),
    expectations: resolve(values.expectations),
  };
}
