import type { EngineModules } from './engine-modules.js';

/** The real engine, read and compiled when something is analysed for the first time. */
export async function loadEngine(): Promise<EngineModules> {
  return (await import('./real-engine.js')).realEngine;
}
