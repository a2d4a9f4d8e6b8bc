import type { StoreRow, StoreUse } from '@leashlint/rules';
import type { Origin, Ref } from '../../program/program.js';
import { memberName } from '../catalogue/access-path.js';
import type { Match } from '../catalogue/catalogue-index.js';
import { dependenceOf, dependenceOfCall } from '../flow/dependence.js';
import type { ModelContext } from '../entries.js';
import { instructionWrites } from '../effects/instruction-writes.js';
import { makersOf } from '../catalogue/makers.js';
import { follow } from '../catalogue/relative.js';
import { textOf } from '../catalogue/row-values.js';
import type { Sighting } from '../catalogue/sightings.js';
import type { Sink } from '../flow/sinks.js';
import { calleeName } from '../catalogue/sites.js';
import { keepsProvenance, namesOwner, ownerIn, ownerNamed } from './store-owner.js';

export interface Stores {
  readonly uses: readonly StoreUse[];
  /** What is written, for the search for where it comes from. */
  readonly sinks: readonly Sink[];
}

/** Searches in stores whose entries models read, and writes into them. */
export function storesOf(context: ModelContext, calls: readonly Sighting[]): Stores {
  const { catalogue } = context;
  const uses: StoreUse[] = [];
  const sinks: Sink[] = [];
  for (const { ref, file, callee } of calls) {
    const [match] = catalogue.match('stores', file, callee);
    if (match === undefined) continue;
    uses.push(useOf(context, ref, match));
    if (match.row.does === 'writes') sinks.push(...sinksOf(context, ref, match.row));
  }
  return { uses, sinks: [...sinks, ...instructionWrites(context, calls)] };
}

function useOf(context: ModelContext, call: Ref, { row, ref: framework }: Match<'stores'>): StoreUse {
  const { program } = context;
  const value = program.value(call);
  const file = program.fileOf(call);
  const scopes = row.scope.map((path) => follow(program, call, path));
  const scoping = scopes.flatMap(({ values }) => values.map(({ ref }) => ref));
  const makers = makersOf(program, call);
  const content = valuesAt(context, call, row.content);
  const beside = valuesAt(context, call, row.beside);
  const given = [call, ...makers].flatMap((at) => argumentsOf(context, at));
  const names = [...scoping, ...makers.flatMap((maker) => argumentsOf(context, maker).map(({ ref }) => ref))];
  const owner =
    ownerIn(context, [...content, ...beside, ...names]) ??
    names
      .map((name) => (isOwn(context, name) ? ownerNamed(context, name) : undefined))
      .find((one) => one !== undefined);
  return {
    holds: row.holds,
    does: row.does,
    framework,
    label: calleeName(program, call),
    span: program.span(call),
    calleeSpan: value.kind === 'call' ? program.spanOfRange(file, value.calleeRange) : program.span(call),
    keeper: keeperOf(framework.package, program.origins(program.ref(file, value.kind === 'call' ? value.callee : 0))),
    folder: program.packageFolder(file.path),
    name: nameOf(context, given),
    scope: scopeOf(context, row, scopes, makers),
    owner,
    provenance: keepsProvenance(context, content, beside) ? 'yes' : 'no',
  };

  function isOwn(of: ModelContext, name: Ref): boolean {
    return dependenceOf(of, name) === 'varies';
  }
}

/** LangChain has a class for each database, others a package. */
function keeperOf(name: string, callee: readonly Origin[]): string {
  const classes = callee
    .flatMap((origin) => (origin.kind === 'api' ? origin.path : []))
    .flatMap((token) => {
      const member = memberName(token);
      return member !== undefined && /^[A-Z]/.test(member) ? [member] : [];
    });
  const named = /langchain/.test(name) ? (classes[0] ?? name) : name;
  return named.replaceAll(/vector|store|client|database|[^A-Za-z]|db$/gi, '').toLowerCase();
}

function scopeOf(
  context: ModelContext,
  { does, holds }: StoreRow,
  scopes: readonly ReturnType<typeof follow>[],
  makers: readonly Ref[],
): StoreUse['scope'] {
  if (scopes.some(({ open }) => open)) return 'unknown';
  const values = scopes.flatMap((scope) => scope.values);
  const given = values.filter(({ ref }) => !isNothing(context, ref));
  // Whose store it is was decided elsewhere, or it is made of what is written, for as long as it takes.
  if (holds === 'documents' && makers.length === 0 && given.length === 0) return 'unknown';
  if (
    does === 'searches' &&
    namesOwner(
      context,
      given.map(({ ref }) => ref),
    )
  )
    return 'chosen';
  if (values.some(({ ref }) => dependenceOf(context, ref) === 'varies')) return 'chosen';
  if (makers.some((maker) => dependenceOfCall(context, maker) === 'varies')) return 'chosen';
  return given.length > 0 ? 'fixed' : 'none';
}

/** `undefined`, `null` or `{}`. */
function isNothing({ program }: ModelContext, ref: Ref): boolean {
  const object = program.object(ref);
  const facts = object === undefined ? undefined : program.value(object);
  if (facts?.kind === 'object') return facts.entries.length === 0;
  return program.literals(ref)?.every((literal) => literal === undefined || literal === null) === true;
}

interface Given {
  /** Of a named argument. */
  readonly name: string | undefined;
  readonly ref: Ref;
}

function argumentsOf({ program }: ModelContext, call: Ref): readonly Given[] {
  const value = program.value(call);
  const file = program.fileOf(call);
  return value.kind === 'call'
    ? value.arguments.map((argument) => ({ name: argument.name, ref: program.ref(file, argument.value) }))
    : [];
}

function valuesAt({ program }: ModelContext, call: Ref, paths: readonly string[] | undefined): readonly Ref[] {
  return (paths ?? []).flatMap((path) => follow(program, call, path).values.map(({ ref }) => ref));
}

const NAMING = /^(?:collection|index|table|class|database)?_?(?:name|index|table)$|^collection$/i;

/** The name of a collection, index or table among what a store is made and asked with; an ellipsis for one that varies. */
function nameOf(context: ModelContext, given: readonly Given[]): string | undefined {
  const { program } = context;
  for (const { name, ref } of given) {
    const named = [...(name === undefined ? [] : [{ name, ref }]), ...entriesAt(program, ref)]
      .filter((entry) => NAMING.test(entry.name))
      .map((entry) => entry.ref);
    for (const value of name === undefined ? [ref, ...named] : named) {
      const text = textOf(program, value);
      if (text !== undefined) return text;
      if (value !== ref || name !== undefined) return dependenceOf(context, value) === 'varies' ? '…' : undefined;
    }
  }
  return undefined;
}

function entriesAt(
  program: ModelContext['program'],
  ref: Ref,
): readonly { readonly name: string; readonly ref: Ref }[] {
  const object = program.object(ref);
  const facts = object === undefined ? undefined : program.value(object);
  if (object === undefined || facts?.kind !== 'object') return [];
  const file = program.fileOf(object);
  return facts.entries.flatMap((entry) =>
    'key' in entry ? [{ name: entry.key, ref: program.ref(file, entry.value) }] : [],
  );
}

function sinksOf(context: ModelContext, call: Ref, row: StoreRow): readonly Sink[] {
  const { program } = context;
  const value = program.value(call);
  if (value.kind !== 'call') return [];
  const file = program.fileOf(call);
  return (row.content ?? []).flatMap((path) =>
    follow(program, call, path).values.map(({ ref }): Sink => {
      const index = value.arguments.findIndex((argument) => program.ref(file, argument.value) === ref);
      const argument = value.arguments[index] ?? value.arguments[0];
      return {
        kind: row.holds === 'documents' ? 'knowledge' : 'memory',
        value: ref,
        condition: value.condition,
        span: argument === undefined ? program.span(call) : program.spanOfRange(file, argument.range),
        label: calleeName(program, call),
        call,
        argument: index < 0 ? undefined : index,
        effect: undefined,
      };
    }),
  );
}
