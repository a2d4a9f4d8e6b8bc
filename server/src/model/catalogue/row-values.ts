import type { Framework, FrameworkRef, RelativePath, Span, VersionRange } from '@leashlint/rules';
import type { FunctionRef, Program, Ref } from '../../program/program.js';
import type { Provenance } from '../entries.js';
import type { FollowedValue } from './relative.js';
import { follow } from './relative.js';
import { propertySite } from './sites.js';
import { followBound } from '../tools/tool-instances.js';
import type { Bind } from '../tools/tool-instances.js';
import { holdsFor } from './version-range.js';

/** What a row expects to find at a path; decides between the arguments of a range. */
export type Wanted = 'any' | 'text' | 'schema' | 'object' | 'function';

export interface Found {
  readonly value: FollowedValue | undefined;
  /** Nothing was found, but an unresolved part may hold it. */
  readonly open: boolean;
}

/** The first value at a path that has the wanted shape. */
export function find(
  program: Program,
  start: Ref,
  path: RelativePath | undefined,
  wanted: Wanted = 'any',
  bind?: Bind,
): Found {
  if (path === undefined) return { value: undefined, open: false };
  const { values, open } = bind ? followBound(program, start, path, bind) : follow(program, start, path);
  return { value: values.find(({ ref }) => hasShape(program, ref, wanted)), open };
}

function hasShape(program: Program, ref: Ref, wanted: Wanted): boolean {
  switch (wanted) {
    case 'any':
      return true;
    case 'text':
      return isText(program, ref);
    case 'function':
      return functionsOf(program, ref).length > 0;
    case 'object':
      return program.object(ref) !== undefined;
    case 'schema':
      return !isText(program, ref) && program.functions(ref).length === 0;
  }
}

function isText(program: Program, ref: Ref): boolean {
  return program.origins(ref).some((origin) => {
    const value = program.value(origin.at);
    return value.kind === 'template' || (value.kind === 'literal' && typeof value.value === 'string');
  });
}

/** The text of a literal, or of a template whose parts are literals. */
export function textOf(program: Program, ref: Ref | undefined): string | undefined {
  if (ref === undefined) return undefined;
  const literals = program.literals(ref);
  if (literals) return literals.length === 1 && typeof literals[0] === 'string' ? literals[0] : undefined;
  const [origin] = program.origins(ref);
  const value = origin === undefined ? undefined : program.value(origin.at);
  if (origin === undefined || value?.kind !== 'template' || value.tag !== undefined) return undefined;
  const file = program.fileOf(origin.at);
  let text = '';
  for (const part of value.parts) {
    const piece = typeof part === 'string' ? part : textOf(program, program.ref(file, part));
    if (piece === undefined) return undefined;
    text += piece;
  }
  return text;
}

/** Literal text of a description; expressions in it are shown as an ellipsis. */
export function proseOf(program: Program, ref: Ref | undefined): string | undefined {
  if (ref === undefined) return undefined;
  const whole = textOf(program, ref);
  if (whole !== undefined) return whole;
  const [origin] = program.origins(ref);
  const value = origin === undefined ? undefined : program.value(origin.at);
  if (value?.kind !== 'template') return undefined;
  return value.parts.map((part) => (typeof part === 'string' ? part : '…')).join('');
}

const MAX_WRAPPERS = 3;

/** Functions that a value may be; a function handed to an unknown wrapper of a package counts as the wrapped one. */
export function functionsOf(program: Program, ref: Ref, depth = 0): readonly FunctionRef[] {
  const functions = program.functions(ref);
  if (functions.length > 0 || depth >= MAX_WRAPPERS) return functions;
  const wrapped = program.origins(ref).flatMap((origin) => {
    const value = program.value(origin.at);
    if (value.kind !== 'call') return [];
    const file = program.fileOf(origin.at);
    return value.arguments.flatMap((argument) => functionsOf(program, program.ref(file, argument.value), depth + 1));
  });
  return [...new Set(wrapped)];
}

/** Where the value stands: as written in its object literal, else the value itself. */
export function siteSpan(program: Program, value: FollowedValue): Span {
  const site = value.holder && propertySite(program, value.holder.object, value.holder.key);
  return site?.valueSpan ?? program.span(value.ref);
}

export function provenanceOf(framework: Framework, ref: FrameworkRef): Provenance {
  return { framework, version: ref.version, package: ref.package };
}

/** Options of a row that exist in the installed version. */
export function heldBy<T extends { readonly versions?: VersionRange }>(
  rows: readonly T[] | undefined,
  provenance: Provenance,
): readonly T[] {
  return (rows ?? []).filter((row) =>
    holdsFor(row.versions, provenance.version, provenance.framework, provenance.package),
  );
}
