import type { Capability, Effect, EffectKind, Exposure } from '@leashlint/rules';
import type { Program, Ref } from '../../program/program.js';
import type { CatalogueIndex } from '../catalogue/catalogue-index.js';
import type { ToolDraft } from '../drafts.js';
import type { Building } from '../entries.js';
import { reachOf } from './reach.js';
import type { Visit } from './reach.js';
import { calledOrigins, sinksOfCall } from '../flow/sinks.js';
import type { Sink } from '../flow/sinks.js';
import { calleeName } from '../catalogue/sites.js';

/** An effect with the code behind it, for the passes that look closer. */
export interface ReachedEffect {
  readonly effect: Building<Effect>;
  readonly call: Ref;
  readonly visit: Visit;
  /** Arguments that the catalogue says matter: addresses, paths, statements. */
  readonly sinks: readonly Sink[];
  readonly exposes: readonly Exposure['part'][];
}

/** What a tool's handlers reach through functions of the project: shortest path first, each call once, in order of reach. */
export function effectsOf(
  program: Program,
  index: CatalogueIndex,
  draft: ToolDraft,
  sharers?: ReadonlySet<string>,
): readonly Effect[] {
  return reachedEffects(program, index, reachOf(program, draft, sharers)).map(({ effect }) => effect);
}

export function reachedEffects(
  program: Program,
  index: CatalogueIndex,
  visits: readonly Visit[],
): readonly ReachedEffect[] {
  const found = new Map<string, ReachedEffect>();
  for (const visit of visits) {
    for (const call of visit.calls) {
      for (const reached of effectsOfCall(program, index, call, visit)) {
        const { kind, span } = reached.effect;
        const key = `${kind} ${span.file} ${String(span.start)}`;
        if (!found.has(key)) found.set(key, reached);
      }
    }
  }
  return [...found.values()];
}

interface KindFacts {
  readonly highImpact: boolean;
  readonly exposes: readonly Exposure['part'][];
  readonly change: Effect['change'];
}

/** Effects of one call: those of its effect rows, and those of its sink rows that no effect row repeats. */
function effectsOfCall(program: Program, index: CatalogueIndex, call: Ref, visit: Visit): readonly ReachedEffect[] {
  const rows = index.match('effects', program.fileOf(call), calledOrigins(program, call));
  const kinds = new Map<EffectKind, KindFacts>();
  for (const { row } of rows) {
    const before = kinds.get(row.effect);
    kinds.set(row.effect, {
      highImpact: row.highImpact || before?.highImpact === true,
      exposes: [...new Set([...(before?.exposes ?? []), ...(row.exposes ?? [])])],
      change: row.change ?? before?.change ?? 'unknown',
    });
  }
  const { sinks, effects } = sinksOfCall(program, index, call);
  for (const kind of effects) {
    if (!kinds.has(kind)) kinds.set(kind, { highImpact: HIGH_IMPACT_SINKS.has(kind), exposes: [], change: 'unknown' });
  }
  if (kinds.size === 0) return [];
  const callee = calleeName(program, call);
  const span = program.span(call);
  return [...kinds].map(([kind, { highImpact, exposes, change }]) => ({
    effect: { kind, callee, span, path: visit.path, highImpact, change, chosenBy: 'unknown' },
    call,
    visit,
    sinks,
    exposes,
  }));
}

/** Running a program or code can do anything. */
const HIGH_IMPACT_SINKS: ReadonlySet<EffectKind> = new Set(['exec', 'eval']);

const CAPABILITIES: Readonly<Record<EffectKind, readonly Capability[]>> = {
  exec: ['exec'],
  eval: ['exec'],
  'fs-read': ['private-read'],
  'fs-write': ['write'],
  'fs-delete': ['write'],
  http: ['egress', 'untrusted-in'],
  sql: ['private-read', 'write'],
  'data-read': ['private-read'],
  'db-write': ['write'],
  mail: ['egress'],
  message: ['egress'],
  pay: ['pay'],
  deploy: ['config-change'],
  identity: ['identity'],
  browser: ['egress', 'untrusted-in'],
};

/** Capability classes of a tool with these effects, each once, in the order of the effects. */
export function capabilitiesOf(effects: readonly Effect[]): readonly Capability[] {
  return [...new Set(effects.flatMap((effect) => CAPABILITIES[effect.kind]))];
}
