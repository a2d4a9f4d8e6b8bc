import { isModelAddress, type ModelCallRow, type SlotRow } from '@leashlint/rules';
import { argumentAt } from '../../program/origins.js';
import type { Program, Ref } from '../../program/program.js';
import type { Match } from '../catalogue/catalogue-index.js';
import { follow } from '../catalogue/relative.js';
import type { Sighting } from '../catalogue/sightings.js';
import type { ModelContext } from '../entries.js';
import { addressTexts } from './address-texts.js';

/** Prompts in the bodies that services of models take. */
const SLOTS: readonly SlotRow[] = [
  { role: 'system', at: 'Member[system,instructions]' },
  { role: 'system', at: 'Member[systemInstruction,system_instruction].Member[parts].ArrayElement.Member[text]' },
  { role: 'messages', at: 'Member[messages,contents]' },
  { role: 'user', at: 'Member[prompt,inputs]' },
  { role: 'messages', at: 'Member[input]' },
];
const PROMPTS = 'Member[messages,contents,prompt,inputs,input]';

export interface ModelRequest {
  readonly match: Match<'modelRequests'>;
  readonly row: ModelCallRow;
  /** Objects that are sent; slots of the row stand in them. */
  readonly bodies: readonly Ref[];
}

/** A request to the address of a model, which says in its body what the model is asked. */
export function modelRequestAt({ program, catalogue }: ModelContext, sighting: Sighting): ModelRequest | undefined {
  for (const match of catalogue.match('modelRequests', sighting.file, sighting.callee)) {
    const { row } = match;
    const texts = follow(program, sighting.ref, row.address).values.flatMap(({ ref }) => addressTexts(program, ref));
    const verdicts = texts.map(isModelAddress);
    if (!verdicts.some((verdict) => verdict !== undefined)) continue;
    // A page asks its own server.
    if (texts.some((text) => text.startsWith('/')) && !hasBase(sighting)) continue;
    const bodies = row.body.flatMap((path) =>
      follow(program, sighting.ref, path).values.flatMap(({ ref }) => sentObjects(program, ref)),
    );
    const asks = bodies.some((body) => follow(program, body, PROMPTS).values.length > 0);
    if (!asks && !verdicts.includes('certain')) continue;
    return {
      match,
      bodies,
      row: { module: row.module ?? '', call: row.call, slots: SLOTS, outputs: row.outputs },
    };
  }
  return undefined;
}

const MADE: ReadonlySet<string> = new Set(['ReturnValue', 'Instance']);

/** A client that was made with an address takes paths. */
function hasBase({ callee }: Sighting): boolean {
  return callee.some((origin) => origin.kind === 'api' && origin.path.some((token) => MADE.has(token)));
}

const ENCODERS: ReadonlySet<string> = new Set(['dumps', 'stringify', 'jsonify', 'encode']);

/** The objects that a body is, or was encoded from: `JSON.stringify(body)`, `json.dumps(body).encode()`. */
function sentObjects(program: Program, ref: Ref, depth = 0): readonly Ref[] {
  return program.origins(ref).flatMap(({ at }): readonly Ref[] => {
    const value = program.value(at);
    if (value.kind === 'object') return [at];
    if (value.kind !== 'call' || depth > 2) return [];
    const file = program.fileOf(at);
    const callee = program.value(program.ref(file, value.callee));
    const name = callee.kind === 'member' ? callee.key : 'name' in callee ? callee.name : undefined;
    if (name === undefined || !ENCODERS.has(name)) return [];
    const encoded =
      name === 'encode' && callee.kind === 'member' ? program.ref(file, callee.object) : argumentAt(program, at, 0);
    return encoded === undefined ? [] : sentObjects(program, encoded, depth + 1);
  });
}
