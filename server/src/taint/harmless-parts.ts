import type { SinkKind } from '@leashlint/rules';
import type { Program, Ref } from '../program/program.js';
import { isFilteredByLoop } from './filtering-loop.js';
import { argumentMayBeOption, neverBeginsWithDash } from './option-position.js';
import { isUnderFolder, withoutLeadingParents } from './placement.js';
import { isLastPart } from './python-paths.js';
import { lackedBy } from './text-piece.js';
import { quotedParts } from './quoted-text.js';

/**
 * Whether a part of a value can do no harm at a sink because of where it stands in it: behind a fixed beginning or `--` where
 * options are read, between quotes that it cannot close where a shell or a database reads text.
 */
export function isHarmlessPart(program: Program, holder: Ref, part: Ref, sink: SinkKind): boolean {
  const value = program.value(holder);
  if (sink === 'process-arguments') {
    if (value.kind === 'template') return !/^-*$/.test(firstText(value.parts));
    if (value.kind === 'call' && neverBeginsWithDash(program, holder)) return true;
    return !argumentMayBeOption(program, holder, part);
  }
  if (sink === 'query-filter') return isNoOperator(program, holder, part);
  if (sink === 'deserialize') return isOwnBytes(program, holder);
  if (sink === 'prompt-messages') return isTextOfMessage(program, holder, part);
  if (sink === 'path' && (isLastPart(program, holder) || isFilteredByLoop(program, holder, sink))) return true;
  if (sink === 'path' && lackedBy(program, holder) === 'separators') return true;
  if (sink === 'path' && withoutLeadingParents(program, part)) return isUnderFolder(program, holder, part);
  if (value.kind !== 'template' || value.tag !== undefined) return false;
  return quotedParts(program, holder, value.parts, sink).has(part);
}

/** `pickle.dumps(x)`: objects that are there already become bytes, whoever chose what they hold. */
function isOwnBytes(program: Program, holder: Ref): boolean {
  const value = program.value(holder);
  if (value.kind !== 'call') return false;
  const origins = program.origins(program.ref(program.fileOf(holder), value.callee));
  return (
    origins.length > 0 &&
    origins.every(
      (origin) =>
        origin.kind === 'api' &&
        /^python:(?:c?[Pp]ickle|dill|cloudpickle|marshal)$/.test(origin.module) &&
        origin.path.join('.') === 'Member[dumps]',
    )
  );
}

/**
 * What a message says whose role the code gives: `{ role: 'user', content: question }`, `{ ...message, content: question }`,
 * `message.attachments = files`, `('human', question)`, `ChatMessage(content=question)`.
 */
function isTextOfMessage(program: Program, holder: Ref, part: Ref): boolean {
  const value = program.value(holder);
  const file = program.fileOf(holder);
  if (value.kind === 'object') {
    const holds = (entry: { readonly value: number }): boolean => program.ref(file, entry.value) === part;
    const held = value.entries.filter((entry) => !('spread' in entry) && holds(entry));
    const later = program.stores(holder).filter(holds);
    const keys = [...held.map((entry) => ('key' in entry ? entry.key : undefined)), ...later.map(({ key }) => key)];
    if (keys.length === 0 || keys.some((key) => typeof key !== 'string' || key === 'role')) return false;
    const hasRole = value.entries.some((entry) => 'key' in entry && entry.key === 'role');
    return hasRole || (value.entries.some((entry) => 'spread' in entry) && keys.every((key) => key === 'content'));
  }
  if (value.kind === 'call') {
    const given = value.arguments.filter((argument) => program.ref(file, argument.value) === part);
    const made = file.text.slice(...value.calleeRange);
    const isText = (name: string | undefined): boolean =>
      name === undefined ? /Message$/.test(made) : /^(?:content|text|parts)$/.test(name);
    return given.length > 0 && given.every(({ name }) => isText(name));
  }
  if (value.kind !== 'array' || value.items.length !== 2) return false;
  const [role, text] = value.items;
  if (role === undefined || text === undefined || !('value' in role && 'value' in text)) return false;
  const literals = program.literals(program.ref(file, role.value)) ?? [];
  return program.ref(file, text.value) === part && literals.length > 0 && literals.every((literal) => isRole(literal));
}

const isRole = (value: unknown): boolean =>
  typeof value === 'string' && /^(?:system|developer|user|human|assistant|ai|tool)$/.test(value);

/** Methods whose result is a text. */
const TEXT_METHODS =
  /^(?:trim(?:Start|End)?|to(?:Locale)?(?:Lower|Upper)Case|toString|replace(?:All)?|pad(?:Start|End)|sub(?:string|str)|charAt|normalize|join|repeat|toISOString)$/;
/** Operators that take filters; what others compare with is a plain value, whatever it looks like. */
const TAKES_FILTERS = /^\$(?:and|or|nor|not|elemMatch|all|match|expr)$/;

/** Whether a part of a filter becomes a text on the way or is what an operator compares with: `{ $eq: value }`. */
function isNoOperator(program: Program, holder: Ref, part: Ref): boolean {
  const value = program.value(holder);
  const file = program.fileOf(holder);
  if (value.kind === 'template') return true;
  if (value.kind === 'object') {
    const held = value.entries.filter((entry) => !('spread' in entry) && program.ref(file, entry.value) === part);
    return (
      held.length > 0 &&
      held.every((entry) => 'key' in entry && entry.key.startsWith('$') && !TAKES_FILTERS.test(entry.key))
    );
  }
  if (value.kind !== 'call') return false;
  const callee = program.value(program.ref(file, value.callee));
  if (callee.kind === 'global') return callee.name === 'String' || callee.name === 'str';
  return callee.kind === 'member' && (TEXT_METHODS.test(callee.key) || callee.key === 'stringify');
}

function firstText(parts: readonly (string | number)[]): string {
  const [first] = parts;
  return typeof first === 'string' ? first : '';
}
