import type { Exposure, Flow } from '@leashlint/rules';
import type { Program } from '../../program/program.js';
import type { ToolEntry } from '../entries.js';
import type { ReachedEffect } from './effects.js';
import { isWithin } from '../places.js';
import { inputParts } from '../tools/tool-input.js';

/** Who chooses what an effect reaches. Flows have no checked values, so that a restricted address is not the model's choice. */
export function choiceOf(
  program: Program,
  reached: ReachedEffect,
  entry: ToolEntry,
  flows: readonly Flow[],
): ReachedEffect['effect']['chosenBy'] {
  const { span } = reached.effect;
  const chosen = flows.some(
    ({ source, sink }) => source.tool === entry.tool && CHOICES.has(sink.kind) && isWithin(sink.span, span),
  );
  if (chosen) return 'model';
  if (reached.sinks.length === 0) return 'unknown';
  const given = reached.sinks.some(
    ({ value }) => inputParts(program, value, entry.inputs, reached.visit.by).length > 0,
  );
  return given ? 'unknown' : 'code';
}

const CHOICES: ReadonlySet<string> = new Set(['url', 'path', 'shell', 'code', 'recipient']);

/** Hosted tools by kind. A search engine reads the query, not the page's author; a page that the model names gets it whole. */
const HOSTED: Readonly<Record<string, readonly Exposure['part'][]>> = {
  'web-search': ['untrusted-in'],
  'web-fetch': ['untrusted-in', 'egress'],
  browser: ['untrusted-in', 'egress'],
  computer: ['untrusted-in', 'egress'],
  'file-search': ['private-read'],
  retrieval: ['private-read'],
};

/** Parts of the lethal trifecta that a tool brings, each once, the nearest effect first. */
export function exposuresOf(
  program: Program,
  entry: ToolEntry,
  effects: readonly ReachedEffect[],
): readonly Exposure[] {
  const found = new Map<Exposure['part'], Exposure>();
  const { capabilities, hosted, nameSpan } = entry.tool;
  // Without capabilities it reads only what the application brings along.
  for (const part of hosted === undefined || capabilities.length === 0 ? [] : (HOSTED[hosted] ?? []))
    found.set(part, { part, span: nameSpan, label: entry.tool.name ?? hosted ?? '' });
  for (const reached of effects) {
    for (const part of partsOf(program, reached, entry))
      if (!found.has(part)) found.set(part, { part, span: reached.effect.span, label: reached.effect.callee });
  }
  return [...found.values()];
}

function partsOf(program: Program, reached: ReachedEffect, entry: ToolEntry): readonly Exposure['part'][] {
  const { effect, exposes, sinks, visit } = reached;
  if (exposes.length > 0) return exposes;
  switch (effect.kind) {
    case 'http':
    case 'browser':
      return effect.chosenBy === 'model' ? ['untrusted-in', 'egress'] : [];
    case 'mail':
    case 'message':
      return effect.chosenBy === 'model' ? ['egress'] : [];
    case 'sql':
      return effect.change === 'none' || effect.change === 'unknown' ? ['private-read'] : [];
    case 'data-read':
      return ['private-read'];
    case 'fs-read':
      // A template or settings file of the program is nobody's secret.
      return sinks.some(({ value }) => inputParts(program, value, entry.inputs, visit.by).length > 0)
        ? ['private-read']
        : [];
    default:
      return [];
  }
}
