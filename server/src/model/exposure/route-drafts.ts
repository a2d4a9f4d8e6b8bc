import type { FrameworkRef, Route, Span } from '@leashlint/rules';
import type { FunctionRef, ProgramFile, Ref } from '../../program/program.js';
import type { ModelContext } from '../entries.js';
import { conventionRoutes } from './convention-routes.js';
import { handled } from './handlers.js';
import type { Registration, WebApp, WebApps } from './web-apps.js';

/** A request handler before it is known what it reaches and who may call it. */
export interface RouteDraft {
  readonly framework: FrameworkRef;
  readonly transport: Route['transport'];
  readonly label: string;
  readonly span: Span;
  readonly file: ProgramFile;
  /** What a request may run, in order; the ones that reach nothing are guards. */
  readonly parts: readonly RoutePart[];
  readonly registration: Registration | undefined;
  /** Path that the framework derives from the file. */
  readonly path: string | undefined;
  readonly decorators: readonly Ref[];
}

export interface RoutePart {
  readonly value: Ref;
  readonly functions: readonly FunctionRef[];
  readonly wrappers: readonly Ref[];
  /** The value and what its wrappers get: one of them may be a handler that a package makes. */
  readonly values: readonly Ref[];
}

export function routeDrafts(context: ModelContext, apps: WebApps, file: ProgramFile): readonly RouteDraft[] {
  const conventions = conventionRoutes(context, file).map((route): RouteDraft => ({
    ...route,
    parts: [partOf(context, route.value)],
    registration: undefined,
  }));
  const registered = apps
    .registrationsIn(file)
    .flatMap((registration) => registeredRoute(context, apps, registration) ?? []);
  return [...conventions, ...registered];
}

function partOf({ program }: ModelContext, value: Ref): RoutePart {
  const { functions, wrappers, values } = handled(program, value);
  return { value, functions, wrappers, values };
}

/** Options of a route that hold functions; `handler` answers, the others run before. */
const HOOKS = [
  'onRequest',
  'preParsing',
  'preValidation',
  'preHandler',
  'beforeHandle',
  'onBeforeHandle',
  'middleware',
  'handler',
];

function registeredRoute(context: ModelContext, apps: WebApps, registration: Registration): RouteDraft | undefined {
  const { program } = context;
  const { app, call, method, path } = registration;
  const parts = registration.values
    .flatMap((value) => flatten(context, value))
    .filter(({ value }) => value === registration.call || apps.appAt(value) === undefined);
  if (parts.length === 0 || registration.kind === 'mount') return undefined;
  const file = program.fileOf(call);
  const facts = program.value(call);
  const span = facts.kind === 'call' ? program.spanOfRange(file, facts.calleeRange) : program.span(call);
  const verb = /^(?:get|post|put|patch|delete|options|head|all)$/.test(method) ? method.toUpperCase() : '';
  const name = [verb, path ?? ''].filter((part) => part !== '').join(' ');
  return {
    framework: app.framework,
    transport: app.row.websocket === true ? 'websocket' : 'http',
    label: name === '' ? `${app.framework.title} handler` : name,
    span,
    file,
    parts,
    registration,
    path: undefined,
    decorators: [],
  };
}

/** Lists are taken apart, and objects of options by their hooks. */
function flatten(context: ModelContext, value: Ref, depth = 0): readonly RoutePart[] {
  const { program } = context;
  const origins = program.origins(value);
  const [origin] = origins;
  const facts = origins.length === 1 && origin?.kind === 'value' ? program.value(origin.at) : undefined;
  if (facts?.kind === 'literal' || facts?.kind === 'template') return [];
  if (origin !== undefined && facts?.kind === 'array' && depth < 3) {
    const file = program.fileOf(origin.at);
    return facts.items.flatMap((item) =>
      flatten(context, program.ref(file, 'value' in item ? item.value : item.spread), depth + 1),
    );
  }
  if (origin !== undefined && facts?.kind === 'object' && depth < 3) {
    return HOOKS.flatMap((name) =>
      program.property(origin.at, name).values.flatMap((hook) => flatten(context, hook, depth + 1)),
    );
  }
  return [partOf(context, value)];
}

/** Apps by the app that they are put into, with the call that does so. */
export function mountsIn(
  { program }: ModelContext,
  apps: WebApps,
  files: readonly ProgramFile[],
): ReadonlyMap<Ref, readonly { readonly parent: WebApp; readonly by: Registration }[]> {
  const mounts = new Map<Ref, { parent: WebApp; by: Registration }[]>();
  const add = (child: Ref, by: Registration): void => {
    if (child === by.app.id) return;
    const list = mounts.get(child) ?? [];
    mounts.set(child, [...list, { parent: by.app, by }]);
  };
  for (const by of files.flatMap((file) => apps.registrationsIn(file))) {
    for (const value of by.values) {
      const child = apps.appAt(value);
      if (child !== undefined) add(child.id, by);
      else if (by.kind === 'mount') {
        // A plugin function gets an app of its own as its first parameter.
        for (const fn of program.functions(value)) {
          const parameter = program.function(fn).parameters[0];
          if (parameter !== undefined) add(program.ref(program.fileOfFunction(fn), parameter.value), by);
        }
      }
    }
  }
  return mounts;
}
