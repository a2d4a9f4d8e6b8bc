import type { CallValue } from '../../facts.js';
import type { Program, ProgramFile, Ref } from '../../program/program.js';
import { follow } from '../catalogue/relative.js';
import { functionsOf, textOf } from '../catalogue/row-values.js';
import type { Registration, WebApp } from './web-apps.js';

/** Options that hold what is registered. */
const HANDLERS =
  /^(?:endpoint|view_func|handler|func|f|fn|app|router|blueprint|dispatch|middleware_class|view|application|subapp)$/;
const PATHS = /^(?:path|rule|prefix|url_prefix|uri|pattern)$/;

/**
 * What a call of an app's method registers in Python: the function that it decorates, or what it gets. Other decorators of that
 * function run before it, and so do the values of the options that the app's row names.
 */
export function pythonRegistration(
  program: Program,
  app: WebApp,
  call: Ref,
  value: CallValue,
  method: string,
  appAt: (value: Ref) => WebApp | undefined,
): Registration | undefined {
  const { row } = app;
  const kind = row.routes?.includes(method)
    ? 'route'
    : row.middleware?.includes(method)
      ? 'middleware'
      : row.mounts?.includes(method)
        ? 'mount'
        : undefined;
  if (kind === undefined) return undefined;
  const file = program.fileOf(call);
  const positional = value.arguments.filter((argument) => argument.name === undefined && argument.spread !== true);
  const named = value.arguments.filter(({ name, spread }) => spread !== true && HANDLERS.test(name ?? ''));
  const given = [...positional, ...named].map((argument) => program.ref(file, argument.value));
  const texts = given.filter((ref) => textOf(program, ref) !== undefined);
  const decorated = applicationsOf(program, file, call).map((applied) => decoratedValue(program, applied));
  const solid = given.filter((ref) => !texts.includes(ref));
  const listed = kind === 'mount' ? solid.flatMap((ref) => elementsOf(program, ref)) : solid;
  const values = [...decorated, ...listed].filter((ref) => ref !== undefined);
  if (values.length === 0) return undefined;
  const event =
    kind === 'route' && row.gates !== undefined ? eventOf(program, texts[0], decorated[0] ?? solid[0]) : undefined;
  if (event !== undefined && row.gates?.includes(event) === true)
    return { kind: 'middleware', app, call, method, path: undefined, pathKnown: true, values, gate: true };
  const byName = value.arguments.find(({ name }) => PATHS.test(name ?? ''));
  const at = byName === undefined ? texts[0] : program.ref(file, byName.value);
  const text = at === undefined ? undefined : textOf(program, at);
  // `@app.middleware('http')` names no path.
  const path = kind === 'middleware' && text?.startsWith('/') !== true ? undefined : text;
  // What is no app of a framework answers by itself: `app.mount('/mcp', server.sse_app())`.
  const serves = kind === 'mount' && values.every((one) => appAt(one) === undefined);
  return {
    kind: serves ? 'serve' : kind,
    app,
    call,
    method: verbOf(program, call, method),
    path,
    pathKnown: path !== undefined || kind !== 'route',
    values,
    checks: [
      ...optionValues(program, call, row.before ?? []),
      ...values.flatMap((one) => furtherDecorators(program, one, appAt)),
    ],
  };
}

/** `@server.on('connect')`; `@server.event` takes the name of the function. */
function eventOf(program: Program, text: Ref | undefined, handler: Ref | undefined): string | undefined {
  if (text !== undefined) return textOf(program, text);
  const [fn] = handler === undefined ? [] : functionsOf(program, handler);
  return fn === undefined ? undefined : program.function(fn).name;
}

/** Values of options that run before handlers. */
export function optionValues(program: Program, call: Ref, names: readonly string[]): readonly Ref[] {
  return names.flatMap((name) =>
    follow(program, call, `Argument[${name}]`).values.flatMap(({ ref }) => elementsOf(program, ref)),
  );
}

/** The elements of a list that is known in full; of anything else, the value itself. */
function elementsOf(program: Program, ref: Ref): readonly Ref[] {
  const isList = program.origins(ref).some(({ at }) => program.value(at).kind === 'array');
  if (!isList) return [ref];
  const { values, open } = follow(program, ref, 'ArrayElement');
  return [...values.map((item) => item.ref), ...(open ? [ref] : [])];
}

/** `route(…, methods=['POST'])` is a POST. */
function verbOf(program: Program, call: Ref, method: string): string {
  if (!/^(?:route|api_route|add_url_rule|add_api_route)$/.test(method)) return method;
  const methods = follow(program, call, 'Argument[methods].ArrayElement').values.map(({ ref }) => textOf(program, ref));
  const verb = methods.find((one) => one !== undefined && one !== 'OPTIONS' && one !== 'HEAD');
  return verb?.toLowerCase() ?? 'get';
}

/** Calls of what a call gives: the decorator that it made, applied. */
function applicationsOf(program: Program, file: ProgramFile, call: Ref): readonly Ref[] {
  return (calleesIn(file).get(call - program.ref(file, 0)) ?? []).map((id) => program.ref(file, id));
}

const callees = new WeakMap<ProgramFile, ReadonlyMap<number, readonly number[]>>();

/** Calls of a file by the value that they call, of which only calls matter: decorators that calls make. */
function calleesIn(file: ProgramFile): ReadonlyMap<number, readonly number[]> {
  let known = callees.get(file);
  if (known === undefined) {
    const byCallee = new Map<number, number[]>();
    for (const [id, value] of file.facts.values.entries()) {
      if (value.kind !== 'call') continue;
      const list = byCallee.get(value.callee);
      if (list === undefined) byCallee.set(value.callee, [id]);
      else list.push(id);
    }
    callees.set(file, (known = byCallee));
  }
  return known;
}

function decoratedValue(program: Program, applied: Ref): Ref | undefined {
  const value = program.value(applied);
  const [first] = value.kind === 'call' ? value.arguments : [];
  return first === undefined ? undefined : program.ref(program.fileOf(applied), first.value);
}

/** Applications of decorators that wrap the functions of a value, without those by which an app registers them. */
function furtherDecorators(program: Program, handler: Ref, appAt: (value: Ref) => WebApp | undefined): readonly Ref[] {
  return functionsOf(program, handler).flatMap((fn) => {
    const file = program.fileOfFunction(fn);
    return program.function(fn).decorators.flatMap((decorator) => {
      if (isOfApp(program, program.ref(file, decorator), appAt)) return [];
      return (calleesIn(file).get(decorator) ?? []).flatMap((id) => {
        const applied = program.ref(file, id);
        const [first] = functionsOf(program, decoratedValue(program, applied) ?? applied);
        return first === fn ? [applied] : [];
      });
    });
  });
}

/** `@app.get('/x')`, `@app.errorhandler(404)`. */
function isOfApp(program: Program, decorator: Ref, appAt: (value: Ref) => WebApp | undefined): boolean {
  const file = program.fileOf(decorator);
  let value = program.value(decorator);
  if (value.kind === 'call') value = program.value(program.ref(file, value.callee));
  return value.kind === 'member' && appAt(program.ref(file, value.object)) !== undefined;
}
