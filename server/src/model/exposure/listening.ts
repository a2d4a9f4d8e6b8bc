import type { Listener, ListenRow } from '@leashlint/rules';
import { argumentAt } from '../../program/origins.js';
import type { Ref } from '../../program/program.js';
import { parsePath } from '../catalogue/access-path.js';
import { argparseOption } from '../catalogue/argparse-option.js';
import type { ModelContext } from '../entries.js';
import { optionHolder } from '../catalogue/option-holder.js';
import { follow } from '../catalogue/relative.js';
import { siteSpan } from '../catalogue/row-values.js';
import { callSite, optionsSite } from '../catalogue/sites.js';

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?|\[?::ffff:127\.0\.0\.1\]?)$/i;
const ALL = /^(?:0\.0\.0\.0|\[?::\]?|0|\*)$/;

/** Where a call binds a server. A host that is read from the environment counts by its default. */
export function listenerAt({ program }: ModelContext, call: Ref, row: Omit<ListenRow, 'method'>): Listener {
  const site = callSite(program, call);
  const span = site?.calleeSpan ?? program.span(call);
  const [published] = row.publishes === undefined ? [] : follow(program, call, row.publishes).values;
  if (published !== undefined && row.publishes !== undefined && isTrue(program, call, row.publishes)) {
    return {
      call: site,
      span,
      where: 'all',
      host: siteSpan(program, published),
      options: undefined,
      property: undefined,
    };
  }
  const debugs = row.debugs !== undefined && isTrue(program, call, row.debugs) ? { debugs: true as const } : {};
  let open = false;
  for (const path of row.host) {
    const found = follow(program, call, path);
    const value = found.values.find(({ ref }) => !isNoHost(program, ref));
    if (value !== undefined) {
      const options = value.holder && optionsSite(program, value.holder.object);
      const property = value.holder?.key;
      return {
        call: site,
        span,
        where: whereOf(program, value.ref),
        host: siteSpan(program, value),
        options,
        property,
        ...debugs,
      };
    }
    // `listen(port, onListening)` leaves the host out: a callback stands where it could be.
    if (found.open && found.values.length === 0) open = true;
  }
  const holder = optionsHolder(program, call, row.host);
  const property = holder === undefined ? undefined : lastName(row.host);
  return {
    call: site,
    span,
    where: open ? 'unknown' : row.absent,
    host: undefined,
    options: holder,
    property,
    ...debugs,
  };
}

type Program = ModelContext['program'];

function isTrue(program: Program, call: Ref, path: string): boolean {
  return follow(program, call, path).values.some(
    ({ ref }) => program.literals(ref)?.every((literal) => literal === true) === true,
  );
}

/** A callback, a number for the backlog, `undefined`, an empty text. */
function isNoHost(program: Program, ref: Ref): boolean {
  const origins = program.origins(ref);
  return (
    origins.length > 0 &&
    origins.every((origin) => {
      const value = origin.kind === 'value' ? program.value(origin.at) : undefined;
      return (
        value?.kind === 'function' ||
        value?.kind === 'object' ||
        (value?.kind === 'literal' && (typeof value.value !== 'string' || value.value === ''))
      );
    })
  );
}

/** The first of several alternatives that is a text decides: what stands behind `??` or `||` is the default. */
export function whereOf(program: Program, ref: Ref): Listener['where'] {
  const texts = program.origins(ref).flatMap((origin) => {
    const value = program.value(origin.kind === 'api' ? fallbackOf(program, origin.at) : origin.at);
    return value.kind === 'literal' && typeof value.value === 'string' ? [withoutPort(value.value)] : [];
  });
  if (texts.length === 0) return 'unknown';
  if (texts.every((text) => LOOPBACK.test(text))) return 'loopback';
  return texts.some((text) => ALL.test(text)) ? 'all' : 'unknown';
}

/** `0.0.0.0:8000` → `0.0.0.0`; addresses of IPv6 have a port only behind brackets. */
function withoutPort(text: string): string {
  return /^([^:]+|\[.*\]):\d+$/.exec(text)?.[1] ?? text;
}

/** The default in `os.getenv('HOST', '0.0.0.0')` and in `add_argument('--host', default='0.0.0.0')`. */
function fallbackOf(program: Program, at: Ref): Ref {
  const [option, ...others] = argparseOption(program, at);
  const declared = others.length === 0 ? option?.arguments.find(({ name }) => name === 'default') : undefined;
  if (declared !== undefined) return program.ref(program.fileOf(at), declared.value);
  return program.fileOf(at).facts.language === 'python' ? (argumentAt(program, at, 1) ?? at) : at;
}

/** The options that would name the host. */
function optionsHolder(program: Program, call: Ref, paths: readonly string[]): Listener['options'] {
  for (const path of paths) {
    if (nameOf(path) === undefined) continue;
    const object = optionHolder(program, call, path);
    if (object !== undefined) return optionsSite(program, object);
  }
  return undefined;
}

function lastName(paths: readonly string[]): string | undefined {
  return paths.map(nameOf).find((name) => name !== undefined);
}

/** The option that a path ends in. */
function nameOf(path: string): string | undefined {
  const token = parsePath(path).at(-1);
  if (token?.kind === 'Member') return token.names[0];
  const positions = token?.kind === 'Argument' ? token.positions : [];
  return positions.flatMap((position) => ('keyword' in position ? [position.keyword] : []))[0];
}
