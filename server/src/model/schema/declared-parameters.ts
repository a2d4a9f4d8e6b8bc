import type { AccessPath, Framework, SinkKind } from '@leashlint/rules';
import type { ParameterFacts, TypeFacts } from '../../facts.js';
import type { FunctionRef, Origin, Program, ProgramFile, Ref } from '../../program/program.js';
import { parsePath, tokenText } from '../catalogue/access-path.js';
import type { CatalogueIndex } from '../catalogue/catalogue-index.js';
import { isClean } from '../flow/marks.js';
import { pythonPlace } from '../catalogue/python-paths.js';
import { signatureSchema } from './signature.js';

/** Modules whose types say what a text looks like, or what holds texts. */
const DATA_TYPES = /^python:(?:builtins|typing|typing_extensions|collections|pydantic|annotated_types|dataclasses)$/;
/** `/items/<int:id>`, `/items/{id:int}` */
const CONVERTED = /<(?:int|float|uuid|any\([^)]*\)):(\w+)>|\{(\w+):(?:int|float|uuid|decimal|date|datetime)\}/g;

export interface Declared {
  readonly framework: Framework;
  /** Types of the framework that hold what was sent. */
  readonly carriers: readonly AccessPath[];
}

/**
 * Whether the framework fills a parameter, or the part of it that the keys lead to, with something that was sent and may do
 * harm at a sink: a text or a model of the project's, not a number, a connection or what a provider gives.
 */
export function isSent(
  program: Program,
  index: CatalogueIndex,
  parameter: Ref,
  keys: readonly string[],
  declared: Declared,
  sink: SinkKind | undefined,
): boolean {
  const value = program.value(parameter);
  if (value.kind !== 'parameter') return true;
  const file = program.fileOf(parameter);
  const fn = program.functionRef(file, value.function);
  const facts = program.function(fn).parameters[value.index];
  if (facts === undefined) return false;
  if (provided(program, index, file, facts).length > 0 || isConverted(program, fn, facts.name)) return false;
  if (isClean(signatureSchema(program, fn, [facts]), [facts.name ?? '', ...keys], sink)) return false;
  if (facts.type?.reference === undefined) return true;
  // `upload.file` is an open file and no path.
  const isOpenFile = sink === 'path' && keys[0] === 'file' && !isOfProject(program, file, facts.type);
  return !isOpenFile && holdsData(program, file, facts.type, declared);
}

function isOfProject(program: Program, file: ProgramFile, { reference }: TypeFacts): boolean {
  const origins = reference === undefined ? [] : program.origins(program.ref(file, reference.value));
  return origins.some((origin) => origin.kind === 'value');
}

/** The same for a parameter of any function. */
export function providedFor(program: Program, index: CatalogueIndex, parameter: Ref): readonly Ref[] {
  const value = program.value(parameter);
  const file = program.fileOf(parameter);
  if (value.kind !== 'parameter' || file.facts.language !== 'python') return [];
  const facts = file.facts.functions[value.function]?.parameters[value.index];
  return facts === undefined ? [] : provided(program, index, file, facts);
}

/** Values that an annotation or a default has a parameter filled with: what functions of providers give. */
export function provided(
  program: Program,
  index: CatalogueIndex,
  file: ProgramFile,
  { default: given, type }: ParameterFacts,
): readonly Ref[] {
  const own = [...(given === undefined ? [] : [given]), ...(type?.metadata ?? [])].map((id) => program.ref(file, id));
  return [...own, ...aliasParts(program, file, type)].filter((ref) => isProvider(program, index, ref));
}

function isProvider(program: Program, index: CatalogueIndex, ref: Ref): boolean {
  const value = program.value(ref);
  if (value.kind !== 'call') return false;
  const file = program.fileOf(ref);
  return index.match('providers', file, program.origins(program.ref(file, value.callee))).length > 0;
}

/** `SessionDep = Annotated[Session, Depends(session)]`: what stands beside the type. */
function aliasParts(program: Program, file: ProgramFile, type: TypeFacts | undefined): readonly Ref[] {
  if (type?.reference === undefined || type.reference.members.length > 0) return [];
  return program.origins(program.ref(file, type.reference.value)).flatMap(({ at }): readonly Ref[] => {
    const value = program.value(at);
    if (value.kind !== 'element') return [];
    const home = program.fileOf(at);
    const parts = home.facts.values[value.key];
    if (parts?.kind !== 'array') return [];
    return parts.items.flatMap((item) => ('value' in item ? [program.ref(home, item.value)] : []));
  });
}

/** The path of a route that the function answers makes a number of the part. */
function isConverted(program: Program, fn: FunctionRef, name: string | undefined): boolean {
  const file = program.fileOfFunction(fn);
  return program.function(fn).decorators.some((id) => {
    const call = file.facts.values[id];
    const [first] = call?.kind === 'call' ? call.arguments : [];
    const texts = first === undefined ? [] : (program.literals(program.ref(file, first.value)) ?? []);
    return texts.some(
      (text) =>
        typeof text === 'string' && [...text.matchAll(CONVERTED)].some(([, flask, curly]) => (flask ?? curly) === name),
    );
  });
}

function holdsData(program: Program, file: ProgramFile, type: TypeFacts, declared: Declared): boolean {
  if (type.reference === undefined) return true;
  const members = type.reference.members.map((member) => `Member[${member}]`);
  return program
    .origins(program.ref(file, type.reference.value))
    .some((origin) =>
      origin.kind === 'api'
        ? DATA_TYPES.test(origin.module) || isCarrier(origin, members, declared)
        : origin.kind === 'value' && program.value(origin.at).kind === 'class',
    );
}

function isCarrier(
  { module, path }: Origin & { readonly kind: 'api' },
  members: readonly string[],
  { framework, carriers }: Declared,
): boolean {
  const named = [module, ...path, ...members].join('.');
  return carriers.some((carrier) =>
    framework.modules.some((each) => {
      const place = pythonPlace(each, parsePath(carrier));
      return [place.module, ...place.tokens.map(tokenText)].join('.') === named;
    }),
  );
}
