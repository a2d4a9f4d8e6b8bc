import type { Flow } from '@leashlint/rules';
import { changeOf } from './effect-change.js';
import { capabilitiesOf, reachedEffects } from './effects.js';
import type { ReachedEffect } from './effects.js';
import type { ModelContext, ToolEntry } from '../entries.js';
import { choiceOf, exposuresOf } from './exposures.js';
import { isWithin } from '../places.js';
import { reachOf, sharersOf } from './reach.js';

/** Gives every tool its effects and capabilities. */
export function reachEffects({ program, catalogue }: ModelContext, tools: readonly ToolEntry[]): void {
  const sharers = sharersOf(tools);
  for (const entry of tools) {
    const [handler] = entry.handlers;
    const visits = reachOf(program, entry, handler === undefined ? undefined : sharers.get(handler));
    const effects = reachedEffects(program, catalogue, visits);
    entry.reach = { visits, effects };
    entry.tool.effects = effects.map(({ effect }) => effect);
    entry.tool.capabilities = [...new Set([...entry.tool.capabilities, ...capabilitiesOf(entry.tool.effects)])];
  }
}

/** What needs the flows: who chooses what an effect reaches, and what that exposes. */
export function completeEffects({ program }: ModelContext, tools: readonly ToolEntry[], flows: readonly Flow[]): void {
  for (const entry of tools) {
    const effects = entry.reach?.effects ?? [];
    for (const reached of effects) {
      reached.effect.chosenBy = choiceOf(program, reached, entry, flows);
      reached.effect.change = runsAnything(reached, entry, flows) ? 'removes' : changeOf(program, reached, entry);
    }
    entry.tool.exposures = exposuresOf(program, entry, effects);
  }
}

/** The model writes the whole command: nothing is out of its reach. */
function runsAnything({ effect }: ReachedEffect, { tool }: ToolEntry, flows: readonly Flow[]): boolean {
  return (
    effect.kind === 'exec' &&
    flows.some(
      ({ partial, source, sink }) =>
        source.tool === tool && sink.kind === 'shell' && !partial && isWithin(sink.span, effect.span),
    )
  );
}
