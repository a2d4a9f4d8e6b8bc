import type { Authentication, ListenRow, Reached, Route } from '@leashlint/rules';
import type { FunctionRef, ProgramFile, Ref } from '../../program/program.js';
import { reachedEffects } from '../effects/effects.js';
import type { ModelContext } from '../entries.js';
import { reachOf } from '../effects/reach.js';
import { follow } from '../catalogue/relative.js';
import { calleeName } from '../catalogue/sites.js';
import { listenerAt } from './listening.js';
import type { Transports } from './mcp-transports.js';
import { nextMiddleware } from './next-middleware.js';
import type { RequestChecks } from './request-checks.js';
import { createReach, type Hit, type Target } from './request-reach.js';
import { optionValues } from './python-registrations.js';
import { mountsIn, routeDrafts, type RouteDraft } from './route-drafts.js';
import { OPEN, together, UNSEEN, type Verdict } from './verdict.js';
import type { Registration, WebApp, WebApps } from './web-apps.js';

/** A route with what the builder knows beyond the model. */
export interface RouteEntry {
  readonly route: Route;
  readonly hits: readonly Hit[];
  readonly host: Verdict['host'];
}

export interface RouteParts {
  readonly apps: WebApps;
  readonly checks: RequestChecks;
  readonly transports: Transports;
  readonly targetsOf: (call: Ref) => readonly Target[];
}

const MAX_MOUNTS = 6;

/** Routes of the files that reach something of consequence, with what stands before them. */
export function routesOf(
  context: ModelContext,
  parts: RouteParts,
  files: readonly ProgramFile[],
): readonly RouteEntry[] {
  const { program } = context;
  const { apps, checks, transports } = parts;
  const reach = createReach(program, parts.targetsOf);
  const mounts = mountsIn(context, apps, files);
  const registrations = files.flatMap((file) => apps.registrationsIn(file));
  const bindings = files.flatMap((file) => apps.bindingsIn(file));

  function routeOf(draft: RouteDraft): RouteEntry | undefined {
    const hits = draft.parts.flatMap((part) => [...handlerHits(part.values), ...reach(part.functions)]);
    const chain = draft.registration === undefined ? [] : appsAbove(draft.registration.app);
    const later = laterCheck(draft);
    const found = hits.length > 0 || later === undefined ? hits : effects(draft);
    if (found.length === 0) return undefined;
    const [main] = found.toSorted(
      (left, right) => IMPORTANCE.indexOf(left.target.kind) - IMPORTANCE.indexOf(right.target.kind),
    );
    const bound = chain.flatMap((app) => bindingsOf(app));
    const listeners = bound.map(({ call, listen }) => listenerAt(context, call, listen));
    const verdict = together([
      ...guards(draft, found),
      ...before(draft),
      ...platform(draft),
      ...bound.flatMap(({ call, listen }) => asksAtListening(call, listen.authentication)),
      main === undefined || main.chain.length === 0 ? OPEN : checks.onWay(main.chain),
    ]);
    const authentication: Authentication = { state: verdict.state, evidence: verdict.evidence.slice(0, 5), later };
    return {
      hits: found,
      host: chain.some((app) => checksHost(app)) ? 'yes' : verdict.host,
      route: {
        framework: draft.framework,
        transport: draft.transport,
        label: draft.label,
        span: draft.span,
        reaches: found.map(({ target, path }): Reached => ({
          kind: target.kind,
          label: target.label,
          span: target.span,
          path,
          modelCall: target.modelCall,
          effect: target.effect,
        })),
        authentication,
        listeners,
        hosted: draft.registration === undefined,
        unbound: draft.file.facts.language === 'python' && !listeners.some(({ where }) => where === 'all'),
        maxDuration: maxDuration(draft.file),
        rateLimited: verdict.limit,
      },
    };
  }

  /** `export const maxDuration = 30`. */
  function maxDuration(file: ProgramFile): Route['maxDuration'] {
    const entry = file.facts.exports.find(({ name }) => name === 'maxDuration');
    return entry !== undefined && 'value' in entry ? program.span(program.ref(file, entry.value)) : undefined;
  }

  /** A handler that a package makes is reached without a call: the address is its own. */
  function handlerHits(values: readonly Ref[]): readonly Hit[] {
    return values.flatMap((value): readonly Hit[] => {
      const transport = transports.handler(value);
      if (transport === undefined) return [];
      const { name, ref } = transport;
      const target: Target = {
        kind: 'mcp',
        label: name,
        span: program.span(ref),
        at: ref,
        modelCall: undefined,
        effect: undefined,
      };
      return [{ target, path: [], chain: [] }];
    });
  }

  /** What the route's own functions do, for routes that stand before the check of their server. */
  function effects(draft: RouteDraft): readonly Hit[] {
    const handlers = draft.parts.at(-1)?.functions ?? [];
    const visits = reachOf(program, { handlers, dispatch: false, tool: { name: undefined } });
    return reachedEffects(program, context.catalogue, visits).map(({ effect, call, visit }): Hit => {
      const { callee: label, path, span } = effect;
      const chain = [...visit.by, call].map((at) => ({ fn: program.functionOf(at), call: at }));
      return { target: { kind: 'effect', label, span, at: call, modelCall: undefined, effect }, path, chain };
    });
  }

  /** Values of the route that do not lead to what it reaches, and wrappers around those that do. */
  function guards(draft: RouteDraft, found: readonly Hit[]): readonly Verdict[] {
    const reaching = new Set<FunctionRef>(found.flatMap(({ chain }) => chain.slice(0, 1).map(({ fn }) => fn)));
    return [
      ...draft.parts.flatMap((part) => {
        const leads = part.functions.some((fn) => reaching.has(fn)) || handlerHits(part.values).length > 0;
        const inner = new Set(part.functions);
        if (!leads) return [checks.ofValue(part.value)];
        return part.wrappers
          .filter((wrapper) => transports.handler(wrapper) === undefined)
          .map((wrapper) => checks.ofValue(wrapper, inner));
      }),
      ...(draft.registration?.checks ?? []).map((check) =>
        checks.ofValue(check, new Set(draft.parts.flatMap(({ functions }) => functions))),
      ),
      ...draft.decorators.map((decorator) => decoratorVerdict(decorator)),
    ];
  }

  function decoratorVerdict(decorator: Ref): Verdict {
    const value = program.value(decorator);
    const callee = value.kind === 'call' ? program.ref(program.fileOf(decorator), value.callee) : decorator;
    const plain = program
      .origins(callee)
      .every(
        (origin) =>
          origin.kind === 'api' &&
          origin.module === '@nestjs/common' &&
          !/UseGuards|applyDecorators|SetMetadata/.test(origin.path.join('.')),
      );
    return plain ? OPEN : UNSEEN;
  }

  /** What the app, and the apps that it is put into, run before the route. */
  function before(draft: RouteDraft): readonly Verdict[] {
    const { registration } = draft;
    if (registration === undefined) return [];
    return beforeCall(registration.app, registration, registration.path ?? '', registration.pathKnown, 0);
  }

  function beforeCall(app: WebApp, at: Registration, path: string, known: boolean, depth: number): readonly Verdict[] {
    const own = registrations
      .filter(
        (other) =>
          other.app.id === app.id &&
          other !== at &&
          other.kind === 'middleware' &&
          runsFor(app, other, at, path, known),
      )
      .flatMap((other) =>
        other.values
          .filter((value) => apps.appAt(value) === undefined)
          .map((value) => conditional(other, other.gate === true ? ofGate(value) : checks.ofValue(value))),
      );
    const check = app.row.check === undefined ? [] : follow(program, app.id, app.row.check).values.map(() => UNSEEN);
    const given = optionValues(program, app.id, app.row.before ?? []).map((value) => checks.ofValue(value));
    const above = mounts.get(app.id) ?? [];
    const outer =
      depth >= MAX_MOUNTS
        ? [UNSEEN]
        : above.flatMap(({ parent, by }) => [
            ...(by.kind === 'middleware' ? by.values.filter((value) => apps.appAt(value) === undefined) : []).map(
              (value) => checks.ofValue(value),
            ),
            ...(by.checks ?? []).map((value) => checks.ofValue(value)),
            ...beforeCall(parent, by, `${by.path ?? ''}${path}`, known && by.pathKnown, depth + 1),
          ]);
    // An app that comes from elsewhere has been given we do not know what.
    const foreign = (app.foreign || app.row.part === true) && above.length === 0 ? [UNSEEN] : [];
    return [...own, ...check, ...given, ...outer, ...foreign];
  }

  /** The handler of a connection refuses it with a false result, or by ending it. */
  function ofGate(value: Ref): Verdict {
    const mayRefuse = program.functions(value).some((fn) => {
      const { calls, returns } = program.function(fn);
      const file = program.fileOfFunction(fn);
      return (
        returns.some((one) => one.value >= 0 && program.literals(program.ref(file, one.value))?.includes(false)) ||
        calls.some((id) => /(?:^|\.)(?:disconnect|close)$/.test(calleeName(program, program.ref(file, id))))
      );
    });
    return mayRefuse ? UNSEEN : checks.ofValue(value);
  }

  /** Middleware that is registered on a condition may not be there. */
  function conditional(registration: Registration, verdict: Verdict): Verdict {
    const value = program.value(registration.call);
    const owner = program.function(program.functionOf(registration.call));
    const plain = value.kind !== 'call' || value.condition === owner.condition || !dependsOnTest(registration.call);
    return plain || verdict.state !== 'yes' ? verdict : { ...verdict, state: 'optional' };
  }

  function dependsOnTest(call: Ref): boolean {
    const file = program.fileOf(call);
    const value = program.value(call);
    if (value.kind !== 'call') return false;
    const owner = program.function(program.functionOf(call));
    for (let id = value.condition; id >= 0 && id !== owner.condition;) {
      const condition = file.facts.conditions[id];
      if (condition === undefined) return false;
      if ('test' in condition) return true;
      id = condition.parent;
    }
    return false;
  }

  /** A check that the same app registers after the route. */
  function laterCheck(draft: RouteDraft): Route['authentication']['later'] {
    const { registration } = draft;
    if (registration === undefined || registration.kind !== 'route' || registration.app.row.anyOrder === true)
      return undefined;
    const late = registrations.find(
      (other) =>
        other.app.id === registration.app.id &&
        other.kind === 'middleware' &&
        other.path === undefined &&
        other.pathKnown &&
        !precedes(other, registration) &&
        other.values.some(
          (value) => apps.appAt(value) === undefined && /^(?:yes|optional)$/.test(checks.ofValue(value).state),
        ),
    );
    return late === undefined ? undefined : program.span(late.call);
  }

  function runsFor(app: WebApp, middleware: Registration, at: Registration, path: string, known: boolean): boolean {
    if (app.row.anyOrder !== true && !precedes(middleware, at)) return false;
    if (!middleware.pathKnown || !known || middleware.path === undefined) return true;
    const prefix = middleware.path.replace(/\/?\*.*$/, '');
    return prefix.includes(':') || path === '' || `${path}/`.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
  }

  /** Registered first, or in another function, where the order is not seen. */
  function precedes(first: Registration, second: Registration): boolean {
    if (program.functionOf(first.call) !== program.functionOf(second.call)) return true;
    return program.value(first.call).range[1] < program.value(second.call).range[1];
  }

  function platform(draft: RouteDraft): readonly Verdict[] {
    if (draft.framework.id === 'nestjs') return nestVerdict(draft);
    if (draft.registration !== undefined) return [];
    const isNext = draft.framework.id === 'next';
    return isNext ? [nextMiddleware(context, checks, draft.file, draft.path)] : hooksOf(draft);
  }

  /** Global guards stand in files that nothing of the route leads to. */
  function nestVerdict(draft: RouteDraft): readonly Verdict[] {
    const folder = program.packageFolder(draft.file.path);
    const inPackage = (name: string): ProgramFile | undefined =>
      program.load(folder === '' ? `src/${name}` : `${folder}/src/${name}`);
    const roots = ['main.ts', 'app.module.ts'].map(inPackage);
    if (roots.includes(undefined)) return [UNSEEN];
    return roots.some(
      (file) => file !== undefined && /useGlobalGuards|APP_GUARD|\.use\(|MiddlewareConsumer/.test(file.text),
    )
      ? [UNSEEN]
      : [];
  }

  /** `hooks.server.ts` of SvelteKit and middleware of Astro and Nuxt run before every route. */
  function hooksOf(draft: RouteDraft): readonly Verdict[] {
    if (draft.framework.id !== 'route-conventions') return [];
    const folder = program.packageFolder(draft.file.path);
    const names = [
      'src/hooks.server.ts',
      'src/hooks.server.js',
      'src/middleware.ts',
      'src/middleware.js',
      'src/middleware/index.ts',
      'functions/_middleware.ts',
      'functions/_middleware.js',
    ];
    return names.some((name) => program.load(folder === '' ? name : `${folder}/${name}`) !== undefined) ? [UNSEEN] : [];
  }

  /** The app itself and every app that it is put into. */
  function appsAbove(app: WebApp, depth = 0): readonly WebApp[] {
    if (depth >= MAX_MOUNTS) return [app];
    return [app, ...(mounts.get(app.id) ?? []).flatMap(({ parent }) => appsAbove(parent, depth + 1))];
  }

  function bindingsOf(app: WebApp): readonly { readonly call: Ref; readonly listen: ListenRow }[] {
    const { listen } = app.row;
    return listen === undefined
      ? []
      : bindings.filter((binding) => binding.app.id === app.id).map(({ call }) => ({ call, listen }));
  }

  /** `launch(auth=('user', 'password'))` */
  function asksAtListening(call: Ref, option: ListenRow['authentication']): readonly Verdict[] {
    if (option === undefined) return [];
    const { values, open } = follow(program, call, option);
    return open || values.some(({ ref }) => program.literals(ref)?.every((one) => one === null) !== true)
      ? [UNSEEN]
      : [];
  }

  function checksHost({ id, row }: WebApp): boolean {
    if (row.hostCheck === undefined || program.value(id).kind !== 'call') return false;
    const { unless, values } = row.hostCheck;
    const found = follow(program, id, unless).values;
    return !found.some(
      ({ ref }) => program.literals(ref)?.some((literal) => values.includes(String(literal))) !== false,
    );
  }

  return files.flatMap((file) => routeDrafts(context, apps, file).flatMap((draft) => routeOf(draft) ?? []));
}

const IMPORTANCE: readonly Target['kind'][] = ['mcp', 'agent', 'approval', 'model-call', 'privilege', 'effect'];
