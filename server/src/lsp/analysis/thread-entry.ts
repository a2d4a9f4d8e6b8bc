import { parentPort } from 'node:worker_threads';
import { keepCompiledCode } from '../../code-cache.js';
import { engineAnalyst } from './engine-analyst.js';
import { loadEngine } from './load-engine.js';
import { serveAnalyst } from './serve-analyst.js';

/** The entry of the bundle that runs on the analysis thread. */
keepCompiledCode();
if (parentPort !== null) serveAnalyst(parentPort, engineAnalyst(loadEngine));
