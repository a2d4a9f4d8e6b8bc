import type { Evidence, Framework, SettingRow } from '@leashlint/rules';
import type { Origin, Program, Ref } from '../../program/program.js';
import { parsePath, parseToken, tokenCovers } from './access-path.js';
import type { PathToken } from './access-path.js';
import { canonicalModule } from './catalogue-rows.js';
import { PYTHON } from '../../program/resolve-python-module.js';
import { pythonPlace } from './python-paths.js';
import { wholeEnvironment } from '../effects/whole-environment.js';
import type { WholeEnvironment } from '../effects/whole-environment.js';

type Row = Pick<SettingRow, 'values' | 'absent' | 'holds' | 'separated'>;
type Wanted = NonNullable<Row['values']>[number];

/** That a value has the meaning of a row. */
export interface Meant {
  /** `proven` if every value has it, `likely` if one of several has. */
  readonly evidence: Evidence;
  /** What of an object brings it. */
  readonly entry?: WholeEnvironment['entry'];
  /** Written as a constant of the framework rather than as a literal. */
  readonly constant: boolean;
}

/** Undefined if the value at a row's option does not have the row's meaning. */
export function meant(program: Program, ref: Ref, row: Row): Meant | undefined {
  if (row.holds === 'environment') {
    const whole = wholeEnvironment(program, ref);
    return whole && { ...whole, constant: false };
  }
  const { values } = row;
  if (values === undefined) return row.absent === true ? undefined : { evidence: 'proven', constant: false };
  const origins = program.origins(ref);
  const hits = origins.filter((origin) => values.some((wanted) => is(program, origin, wanted, row.separated)));
  const [first] = hits;
  if (first === undefined) return undefined;
  return { evidence: hits.length === origins.length ? 'proven' : 'likely', constant: first.kind === 'api' };
}

/** Whether a value is, or may be, one of the wanted ones. */
export function isOneOf(program: Program, ref: Ref, values: readonly Wanted[]): boolean {
  return program.origins(ref).some((origin) => values.some((wanted) => is(program, origin, wanted, false)));
}

function is(program: Program, origin: Origin, wanted: Wanted, separated: boolean | undefined): boolean {
  // The constant may come from the package that the framework wraps.
  if (isConstantPath(wanted)) return origin.kind === 'api' && hasPath(origin, wanted);
  const value = origin.kind === 'value' ? program.value(origin.at) : undefined;
  return value?.kind === 'literal' && coversAny(wanted, value.value, separated);
}

/** Whether a wanted value of a row is the access path of a constant. */
function isConstantPath(wanted: Wanted): wanted is string {
  return typeof wanted === 'string' && wanted.startsWith('Member[');
}

/** Whether an origin is what an access path of one of a framework's modules names. */
export function isAt(
  origin: Origin & { readonly kind: 'api' },
  { language, modules }: Pick<Framework, 'language' | 'modules'>,
  path: string,
): boolean {
  if (language === 'python') return modules.some((module) => isInPython(origin, module, path));
  const module = canonicalModule(origin.module);
  if (!modules.some((each) => (each.endsWith('/*') ? module.startsWith(each.slice(0, -1)) : each === module))) {
    return false;
  }
  return hasPath(origin, path);
}

function isInPython(origin: Origin & { readonly kind: 'api' }, module: string, path: string): boolean {
  const place = pythonPlace(module, parsePath(path));
  return origin.module === place.module && hasTokens(origin, place.tokens);
}

function hasPath(origin: Origin & { readonly kind: 'api' }, path: string): boolean {
  const tokens = parsePath(path);
  if (!origin.module.startsWith(PYTHON)) return hasTokens(origin, tokens);
  // A module has a place in its package, which the row does not say; `sys.executable` names it.
  const whole = [`Member[${origin.module.slice(PYTHON.length)}]`, ...origin.path];
  return hasTokens({ ...origin, path: whole.slice(-tokens.length) }, tokens);
}

function hasTokens(origin: Origin & { readonly kind: 'api' }, tokens: readonly PathToken[]): boolean {
  const concrete = origin.path.filter((token) => token !== 'Awaited').map(parseToken);
  return (
    tokens.length === concrete.length &&
    tokens.every((token, index) => {
      const step = concrete[index];
      return step !== undefined && tokenCovers(token, step);
    })
  );
}

function coversAny(wanted: Wanted, literal: unknown, separated: boolean | undefined): boolean {
  if (separated !== true || typeof literal !== 'string') return covers(wanted, literal);
  return literal.split(/[\s,]+/).some((word) => covers(wanted, word));
}

function covers(wanted: Wanted, literal: unknown): boolean {
  if (typeof wanted === 'string' && wanted.length > 1 && wanted.endsWith('*')) {
    return typeof literal === 'string' && literal.startsWith(wanted.slice(0, -1));
  }
  return wanted === literal;
}
