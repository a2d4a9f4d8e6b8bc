import type { Framework } from '../framework.js';
import { browserGlobals, react } from './browser-globals.js';
import { bunGlobals, denoGlobals } from './bun-deno.js';
import { childProcess } from './child-process.js';
import { fsExtra, deleters, fileNames } from './file-packages.js';
import { fileSystem, fileSystemPromises } from './file-system.js';
import {
  nodeHttp,
  nodeVm,
  nodeWorkerThreads,
  nodePath,
  nodeUrl,
  nodeUtil,
  nodeCrypto,
  nodeReadline,
} from './node-modules.js';
import { runtimeGlobals } from './runtime-globals.js';
import {
  execa,
  crossSpawn,
  shelljs,
  zx,
  nodePty,
  ssh,
  vm2,
  otherShellQuoting,
  shellQuoting,
} from './shell-packages.js';

/** What Node, Deno, Bun and browsers offer, and packages around files and processes. */
export const runtimeFrameworks: readonly Framework[] = [
  browserGlobals,
  react,
  bunGlobals,
  denoGlobals,
  childProcess,
  fsExtra,
  deleters,
  fileNames,
  fileSystem,
  fileSystemPromises,
  nodeHttp,
  nodeVm,
  nodeWorkerThreads,
  nodePath,
  nodeUrl,
  nodeUtil,
  nodeCrypto,
  nodeReadline,
  runtimeGlobals,
  execa,
  crossSpawn,
  shelljs,
  zx,
  nodePty,
  ssh,
  vm2,
  otherShellQuoting,
  shellQuoting,
];
