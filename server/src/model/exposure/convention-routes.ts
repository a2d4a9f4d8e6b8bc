import picomatch from 'picomatch';
import type { FrameworkRef, Route, Span } from '@leashlint/rules';
import type { ProgramFile, Ref } from '../../program/program.js';
import { memberName, parsePath } from '../catalogue/access-path.js';
import type { Convention } from '../catalogue/catalogue-rows.js';
import type { ModelContext } from '../entries.js';
import { followTokens } from '../catalogue/relative.js';
import { holdsFor } from '../catalogue/version-range.js';

/** A function that a framework finds by file, export, directive or decorator. */
export interface ConventionRoute {
  readonly framework: FrameworkRef;
  readonly transport: Route['transport'];
  readonly label: string;
  readonly span: Span;
  readonly file: ProgramFile;
  readonly value: Ref;
  /** Decorators of a method and its class that may hold guards. */
  readonly decorators: readonly Ref[];
  /** Path under which the file answers, where the framework derives it from the file; else undefined. */
  readonly path: string | undefined;
}

const METHOD = /^(?:GET|POST|PUT|PATCH|DELETE|ALL)$/;
/** Exports that render a page or run before routes answer nothing by themselves. */
const NO_ENTRY: ReadonlySet<string> = new Set(['middleware', 'proxy', 'HEAD', 'OPTIONS']);

export function conventionRoutes({ program, catalogue }: ModelContext, file: ProgramFile): readonly ConventionRoute[] {
  const found = new Map<Ref, ConventionRoute>();
  for (const convention of catalogue.conventions) {
    const { framework, row } = convention;
    // What stands before functions that a platform or a table of addresses calls is not in the code.
    if (
      framework.language === 'python' ||
      row.kind !== 'request' ||
      (row.file !== undefined && !matches(row.file, file.path))
    )
      continue;
    if (/(?:^|\/)(?:page|\+page\.server|middleware|proxy)\./.test(row.file ?? '')) continue;
    const module = framework.modules[0];
    const version = module === undefined ? undefined : program.version(file, module);
    if (row.versions !== undefined && module !== undefined && !holdsFor(row.versions, version, framework, module))
      continue;
    const ref: FrameworkRef = { id: framework.id, title: framework.title, package: module ?? framework.id, version };
    for (const entry of entriesOf({ program, catalogue }, file, convention)) {
      if (found.has(entry.value)) continue;
      found.set(entry.value, { ...entry, framework: ref, file });
    }
  }
  return [...found.values()];
}

type Entry = Omit<ConventionRoute, 'framework' | 'file'>;

function entriesOf(context: ModelContext, file: ProgramFile, { framework, row }: Convention): readonly Entry[] {
  const { program } = context;
  if (row.decorator !== undefined) return decorated(context, file, framework.modules, row.decorator);
  if (row.directive !== undefined) return serverActions(context, file, row.directive);
  return (row.exports ?? []).flatMap((name): readonly Entry[] => {
    if (NO_ENTRY.has(name) || name.includes('*')) return [];
    const [exported = name, ...members] = name.split('.');
    if (!file.facts.exports.some((entry) => entry.name === exported || (exported === 'default' && entry.name === '=')))
      return [];
    const tokens = members.map((member) => ({ kind: 'Member', names: [member] }) as const);
    return program
      .exported(file.path, exported, program.ref(file, 0))
      .flatMap((value) => followTokens(program, value, tokens).values)
      .map(({ ref }): Entry => {
        const path = routePath(file.path);
        const label = METHOD.test(name) ? `${name} ${path ?? file.path}` : (path ?? file.path);
        return {
          transport: 'http',
          label,
          span: exportSpan(context, file, exported, ref),
          value: ref,
          decorators: [],
          path,
        };
      });
  });
}

function serverActions({ program }: ModelContext, file: ProgramFile, directive: string): readonly Entry[] {
  const whole = file.facts.directives.includes(directive);
  return file.facts.functions.flatMap((fn, id): readonly Entry[] => {
    const exported =
      whole &&
      file.facts.exports.some((entry) => {
        const value = 'value' in entry ? file.facts.values[entry.value] : undefined;
        return value?.kind === 'function' && value.function === id;
      });
    if (id === 0 || (!exported && !fn.directives.includes(directive))) return [];
    const value = file.facts.values.findIndex((one) => one.kind === 'function' && one.function === id);
    if (value < 0) return [];
    return [
      {
        transport: 'action',
        label: `server action${fn.name === undefined ? '' : ` \`${fn.name}\``}`,
        span: program.spanOfRange(file, fn.nameRange ?? fn.range),
        value: program.ref(file, value),
        decorators: [],
        path: undefined,
      },
    ];
  });
}

function decorated(
  { program }: ModelContext,
  file: ProgramFile,
  modules: readonly string[],
  decorator: string,
): readonly Entry[] {
  const names = new Set(parsePath(decorator).flatMap((token) => (token.kind === 'Member' ? token.names : [])));
  return file.facts.functions.flatMap((fn, id): readonly Entry[] => {
    if (fn.decorators.length === 0) return [];
    const refs = fn.decorators.map((value) => program.ref(file, value));
    const method = refs.flatMap((ref) => decoratorName(program, ref, modules) ?? []).find((name) => names.has(name));
    if (method === undefined) return [];
    const value = file.facts.values.findIndex((one) => one.kind === 'function' && one.function === id);
    if (value < 0) return [];
    const owner = fn.class === undefined ? undefined : file.facts.classes[fn.class];
    return [
      {
        transport: 'http',
        label: `${method.toUpperCase()} ${owner?.name ?? file.path}.${fn.name ?? ''}`,
        span: program.spanOfRange(file, fn.nameRange ?? fn.range),
        value: program.ref(file, value),
        decorators: [...refs, ...(owner?.decorators ?? []).map((one) => program.ref(file, one))],
        path: undefined,
      },
    ];
  });
}

function decoratorName(program: ModelContext['program'], ref: Ref, modules: readonly string[]): string | undefined {
  const value = program.value(ref);
  const callee = value.kind === 'call' ? program.ref(program.fileOf(ref), value.callee) : ref;
  for (const origin of program.origins(callee)) {
    if (origin.kind === 'api' && modules.includes(origin.module)) return memberName(origin.path.at(-1));
  }
  return undefined;
}

/** `src/app/(chat)/api/chat/route.ts` answers under `/api/chat`, `pages/api/chat.ts` too. */
export function routePath(file: string): string | undefined {
  const app = /(?:^|\/)app\/(?:(.*)\/)?route\.[cm]?[jt]sx?$/.exec(file);
  const pages = /(?:^|\/)pages\/(.*?)(?:\/index)?\.[cm]?[jt]sx?$/.exec(file);
  const server = /(?:^|\/)routes\/(?:(.*)\/)?\+server\.[jt]s$/.exec(file);
  const parts = (app?.[1] ?? pages?.[1] ?? server?.[1] ?? '').split('/').filter((part) => part !== '');
  if (app === null && pages === null && server === null) return undefined;
  return `/${parts.filter((part) => !/^\(.*\)$|^@/.test(part)).join('/')}`;
}

/** The name in `export async function POST`, `export const POST =` or `export default`. */
function exportSpan({ program }: ModelContext, file: ProgramFile, name: string, value: Ref): Span {
  const found = new RegExp(`\\bexport\\b[^;{=(\\n]*?\\b${name}\\b|[{,]\\s*(?:\\w+\\s+as\\s+)?${name}\\b`).exec(
    file.text,
  );
  if (found === null) return program.span(value);
  const end = found.index + found[0].length;
  return { file: file.path, start: end - name.length, end };
}

const matchers = new Map<string, (path: string) => boolean>();

function matches(glob: string, path: string): boolean {
  let match = matchers.get(glob);
  if (match === undefined) matchers.set(glob, (match = picomatch(glob, { dot: true })));
  return match(path);
}
