import type { Authentication } from '@leashlint/rules';
import type { CallValue, ConditionId, Value } from '../../facts.js';
import type { FunctionRef, Origin, ProgramFile, Ref } from '../../program/program.js';
import { memberName } from '../access-path.js';
import type { ModelContext } from '../entries.js';
import { derivesFrom, madeFrom } from './derives-from.js';
import { callbacksOf, type Hit } from './request-reach.js';
import { isCredentialHeader, isCredentialKey, isCredentialMember, readsLikeCheck, refuses } from './request-words.js';
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
const REFUSING_STATUS: ReadonlySet<unknown> = new Set([401, 403, '401', '403']);

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

  function ofValue(value: Ref, inner: ReadonlySet<FunctionRef> = NONE, depth = 0): Verdict {
    if (depth > 8) return UNSEEN;
    const origins = program.origins(value);
    if (origins.length === 0 || origins.length > MAX_VALUES) return UNSEEN;
    return together(origins.map((origin) => ofOrigin(origin, value, inner, depth)));
  }

  function ofOrigin(origin: Origin, value: Ref, inner: ReadonlySet<FunctionRef>, depth: number): Verdict {
    if (origin.kind === 'api') return ofApi(origin, value) ?? { ...UNSEEN, evidence: seen(value, 'is not known') };
    if (origin.kind !== 'value') return UNSEEN;
    const facts = program.value(origin.at);
    const file = program.fileOf(origin.at);
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
    const matches = paths.flatMap((candidate) => catalogue.match('requestChecks', program.fileOf(at), [candidate]));
    if (matches.length === 0) return undefined;
    return together(
      matches.map(({ row }): Verdict => {
        switch (row.does) {
          case 'authenticates':
            return { state: 'yes', evidence: seen(at, 'asks who sends the request'), host: 'no' };
          case 'host':
            return { state: 'no', evidence: [], host: 'yes' };
          case 'may':
            return UNSEEN;
          case 'nothing':
            return OPEN;
        }
      }),
    );
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
    const verdict = passesAnybody(fn, finish(scan));
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

  /** Middleware that hands on every request when it is configured to. */
  function passesAnybody(fn: FunctionRef, verdict: Verdict): Verdict {
    if (verdict.state !== 'yes') return verdict;
    const file = program.fileOfFunction(fn);
    const { parameters, calls } = program.function(fn);
    const names = new Set(parameters.map((parameter) => parameter.value));
    const passes = calls.some((id) => {
      const call = file.facts.values[id];
      if (call?.kind !== 'call' || !names.has(call.callee)) return false;
      const tests = testsOf(file, call.condition, program.function(fn).condition);
      return tests.length > 0 && tests.every((test) => !derivesFrom(file, test, names));
    });
    return passes ? { ...verdict, state: 'optional' } : verdict;
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

  function ofExpression(file: ProgramFile, id: number, value: Value, fn: FunctionRef, scan: Scan): Verdict | undefined {
    const ref = program.ref(file, id);
    switch (value.kind) {
      case 'literal':
        if (REFUSING_STATUS.has(value.value) && !comparedIn(file).has(id)) return refusal(file, id, fn, ref);
        return typeof value.value === 'string' && refuses(value.value) && !comparedIn(file).has(id)
          ? refusal(file, id, fn, ref)
          : undefined;
      case 'template':
        return value.parts.some((part) => typeof part === 'string' && refuses(part))
          ? refusal(file, id, fn, ref)
          : undefined;
      case 'member':
        return isCredentialMember(value.key) && fn === scan.entry && isOfRequest(file, value.object)
          ? { ...UNSEEN, evidence: seen(ref, 'is read'), host: 'no' }
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

  function headerVerdict(name: string, ref: Ref, file: ProgramFile, object: number): Verdict | undefined {
    const holder = file.facts.values[object];
    const ofHeaders = holder?.kind === 'member' && /^headers?$/.test(holder.key);
    if (ofHeaders && /^(?:host|origin|referer|sec-fetch-site)$/i.test(name)) return { ...OPEN, host: 'unknown' };
    if (!ofHeaders && !/^authorization$/i.test(name)) return undefined;
    return isCredentialHeader(name) ? { ...UNSEEN, evidence: seen(ref, 'is read'), host: 'no' } : undefined;
  }

  /** An answer that refuses; `optional` when it depends on how the application is configured. */
  function refusal(file: ProgramFile, id: number, fn: FunctionRef, ref: Ref): Verdict {
    const owner = program.function(fn);
    const call = owner.calls
      .map((candidate) => file.facts.values[candidate])
      .find(
        (value): value is CallValue & Value => value?.kind === 'call' && value.arguments.some((a) => a.value === id),
      );
    const names = new Set(owner.parameters.map((parameter) => parameter.value));
    const tests = call === undefined ? [] : testsOf(file, call.condition, owner.condition);
    const asked = askedParts(file, tests, names);
    if (asked.size > 0 && [...asked].every((part) => part !== 'other')) {
      return { ...OPEN, host: asked.has('origin') ? 'yes' : 'no' };
    }
    const configured = tests.some((test) => readsEnvironment(file, test) && !derivesFrom(file, test, names));
    const state = configured ? 'optional' : 'yes';
    return { state, evidence: [{ span: program.span(ref), message: 'refuses strangers' }], host: 'no' };
  }

  /** What tests look at of the request: where it comes from and what it asks for say nothing about who sends it. */
  function askedParts(
    file: ProgramFile,
    tests: readonly number[],
    request: ReadonlySet<number>,
  ): ReadonlySet<'origin' | 'address' | 'other'> {
    const parts = new Set<'origin' | 'address' | 'other'>();
    for (const test of tests) {
      const made = madeFrom(file, test);
      if (![...request].some((parameter) => made.has(parameter))) continue;
      const names = [...made].flatMap((id) => nameRead(file, id));
      const telling = names.filter(
        (name) =>
          !/^(?:headers?|get|getHeader|raw|req|request|nextUrl|includes|startsWith|has|some|toLowerCase)$/.test(name),
      );
      if (telling.length === 0) parts.add('other');
      for (const name of telling) parts.add(partOf(name));
    }
    return parts;
  }

  function nameRead({ facts }: ProgramFile, id: number): readonly string[] {
    const value = facts.values[id];
    if (value?.kind === 'member') return [value.key];
    if (value?.kind === 'element') {
      const key = facts.values[value.key];
      return key?.kind === 'literal' ? [String(key.value)] : ['?'];
    }
    if (value?.kind !== 'call') return [];
    const [first] = value.arguments;
    const literal = first === undefined ? undefined : facts.values[first.value];
    return literal?.kind === 'literal' && typeof literal.value === 'string' ? [literal.value] : [];
  }

  function readsEnvironment(file: ProgramFile, test: number): boolean {
    const environment = file.facts.values.flatMap((value, id) =>
      value.kind === 'global' && (value.name === 'process' || value.name === 'env') ? [id] : [],
    );
    return derivesFrom(file, test, new Set(environment));
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
    if (!argument) enqueue(callbacksOf(program, call), scan);
    if (known.length > 0) return;
    const literal = value.arguments
      .map((argument) => file.facts.values[argument.value])
      .find((one) => one !== undefined);
    if (literal?.kind === 'literal' && typeof literal.value === 'string') {
      const verdict = namedRead(file, value, literal.value, call);
      if (verdict !== undefined) scan.found.push(verdict);
    }
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
    return credential ? { ...UNSEEN, evidence: seen(call, 'is read'), host: 'no' } : undefined;
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
    if (value?.kind === 'parameter') return true;
    if (value?.kind !== 'member') return false;
    return /^(?:headers|cookies|raw|req|request)$/.test(value.key) && isWholeRequest(file, value.object);
  }

  /** Properties of a parameter, but not of what was sent in the body. */
  function isOfRequest(file: ProgramFile, id: number): boolean {
    const value = file.facts.values[id];
    if (value?.kind === 'parameter') return true;
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

function partOf(name: string): 'origin' | 'address' | 'other' {
  if (/^(?:host|hostname|origin|referer|sec-fetch-\w+)$/i.test(name)) return 'origin';
  return /^(?:method|url|path|pathname|originalUrl|content-type)$/i.test(name) ? 'address' : 'other';
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

/** Tests that hold at a place, up to where its function begins. */
export function testsOf(file: ProgramFile, from: ConditionId, until: ConditionId): readonly number[] {
  const tests: number[] = [];
  for (let id = from; id >= 0 && id !== until;) {
    const condition = file.facts.conditions[id];
    if (condition === undefined) break;
    if ('test' in condition) tests.push(condition.test);
    id = condition.parent;
  }
  return tests;
}
