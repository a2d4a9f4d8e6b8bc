import type { Program, Ref } from '../../program/program.js';
import type { SourceMark } from '../../taint/semantics.js';
import { memberName } from '../catalogue/access-path.js';
import { isPersonName, sensitivity } from './named-values.js';

/**
 * Data about people, by the names that the code gives it: a field (`patient.dateOfBirth`), or a whole record of a table
 * of people. What the data is made of may be a source of another kind.
 */
export function personalData(program: Program, ref: Ref, keys: readonly string[]): SourceMark | undefined {
  const value = program.value(ref);
  if (value.kind === 'member') {
    const level = sensitivity(value.key);
    if (level === 'none' || isWrittenHere(program, ref)) return undefined;
    if (level === 'of-person') {
      const owner = ownerName(program, program.ref(program.fileOf(ref), value.object));
      if (owner === undefined || !isPersonName(owner)) return undefined;
    }
    return mark(program, ref);
  }
  if (value.kind !== 'call') return undefined;
  return isWholeRecord(program, ref, keys) || isEncodedPerson(program, ref) ? mark(program, ref) : undefined;
}

const LONGEST_LABEL = 60;
const LONGEST_OWNER = 80;

function mark(program: Program, ref: Ref): SourceMark {
  const text = program
    .fileOf(ref)
    .text.slice(...program.value(ref).range)
    .replaceAll(/\s+/g, ' ');
  const label = text.length > LONGEST_LABEL ? 'a record about a person' : `\`${text}\``;
  return { kind: 'sensitive', label, span: undefined, owner: undefined, goesOn: true };
}

/** A constant of the code is nobody's data. */
function isWrittenHere(program: Program, ref: Ref): boolean {
  const origins = program.origins(ref);
  return origins.length > 0 && origins.every((origin) => origin.kind === 'value');
}

/** `patient` in `patient.dob`, `user` in `session.user.dob`, the model in `prisma.patient.findMany()`. */
function ownerName(program: Program, object: Ref): string | undefined {
  const [start, end] = program.value(object).range;
  if (end - start > LONGEST_OWNER) return undefined;
  return /([A-Za-z_$][\w$]*)\W*$/.exec(program.fileOf(object).text.slice(start, end))?.[1];
}

const READS = /^(?:findMany|findUnique|findUniqueOrThrow|findFirst|findFirstOrThrow)$/;

/** `prisma.patient.findMany()` without `select`, of which no single field is read. */
function isWholeRecord(program: Program, ref: Ref, keys: readonly string[]): boolean {
  if (keys.some((key) => key !== '*')) return false;
  const value = program.value(ref);
  if (value.kind !== 'call') return false;
  const file = program.fileOf(ref);
  const callee = file.facts.values[value.callee];
  if (callee?.kind !== 'member' || !READS.test(callee.key)) return false;
  return program.origins(program.ref(file, value.callee)).some((origin) => {
    if (origin.kind !== 'api' || !origin.module.startsWith('@prisma/client')) return false;
    const table = memberName(origin.path.at(-2));
    if (table === undefined || !isPersonName(table)) return false;
    const [query] = value.arguments;
    if (query === undefined) return true;
    const object = program.object(program.ref(file, query.value));
    if (object === undefined) return false;
    return ['select', 'omit'].every((option) => {
      const { values, open } = program.property(object, option);
      return values.length === 0 && !open;
    });
  });
}

/** `JSON.stringify(patient)` of something that comes from elsewhere. */
function isEncodedPerson(program: Program, ref: Ref): boolean {
  const value = program.value(ref);
  if (value.kind !== 'call') return false;
  const file = program.fileOf(ref);
  const callee = program.value(program.ref(file, value.callee));
  const [argument, fields] = value.arguments;
  if (callee.kind !== 'member' || callee.key !== 'stringify' || argument === undefined) return false;
  // A second argument chooses the fields, unless it is `null`.
  if (fields !== undefined && program.literals(program.ref(file, fields.value)) === undefined) return false;
  const name = file.text.slice(...argument.range);
  if (!/^[A-Za-z_$][\w$]*$/.test(name) || !isPersonName(name)) return false;
  const origins = program.origins(program.ref(file, argument.value));
  return origins.length > 0 && origins.every((origin) => origin.kind === 'unknown');
}
