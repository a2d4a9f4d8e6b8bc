import type { Authentication } from '@leashlint/rules';
import type { CallValue, Value } from '../../facts.js';
import type { FunctionRef, Origin, ProgramFile, Ref } from '../../program/program.js';
import { argumentAt } from '../../program/origins.js';
import { memberName } from '../catalogue/access-path.js';
import { packageName } from '../catalogue/catalogue-index.js';
import type { ModelContext } from '../entries.js';
import { modulesOfSdks } from './sdk-modules.js';
import { passesAnybody, refusal } from './refusals.js';
import { createPythonRequests, isProof, isRefusingException, isRefusingName } from './python-requests.js';
import { callbacksOf, type Hit } from './request-reach.js';
import {
  asksToSlowDown,
  isCredentialHeader,
  isCredentialKey,
  isCredentialMember,
  readsLikeCheck,
  readsLikeLimit,
  refuses,
} from './request-words.js';
import { OPEN, together, UNSEEN, type Verdict } from './verdict.js';

export interface RequestChecks {
  /** What a middleware, guard or wrapper does with requests; what it hands them on to, `inner`, is not its doing. */
  ofValue(value: Ref, inner?: ReadonlySet<FunctionRef>): Verdict;
  /** What runs on the way from a handler to a call, before it. */
  onWay(chain: Hit['chain']): Verdict;
}

const NONE: ReadonlySet<FunctionRef> = new Set();
const MAX_FUNCTIONS = 250;
const MAX_VALUES = 40;
/** Of answers, and of the ends of WebSocket connections. */
const REFUSING_STATUS: ReadonlySet<unknown> = new Set([401, 403, '401', '403', 1008, 4401, 4403]);

interface Scan {
  /** Functions that were looked into or will be; a set, which may grow while it is walked. */
  readonly seen: Set<FunctionRef>;
  /** Functions that are somebody else's business. */
  readonly skipped: ReadonlySet<FunctionRef>;
  readonly found: Verdict[];
  /** The function whose parameters are the request. */
  readonly entry: FunctionRef;
}

/** Looks for whatever asks who sends a request. Anything that may do so and cannot be followed makes the answer `unknown`. */
export function createRequestChecks(context: ModelContext): RequestChecks {
  const { program, catalogue } = context;
  const ofFunctions = new Map<FunctionRef, Verdict>();
  const values = new Map<ProgramFile, ReadonlyMap<number, readonly number[]>>();
  const compared = new Map<ProgramFile, ReadonlySet<number>>();
  const python = createPythonRequests(context);

  const sdkModules = modulesOfSdks(catalogue.frameworks);

  function isOfSdk(origin: Origin): boolean {
    if (origin.kind !== 'api') return false;
    return sdkModules.has(origin.module) || sdkModules.has(packageName(origin.module));
  }

  function ofValue(value: Ref, inner: ReadonlySet<FunctionRef> = NONE, depth = 0): Verdict {
    if (depth > 8) return UNSEEN;
    const behind = python.behind(value);
    if (behind !== undefined)
      return behind.length === 0 ? UNSEEN : together(behind.map((one) => ofValue(one, NONE, depth + 1)));
    const origins = program.origins(value);
    if (origins.length === 0 || origins.length > MAX_VALUES) return UNSEEN;
    return together(origins.map((origin) => ofOrigin(origin, value, inner, depth)));
  }

  function ofOrigin(origin: Origin, value: Ref, inner: ReadonlySet<FunctionRef>, depth: number): Verdict {
    if (origin.kind === 'api') return ofApi(origin, value) ?? { ...UNSEEN, evidence: seen(value, 'is not known') };
    if (origin.kind !== 'value') return UNSEEN;
    const facts = program.value(origin.at);
    const file = program.fileOf(origin.at);
    const before = python.standBefore(origin);
    if (before !== undefined) return together(before.map((fn) => ofFunction(fn, inner)));
    switch (facts.kind) {
      case 'function':
        return ofFunction(program.functionRef(file, facts.function), inner);
      case 'array':
        return together(
          facts.items.map((item) =>
            'value' in item ? ofValue(program.ref(file, item.value), inner, depth + 1) : UNSEEN,
          ),
        );
      case 'literal':
      case 'regex':
      case 'template':
        return OPEN;
      default:
        return UNSEEN;
    }
  }

  /** A row holds for the middleware itself, or for the call that makes it. */
  function ofApi(origin: Origin & { readonly kind: 'api' }, at: Ref): Verdict | undefined {
    const paths: Origin[] = [origin];
    for (let path = origin.path; path.at(-1) === 'ReturnValue' || path.at(-1) === 'Instance';) {
      path = path.slice(0, -1);
      paths.push({ ...origin, path });
    }
    const file = program.fileOf(at);
    const matches = paths.flatMap((candidate) => catalogue.match('requestChecks', file, [candidate]));
    const given = matches.some(({ row }) => row.does === 'argument') ? argumentAt(program, origin.at, 0) : undefined;
    if (given !== undefined) return ofValue(given);
    const limits = paths.some((candidate) => catalogue.match('rateLimits', file, [candidate]).length > 0);
    if (matches.length === 0 && !limits) return undefined;
    const limited: readonly Verdict[] = limits ? [{ ...OPEN, limit: 'yes' }] : [];
    return together([
      ...limited,
      ...matches.map(({ row }): Verdict => {
        switch (row.does) {
          case 'authenticates':
            return { ...OPEN, state: 'yes', evidence: seen(at, 'asks who sends the request') };
          case 'host':
            return { ...OPEN, host: 'yes' };
          case 'may':
          case 'argument':
            return UNSEEN;
          case 'nothing':
            return OPEN;
        }
      }),
    ]);
  }

  function seen(at: Ref, message: string): Authentication['evidence'] {
    return [{ span: program.span(at), message }];
  }

  function ofFunction(fn: FunctionRef, inner: ReadonlySet<FunctionRef>): Verdict {
    const known = inner.size === 0 ? ofFunctions.get(fn) : undefined;
    if (known !== undefined) return known;
    const scan: Scan = { seen: new Set(), skipped: inner, found: [], entry: fn };
    scan.seen.add(fn);
    scanAll(scan);
    const found = finish(scan);
    const optional = found.state === 'yes' && passesAnybody(program, fn);
    const verdict: Verdict = optional ? { ...found, state: 'optional' } : found;
    if (inner.size === 0) ofFunctions.set(fn, verdict);
    return verdict;
  }

  function onWay(chain: Hit['chain']): Verdict {
    const [first] = chain;
    if (first === undefined) return UNSEEN;
    const scan: Scan = { seen: new Set(), skipped: new Set(chain.map(({ fn }) => fn)), found: [], entry: first.fn };
    for (const { fn, call } of chain) scanBody(fn, call, scan);
    scanAll(scan);
    return finish(scan);
  }

  function finish(scan: Scan): Verdict {
    return scan.seen.size > MAX_FUNCTIONS ? UNSEEN : together(scan.found);
  }

  function scanAll(scan: Scan): void {
    for (const fn of scan.seen) {
      if (scan.seen.size > MAX_FUNCTIONS) return;
      scanBody(fn, undefined, scan);
    }
  }

  function enqueue(functions: readonly FunctionRef[], { seen, skipped }: Scan): void {
    for (const fn of functions) if (!skipped.has(fn)) seen.add(fn);
  }

  /** What stands in a function before a call, and what it calls there. */
  function scanBody(fn: FunctionRef, until: Ref | undefined, scan: Scan): void {
    const file = program.fileOfFunction(fn);
    const [start, limit] = until === undefined ? [] : program.value(until).range;
    scanParameters(fn, scan);
    for (const id of valuesIn(file, fn)) {
      const value = file.facts.values[id];
      const ref = program.ref(file, id);
      if (value === undefined || ref === until || (limit !== undefined && value.range[0] >= limit)) continue;
      const verdict = ofExpression(file, id, value, fn, scan);
      if (verdict !== undefined) scan.found.push(verdict);
      // What the call gets was there before it; what it runs later was not.
      const argument = start !== undefined && value.range[0] >= start;
      if (value.kind === 'call' && (limit === undefined || value.range[1] <= limit)) {
        scanCall(ref, value, fn, argument, scan);
      }
    }
  }

  /** What parameters declare to be looked at before the function runs. */
  function scanParameters(fn: FunctionRef, scan: Scan): void {
    const file = program.fileOfFunction(fn);
    if (file.facts.language !== 'python') return;
    scan.found.push(...python.providersOf(fn).map((provider) => ofValue(provider)));
    for (const parameter of program.function(fn).parameters) {
      if (python.readsProof(parameter))
        scan.found.push({ ...OPEN, state: 'unknown', evidence: seen(program.ref(file, parameter.value), 'is read') });
    }
  }

  function ofExpression(file: ProgramFile, id: number, value: Value, fn: FunctionRef, scan: Scan): Verdict | undefined {
    const ref = program.ref(file, id);
    switch (value.kind) {
      case 'literal':
        if (asksToSlowDown(value.value) && !comparedIn(file).has(id)) return { ...OPEN, limit: 'yes' };
        if (REFUSING_STATUS.has(value.value) && !comparedIn(file).has(id)) return refusal(program, file, id, fn);
        return typeof value.value === 'string' && refuses(value.value) && !comparedIn(file).has(id)
          ? refusal(program, file, id, fn)
          : undefined;
      case 'template':
        return value.parts.some((part) => typeof part === 'string' && refuses(part))
          ? refusal(program, file, id, fn)
          : undefined;
      case 'member':
        if (file.facts.language === 'python') {
          const verdict = ofPythonMember(file, id, value.key, value.object, fn);
          if (verdict !== undefined) return verdict;
        }
        return isCredentialMember(value.key) && fn === scan.entry && isOfRequest(file, value.object)
          ? { ...OPEN, state: 'unknown', evidence: seen(ref, 'is read') }
          : headerVerdict(value.key, ref, file, value.object);
      case 'element': {
        const key = file.facts.values[value.key];
        return key?.kind === 'literal' && typeof key.value === 'string'
          ? headerVerdict(key.value, ref, file, value.object)
          : undefined;
      }
      default:
        return undefined;
    }
  }

  /** A status or an exception that refuses, an object of the framework that knows the user, a field with a token. */
  function ofPythonMember(
    file: ProgramFile,
    id: number,
    key: string,
    object: number,
    fn: FunctionRef,
  ): Verdict | undefined {
    if (isRefusingName(key) && !comparedIn(file).has(id)) return refusal(program, file, id, fn);
    const holder = file.facts.values[object];
    const ref = program.ref(file, id);
    if (holder?.kind === 'parameter' && isProof(key))
      return { ...OPEN, state: 'unknown', evidence: seen(ref, 'is read') };
    if (holder?.kind !== 'import') return undefined;
    const [known] = program
      .origins(program.ref(file, object))
      .flatMap((origin) => (origin.kind === 'api' ? (ofApi(origin, ref) ?? []) : []));
    return known?.state === 'no' ? undefined : known;
  }

  function headerVerdict(name: string, ref: Ref, file: ProgramFile, object: number): Verdict | undefined {
    const holder = file.facts.values[object];
    const ofHeaders = holder?.kind === 'member' && /^headers?$/.test(holder.key);
    if (ofHeaders && /^(?:host|origin|referer|sec-fetch-site)$/i.test(name)) return { ...OPEN, host: 'unknown' };
    if (!ofHeaders && !/^authorization$/i.test(name)) return undefined;
    return isCredentialHeader(name) ? { ...OPEN, state: 'unknown', evidence: seen(ref, 'is read') } : undefined;
  }

  function scanCall(call: Ref, value: CallValue, fn: FunctionRef, argument: boolean, scan: Scan): void {
    const file = program.fileOf(call);
    const origins = program.origins(program.ref(file, value.callee));
    const known = origins.flatMap((origin) => (origin.kind === 'api' ? (ofApi(origin, call) ?? []) : []));
    if (known.length > 0) scan.found.push(together(known));
    const callees = program.callees(call);
    // A callback is scanned where it is passed; here it may be any that ever was.
    const isCallback = callees.length > 1 && file.facts.values[value.callee]?.kind === 'parameter';
    if (!isCallback) enqueue(callees, scan);
    // What an SDK is given runs when a model asks for it, not before the request goes on.
    if (!argument && !origins.some(isOfSdk)) enqueue(callbacksOf(program, call), scan);
    if (file.facts.language === 'python' && origins.some((origin) => isRefusingException(nameOf(origin))))
      scan.found.push(refusal(program, file, call - program.ref(file, 0), fn));
    if (known.length > 0) return;
    const literal = value.arguments
      .map((argument) => file.facts.values[argument.value])
      .find((one) => one !== undefined);
    if (literal?.kind === 'literal' && typeof literal.value === 'string') {
      const verdict = namedRead(file, value, literal.value, call);
      if (verdict !== undefined) scan.found.push(verdict);
    }
    if (callees.length === 0 && readsLikeLimit(calleeText(file, value)) && !origins.some(isOfSdk))
      scan.found.push({ ...OPEN, limit: 'unknown' });
    if (mayCheckUnseen(call, value, origins, fn === scan.entry)) {
      scan.found.push({ ...UNSEEN, evidence: seen(call, 'may ask who sends the request') });
    }
  }

  /** `headers.get('authorization')`, `c.get('user')`, `cookies().get('session')`. */
  function namedRead(file: ProgramFile, value: CallValue, name: string, call: Ref): Verdict | undefined {
    const callee = file.facts.values[value.callee];
    if (callee?.kind !== 'member' || !/^(?:get|header|getHeader|has|getCookie)$/.test(callee.key)) return undefined;
    if (/^(?:host|origin|referer|sec-fetch-site)$/i.test(name)) return { ...OPEN, host: 'unknown' };
    const credential = isCredentialHeader(name) || (isCredentialKey(name) && isOfRequest(file, callee.object));
    return credential ? { ...OPEN, state: 'unknown', evidence: seen(call, 'is read') } : undefined;
  }

  /** A call of code that is not there, which gets the request or reads like a check. */
  function mayCheckUnseen(call: Ref, value: CallValue, origins: readonly Origin[], inHandler: boolean): boolean {
    if (program.callees(call).length > 0) return false;
    const file = program.fileOf(call);
    if (origins.some((origin) => origin.kind === 'api' && isGiven(origin) && readsLikeCheck(lastName(origin))))
      return true;
    const unseen = origins.filter(
      (origin) =>
        origin.kind === 'unknown' ||
        (origin.kind === 'api' && (isNoRuntime(origin) || !catalogue.knowsModule(origin.module))),
    );
    if (unseen.length === 0 && origins.length > 0) return false;
    if (readsLikeCheck(calleeText(file, value))) return true;
    if (!inHandler || unseen.every((origin) => origin.kind === 'unknown' && isMethodOfData(origin.at))) return false;
    return value.arguments.some((argument) => isWholeRequest(file, argument.value));
  }

  /** A method of what a framework hands to handlers: `request.jwtVerify()`. */
  function isGiven({ path }: Origin & { readonly kind: 'api' }): boolean {
    return path.some((token) => token.startsWith('Parameter')) || path.at(-2) === 'Instance';
  }

  /** A name that no import binds and no runtime has: another script, or code that is not there. */
  function isNoRuntime({ module, path }: Origin & { readonly kind: 'api' }): boolean {
    return module === 'global' && path.length === 1 && readsLikeCheck(lastName({ path }));
  }

  function nameOf(origin: Origin): string {
    if (origin.kind === 'api') return lastName(origin);
    const value = origin.kind === 'value' ? program.value(origin.at) : undefined;
    return value?.kind === 'class' ? (program.fileOf(origin.at).facts.classes[value.class]?.name ?? '') : '';
  }

  function lastName({ path }: { readonly path: readonly string[] }): string {
    return memberName(path.at(-1)) ?? '';
  }

  /** A method of a value that nobody knows: data access far more often than a question. */
  function isMethodOfData(at: Ref): boolean {
    return program.value(at).kind === 'member';
  }

  /** The request, or its headers or cookies, as a whole. */
  function isWholeRequest(file: ProgramFile, id: number): boolean {
    const value = file.facts.values[id];
    if (value?.kind === 'parameter') return file.facts.language !== 'python' || python.isRequest(file, id);
    if (value?.kind === 'import') return value.name === 'request' && file.facts.language === 'python';
    if (value?.kind !== 'member') return false;
    return /^(?:headers|cookies|raw|req|request)$/.test(value.key) && isWholeRequest(file, value.object);
  }

  /** Properties of a parameter, but not of what was sent in the body. */
  function isOfRequest(file: ProgramFile, id: number): boolean {
    const value = file.facts.values[id];
    if (value?.kind === 'parameter') return file.facts.language !== 'python' || python.isRequest(file, id);
    if (value?.kind === 'import') return value.name === 'request' && file.facts.language === 'python';
    if (value?.kind !== 'member' || /^(?:body|query|params|data|input|searchParams)$/.test(value.key)) return false;
    return isOfRequest(file, value.object);
  }

  function valuesIn(file: ProgramFile, fn: FunctionRef): readonly number[] {
    let known = values.get(file);
    if (known === undefined) {
      const byFunction = new Map<number, number[]>();
      for (const [id, value] of file.facts.values.entries()) {
        const list = byFunction.get(value.fn);
        if (list === undefined) byFunction.set(value.fn, [id]);
        else list.push(id);
      }
      values.set(file, (known = byFunction));
    }
    return known.get(fn - program.functionRef(file, 0)) ?? [];
  }

  function comparedIn(file: ProgramFile): ReadonlySet<number> {
    let known = compared.get(file);
    if (known === undefined) {
      const inputs = file.facts.values.flatMap((value) => (value.kind === 'operation' ? value.inputs : []));
      compared.set(file, (known = new Set(inputs)));
    }
    return known;
  }

  return { ofValue, onWay };
}

/** `admin.from('users').select` → `admin.from.select`: what is passed on the way says nothing about the call. */
function calleeText({ text }: ProgramFile, { calleeRange }: CallValue): string {
  let written = text.slice(...calleeRange);
  for (let before = ''; before !== written;) {
    before = written;
    written = written.replaceAll(/\([^()]*\)/g, '');
  }
  return written.slice(-200);
}
