import type { Framework } from '../framework.js';
import { artifactHubs, mcpLaunches, otherMcpLaunches, fineTuning } from './hubs.js';
import { nodeObjects, jsYaml, pickledIndicesJs, nodeFetches } from './node-objects.js';

/** What an application takes from others. */
export const supplyFrameworks: readonly Framework[] = [
  nodeObjects,
  jsYaml,
  pickledIndicesJs,
  nodeFetches,
  artifactHubs,
  mcpLaunches,
  otherMcpLaunches,
  fineTuning,
];
