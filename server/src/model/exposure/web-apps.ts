import type { Framework, FrameworkRef, WebServerRow } from '@leashlint/rules';
import type { CallValue } from '../../facts.js';
import type { Origin, Program, ProgramFile, Ref } from '../../program/program.js';
import { memberName } from '../catalogue/access-path.js';
import type { ModelContext } from '../entries.js';
import { follow } from '../catalogue/relative.js';
import { find, textOf } from '../catalogue/row-values.js';
import { isOfPackage, madeAround } from './made-around.js';
import { pythonRegistration } from './python-registrations.js';

/** An app, router or server of the program: the value that makes it, or a parameter whose callers are not known. */
export interface WebApp {
  readonly id: Ref;
  readonly row: WebServerRow;
  readonly framework: FrameworkRef;
  /** Made elsewhere: what runs before its routes may be registered there too. */
  readonly foreign: boolean;
}

/** A call that gives an app something to run. */
export interface Registration {
  readonly kind: 'route' | 'middleware' | 'mount' | 'serve';
  readonly app: WebApp;
  readonly call: Ref;
  /** `post`, `use`; empty for what the making call gets. */
  readonly method: string;
  /** The literal path; undefined when there is none or it was not resolved. */
  readonly path: string | undefined;
  /** False when a path was given that was not resolved. */
  readonly pathKnown: boolean;
  /** What runs, in order: functions, lists, other apps, objects of options. */
  readonly values: readonly Ref[];
  /** What runs before that, for this registration alone. */
  readonly checks?: readonly Ref[];
  /** Middleware that turns clients away by what it returns. */
  readonly gate?: true;
}

export interface WebApps {
  appAt(value: Ref): WebApp | undefined;
  registrationsIn(file: ProgramFile): readonly Registration[];
  /** Calls of a `listen` method, or making calls that bind, with the app that they bind. */
  bindingsIn(file: ProgramFile): readonly { readonly app: WebApp; readonly call: Ref }[];
}

const MAX_HOPS = 12;

export function createWebApps({ program, catalogue }: ModelContext): WebApps {
  const apps = new Map<Ref, WebApp | undefined>();
  const methods = methodNames(catalogue.frameworks.flatMap(({ webServers }) => webServers ?? []));
  const mentions = mentionOf(catalogue.frameworks.filter(({ webServers }) => webServers !== undefined));
  const starts = startOf(catalogue.frameworks.flatMap(({ webServers }) => webServers ?? []));
  const perFile = new Map<ProgramFile, FileApps>();

  function isOfFramework(file: ProgramFile, value: CallValue): boolean {
    const callee = program.origins(program.ref(file, value.callee));
    return catalogue.match('webServers', file, callee).length > 0;
  }

  function appAt(value: Ref, hops = 0): WebApp | undefined {
    if (apps.has(value)) return apps.get(value);
    apps.set(value, undefined);
    let found: WebApp | undefined;
    for (const origin of program.origins(value)) {
      const app = origin.kind === 'api' ? appOfApi(origin, value, hops) : undefined;
      // One that was made in the program says more than a parameter's type.
      if (app !== undefined && (found === undefined || found.foreign)) found = app;
    }
    apps.set(value, found);
    return found;
  }

  function appOfApi(origin: Origin & { readonly kind: 'api' }, value: Ref, hops: number): WebApp | undefined {
    for (let end = 1; end < origin.path.length; end++) {
      const made = origin.path[end];
      if (made !== 'ReturnValue' && made !== 'Instance') continue;
      const prefix: Origin = { ...origin, path: origin.path.slice(0, end) };
      const [match] = catalogue.match('webServers', program.fileOf(value), [prefix]);
      if (match === undefined) continue;
      if (end === origin.path.length - 1) {
        const foreign = program.value(origin.at).kind !== 'call';
        return { id: origin.at, row: match.row, framework: match.ref, foreign };
      }
      // `app.get(…).post(…)`, `app.route('/x')`, `app.fetch`: the app itself.
      const inner = hops < MAX_HOPS ? objectBehind(program, origin.at) : undefined;
      return inner === undefined ? undefined : appAt(inner, hops + 1);
    }
    return undefined;
  }

  interface FileApps {
    readonly registrations: readonly Registration[];
    readonly bindings: readonly { readonly app: WebApp; readonly call: Ref }[];
  }

  function look(file: ProgramFile): FileApps {
    let known = perFile.get(file);
    if (known !== undefined) return known;
    const registrations: Registration[] = [];
    const bindings: { app: WebApp; call: Ref }[] = [];
    known = { registrations, bindings };
    perFile.set(file, known);
    const python = file.facts.language === 'python';
    const makes = mentions(file.text, python);
    if (!makes && !/\.\w+\(\s*['"`][/*]/.test(file.text) && !(python && starts.test(file.text))) return known;
    const around: WebApp[] = [];
    for (const [index, value] of file.facts.values.entries()) {
      if (value.kind !== 'call') continue;
      const call = program.ref(file, index);
      const owner = around.length === 0 ? undefined : madeAround(program, file, around, call);
      if (owner !== undefined) registrations.push(...insideOf(owner, call, file, value));
      const callee = file.facts.values[value.callee];
      if (callee?.kind === 'member' && methods.has(callee.key) && (python || !isLookup(file, value))) {
        const app = appAt(program.ref(file, callee.object));
        if (app !== undefined) {
          const registration = python
            ? pythonRegistration(program, app, call, value, callee.key, appAt)
            : registrationOf(app, call, value, callee.key);
          if (registration !== undefined) registrations.push(registration);
          if (app.row.listen?.method === callee.key) bindings.push({ app, call });
          continue;
        }
      }
      const made = makes ? madeAt(call, file, value) : undefined;
      if (made === undefined) {
        if (python && makes) registrations.push(...handedOver(call, file, value));
        continue;
      }
      if (made.row.handler !== undefined) {
        const handled = handlersOf(call, made.row.handler);
        if (handled.length > 0) registrations.push(served(made, call, handled));
      }
      if (made.row.children !== undefined) {
        const taken = follow(program, call, made.row.children).values.map(({ ref }) => ref);
        if (taken.length > 0) registrations.push({ ...served(made, call, taken), kind: 'mount' });
      }
      if (made.row.inside !== undefined) around.push(made);
      else if (owner !== undefined && owner.row.module === made.row.module)
        registrations.push({ ...served(owner, call, [call]), kind: 'mount' });
      if (made.row.listen !== undefined && made.row.listen.method === undefined) bindings.push({ app: made, call });
    }
    return known;
  }

  /** `button.click(answer, inputs, outputs)` */
  function insideOf(app: WebApp, call: Ref, file: ProgramFile, value: CallValue): readonly Registration[] {
    const { inside } = app.row;
    const callee = file.facts.values[value.callee];
    if (inside === undefined || callee?.kind !== 'member' || !inside.methods.includes(callee.key)) return [];
    if (!isOfPackage(program, program.ref(file, callee.object), app)) return [];
    const values = handlersOf(call, inside.handler);
    return values.length === 0 ? [] : [{ ...served(app, call, values), kind: 'route' }];
  }

  function madeAt(call: Ref, file: ProgramFile, value: CallValue): WebApp | undefined {
    const callee = program
      .origins(program.ref(file, value.callee))
      .filter((origin) => origin.kind === 'api' && catalogue.knowsModule(origin.module));
    if (callee.length === 0) return undefined;
    const [match] = catalogue.match('webServers', file, callee);
    return match === undefined ? undefined : { id: call, row: match.row, framework: match.ref, foreign: false };
  }

  function handlersOf(call: Ref, path: string): readonly Ref[] {
    const any = find(program, call, path, 'function').value ?? find(program, call, path).value;
    if (any === undefined) return [];
    // `uvicorn.run('main:app')`
    const [, module, name] = /^([\w.]+):(\w+)$/.exec(textOf(program, any.ref) ?? '') ?? [];
    if (module === undefined || name === undefined) return [any.ref];
    const own = module.split('.').at(-1) === fileName(program.fileOf(call).path);
    const named = own
      ? program.exported(program.fileOf(call).path, name, call)
      : program.imported(call, module, name).refs;
    return named.flatMap((ref) => [ref, ...madeBy(ref)]);
  }

  /** The apps that a factory gives: `uvicorn.run('main:create_app', factory=True)`. */
  function madeBy(factory: Ref): readonly Ref[] {
    const made = follow(program, factory, 'ReturnValue').values.map(({ ref }) => ref);
    return made.filter((ref) => appAt(ref) !== undefined);
  }

  /** In Python an app is handed to what is put around it: `Talisman(app)`. */
  function handedOver(call: Ref, file: ProgramFile, value: CallValue): readonly Registration[] {
    if (program.callees(call).length > 0 || isOfFramework(file, value)) return [];
    for (const argument of value.arguments) {
      if (!['call', 'phi', 'cell', 'import'].includes(file.facts.values[argument.value]?.kind ?? '')) continue;
      const app = appAt(program.ref(file, argument.value));
      if (app === undefined || app.id === call) continue;
      return [{ kind: 'middleware', app, call, method: '', path: undefined, pathKnown: true, values: [call] }];
    }
    return [];
  }

  function registrationOf(app: WebApp, call: Ref, value: CallValue, method: string): Registration | undefined {
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
    const refs = value.arguments.map((argument) => program.ref(file, argument.value));
    const [first, ...rest] = refs;
    if (first === undefined) return undefined;
    const text = textOf(program, first);
    if (row.events !== undefined && kind === 'route') {
      return text !== undefined && row.events.includes(text)
        ? { kind, app, call, method, path: undefined, pathKnown: true, values: rest }
        : undefined;
    }
    // `addHook('preHandler', …)` names no path.
    if (kind === 'middleware' && text !== undefined && !/^(?:[/*]|$)/.test(text)) {
      return { kind, app, call, method, path: undefined, pathKnown: true, values: rest };
    }
    const hasPath = isPath(program, first);
    if (hasPath) return { kind, app, call, method, path: text, pathKnown: text !== undefined, values: rest };
    // `app.route('/x').post(handler)` names the path on the way.
    return { kind, app, call, method, path: undefined, pathKnown: kind !== 'route', values: refs };
  }

  return {
    appAt,
    registrationsIn: (file) => look(file).registrations,
    bindingsIn: (file) => look(file).bindings,
  };
}

function served(app: WebApp, call: Ref, values: readonly Ref[]): Registration {
  return { kind: 'serve', app, call, method: '', path: undefined, pathKnown: true, values };
}

/** `src/main.py` → `main`. */
function fileName(path: string): string | undefined {
  return /([^/]+)\.\w+$/.exec(path)?.[1];
}

function methodNames(rows: readonly WebServerRow[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ routes, middleware, mounts, listen }) => [
      ...(routes ?? []),
      ...(middleware ?? []),
      ...(mounts ?? []),
      ...(listen?.method === undefined ? [] : [listen.method]),
    ]),
  );
}

/** `app.run(…)`, where the app was made in another file. */
function startOf(rows: readonly WebServerRow[]): RegExp {
  const names = new Set(rows.flatMap(({ listen }) => listen?.method ?? []));
  return new RegExp(`\\.(?:${[...names].join('|')})\\(`);
}

/** Whether a text names a module of the frameworks, or a global that makes servers. */
function mentionOf(all: readonly Framework[]): (text: string, python: boolean) => boolean {
  const ofPython = all
    .filter(({ language }) => language === 'python')
    .flatMap(({ modules }) => modules.map((module) => module.split('.')[0] ?? module));
  const imported = new RegExp(
    `^[ \\t]*(?:from|import)[ \\t]+(?:[\\w.]+,[ \\t]*)*(?:${[...new Set(ofPython)].join('|')})\\b`,
    'm',
  );
  const frameworks = all.filter(({ language }) => language !== 'python');
  const modules = frameworks.flatMap((framework) => framework.modules.filter((module) => module !== 'global'));
  const globals = frameworks
    .filter((framework) => framework.modules.includes('global'))
    .flatMap((framework) => framework.webServers ?? [])
    .map(({ call }) => call.replaceAll(/Member\[(\w+)\]/g, '$1'));
  const specifiers = modules.map((module) => module.replace(/\/\*$/, ''));
  return (text, python) =>
    python
      ? imported.test(text)
      : globals.some((name) => text.includes(name)) ||
        specifiers.some(
          (name) => text.includes(`'${name}'`) || text.includes(`"${name}"`) || text.includes(`:${name}`),
        );
}

/** `map.get('key')`: a text that is no path. */
function isLookup({ facts }: ProgramFile, { arguments: [first] }: CallValue): boolean {
  const value = first === undefined ? undefined : facts.values[first.value];
  const events = /^(?:connection|on[A-Z]\w*|pre[A-Z]\w*)$/;
  return (
    value?.kind === 'literal' &&
    typeof value.value === 'string' &&
    !/^[/*]/.test(value.value) &&
    value.value !== '' &&
    !events.test(value.value)
  );
}

/** A path, or a list of them: text, a pattern, a template with unknown parts. */
function isPath(program: Program, ref: Ref): boolean {
  const origins = program.origins(ref);
  return (
    origins.length > 0 &&
    origins.every((origin) => {
      const value = program.value(origin.at);
      if (value.kind === 'literal') return typeof value.value === 'string';
      if (value.kind === 'array') {
        const [item] = value.items;
        return (
          item !== undefined && 'value' in item && isPath(program, program.ref(program.fileOf(origin.at), item.value))
        );
      }
      if (value.kind === 'template' || value.kind === 'regex') return true;
      return origin.kind === 'api' && origin.module === 'global' && memberName(origin.path[0]) === 'process';
    })
  );
}

/** The object that a member is read from, or that a method is called on. */
function objectBehind(program: Program, at: Ref): Ref | undefined {
  const file = program.fileOf(at);
  let value = program.value(at);
  if (value.kind === 'call') value = program.value(program.ref(file, value.callee));
  return value.kind === 'member' ? program.ref(file, value.object) : undefined;
}
