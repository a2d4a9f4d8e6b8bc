import type { SinkKind } from '@leashlint/rules';
import { argumentAt } from '../program/origins.js';
import type { Program, Ref } from '../program/program.js';
import type { State } from './state.js';

/**
 * Where a value goes on its way to the sink: under a folder that is not of its making (`path.join(root, name)`,
 * `${root}/${name}`), or right behind the host of an address (`https://host${path}`). Some tests are enough there.
 */
export type Placement = 'under-folder' | 'behind-host' | undefined;

const known = new WeakMap<State, { readonly placement: Placement }>();

/** The states of one walk have one sink, so that what holds for a state holds for those behind it. */
export function placementOf(program: Program, state: State, sink: SinkKind): Placement {
  if ((sink !== 'path' && sink !== 'url') || state.parent === undefined) return undefined;
  const before = known.get(state);
  if (before !== undefined) return before.placement;
  const { parent } = state;
  const placed =
    sink === 'path' ? isUnderFolder(program, parent.ref, state.ref) : behindHost(program, parent.ref, state.ref);
  const here = sink === 'path' ? 'under-folder' : 'behind-host';
  const placement = placed ? here : placementOf(program, parent, sink);
  known.set(state, { placement });
  return placement;
}

/** `path.join(root, part)`, `${root}/${part}`. */
export function isUnderFolder(program: Program, holder: Ref, part: Ref): boolean {
  const value = program.value(holder);
  const file = program.fileOf(holder);
  if (value.kind === 'call') {
    const at = value.arguments.findIndex((argument) => program.ref(file, argument.value) === part);
    return at > 0 && isJoin(program, program.ref(file, value.callee));
  }
  if (value.kind !== 'template' || value.tag !== undefined) return false;
  const before = textBefore(program, holder, part);
  return before !== undefined && /[^:/\\][\\/]$|^\.?[\\/]$/.test(before);
}

function isJoin(program: Program, callee: Ref): boolean {
  const origins = program.origins(callee);
  return (
    origins.length > 0 &&
    origins.every(
      (origin) =>
        origin.kind === 'api' && /^(?:node:)?path(?:\/|$)/.test(origin.module) && origin.path.at(-1) === 'Member[join]',
    )
  );
}

function behindHost(program: Program, holder: Ref, part: Ref): boolean {
  const before = textBefore(program, holder, part);
  return before !== undefined && (/^[a-z][\w+.-]*:\/\/[^/?#]+$/i.test(before) || before === '\0');
}

/** What a text has before a part; parts that are not known stand as a null character. */
function textBefore(program: Program, holder: Ref, part: Ref): string | undefined {
  const value = program.value(holder);
  if (value.kind !== 'template' || value.tag !== undefined) return undefined;
  const file = program.fileOf(holder);
  const at = value.parts.findIndex((item) => typeof item !== 'string' && program.ref(file, item) === part);
  if (at < 0) return undefined;
  return value.parts
    .slice(0, at)
    .map((item) => {
      if (typeof item === 'string') return item;
      const [literal, ...others] = program.literals(program.ref(file, item)) ?? [];
      return typeof literal === 'string' && others.length === 0 ? literal : '\0';
    })
    .join('');
}

/** `path.normalize(x).replace(/^(\.\.[/\\])+/, '')`: a normalised path has its `..` in front, and there they are removed. */
export function withoutLeadingParents(program: Program, ref: Ref): boolean {
  const value = program.value(ref);
  if (value.kind !== 'call') return false;
  const file = program.fileOf(ref);
  const callee = program.value(program.ref(file, value.callee));
  const searched = argumentAt(program, ref, 0);
  if (callee.kind !== 'member' || callee.key !== 'replace' || searched === undefined) return false;
  const pattern = program.value(searched);
  return (
    pattern.kind === 'regex' &&
    /^\^\((?:\?:)?\\\.\\\.[^)]*\)+[+*]$|^\^\((?:\?:)?\\\.\\\.\(.*\)\)[+*]$/.test(pattern.pattern) &&
    program
      .origins(program.ref(file, callee.object))
      .every((origin) => origin.kind === 'api' && origin.path.join('.').endsWith('Member[normalize].ReturnValue'))
  );
}
