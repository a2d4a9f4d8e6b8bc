import type { TokenForward } from '@leashlint/rules';
import type { CallValue } from '../../facts.js';
import type { FunctionRef, Program, ProgramFile, Ref } from '../../program/program.js';
import { createSolver } from '../../taint/create-solver.js';
import type { Semantics, SourceMark } from '../../taint/semantics.js';
import type { ModelContext, ToolEntry } from '../entries.js';
import { follow } from '../catalogue/relative.js';
import { siteSpan } from '../catalogue/row-values.js';
import { calleeName } from '../catalogue/sites.js';
import { isRequestObject, tokenRead } from './python-tokens.js';
import type { RouteEntry } from './routes.js';

/** Methods of texts and lists that keep what a token is. */
const KEEPING =
  /^(?:split|replace|replaceAll|slice|substring|substr|trim|trimStart|trimEnd|at|pop|shift|toString|concat|match|exec|get|getStore|strip|lstrip|rstrip|removeprefix|partition|rsplit|decode|format|join)$/;
const AUTHORIZATION = /^authorization$/i;

/** Tokens of requests to MCP servers that go out again in the Authorization header of another request. */
export function tokenForwards(
  context: ModelContext,
  entries: readonly RouteEntry[],
  tools: readonly ToolEntry[],
): readonly TokenForward[] {
  const { program } = context;
  const served = tools.filter((tool) => tool.server);
  const routes = entries.filter(({ hits }) => hits.some(({ target }) => target.kind === 'mcp'));
  if (served.length === 0 && routes.length === 0) return [];
  const folders = new Set([
    ...served.map(({ ref }) => program.packageFolder(program.fileOf(ref).path)),
    ...routes.map(({ route }) => program.packageFolder(route.span.file)),
  ]);
  const files = program.files().filter((file) => folders.has(program.packageFolder(file.path)));
  const sinks = files.flatMap((file) => outgoing(context, file));
  if (sinks.length === 0) return [];
  const handlers = routes.flatMap(({ hits }) => hits.flatMap(({ chain }) => chain.slice(0, 1).map(({ fn }) => fn)));
  const solver = createSolver(program, tokenSemantics(program, handlers, served));
  const checked = new Set(files.filter(checksAudience).map((file) => program.packageFolder(file.path)));
  return sinks.flatMap(({ value, call, span }) =>
    solver
      .answers({ value, sink: 'prompt-other', condition: conditionOf(program, call), reach: 'loaded' })
      .slice(0, 1)
      .map((answer): TokenForward => ({
        source: { span: answer.sourceSpan, label: answer.source.label },
        sink: { span, label: calleeName(program, call) },
        steps: answer.steps,
        evidence: answer.evidence,
        audienceChecked: checked.has(program.packageFolder(span.file)),
      })),
  );
}

interface Outgoing {
  readonly value: Ref;
  readonly call: Ref;
  readonly span: TokenForward['sink']['span'];
}

const HEADER = 'Argument[0..2].Member[headers].Member[Authorization,authorization]';
const PYTHON_HEADER = 'Argument[headers].Member[Authorization,authorization]';

/** Values of the Authorization header of requests that a file sends. */
function outgoing({ program, catalogue }: ModelContext, file: ProgramFile): readonly Outgoing[] {
  if (!/authorization/i.test(file.text)) return [];
  return file.facts.values.flatMap((value, id): readonly Outgoing[] => {
    if (value.kind !== 'call' || value.arguments.length === 0) return [];
    const callee = program.origins(program.ref(file, value.callee));
    const call = program.ref(file, id);
    const python = file.facts.language === 'python';
    // A client that is made with headers sends them later.
    const sends = python
      ? value.arguments.some(({ name }) => name === 'headers') && callee.some(({ kind }) => kind === 'api')
      : catalogue.match('sinks', file, callee).some(({ row }) => row.kind === 'url');
    if (!sends) return [];
    return follow(program, call, python ? PYTHON_HEADER : HEADER).values.map((found) => ({
      value: found.ref,
      call,
      span: siteSpan(program, found),
    }));
  });
}

function conditionOf(program: Program, call: Ref): number {
  const value = program.value(call);
  return value.kind === 'call' ? value.condition : -1;
}

/** Only tokens are sources, and a call of code that is not there may have exchanged one for another. */
function tokenSemantics(program: Program, handlers: readonly FunctionRef[], tools: readonly ToolEntry[]): Semantics {
  const parameter = (fn: FunctionRef, index: number): readonly Ref[] => {
    const facts = program.function(fn).parameters[index];
    return facts === undefined ? [] : [program.ref(program.fileOfFunction(fn), facts.value)];
  };
  const requests = new Set(handlers.flatMap((fn) => parameter(fn, 0)));
  const extras = new Set(
    tools.flatMap((tool) =>
      tool.handlers.flatMap((fn) => program.function(fn).parameters.flatMap((_, index) => parameter(fn, index))),
    ),
  );
  const mark = (label: string): SourceMark => ({ kind: 'request', label, span: undefined, owner: undefined });
  return {
    source(ref, keys) {
      const value = program.value(ref);
      const read = isOurs(program, ref, requests, extras) ? tokenRead(program, ref, keys) : undefined;
      if (read !== undefined) return mark(read);
      if (value.kind === 'call')
        return readsHeader(program, ref, value) ? mark('Authorization header of the request') : undefined;
      if (requests.has(ref) && keys[0] === 'headers' && AUTHORIZATION.test(keys[1] ?? ''))
        return mark('Authorization header of the request');
      if (requests.has(ref) && keys[0] === 'auth' && keys[1] === 'token') return mark('token of the request');
      return extras.has(ref) && keys[0] === 'authInfo' && keys[1] === 'token'
        ? mark('token of the MCP client')
        : undefined;
    },
    call(ref) {
      const value = program.value(ref);
      if (value.kind !== 'call' || program.callees(ref).length > 0) return undefined;
      const callee = program.value(program.ref(program.fileOf(ref), value.callee));
      return callee.kind === 'member' && KEEPING.test(callee.key) ? undefined : { kind: 'sanitizer', cleans: 'all' };
    },
    guard: () => undefined,
  };
}

/** `request.headers.get('authorization')`, `c.req.header('Authorization')` of a parameter. */
function readsHeader(program: Program, ref: Ref, value: CallValue): boolean {
  const file = program.fileOf(ref);
  const callee = file.facts.values[value.callee];
  if (callee?.kind !== 'member' || !/^(?:get|header|getHeader)$/.test(callee.key)) return false;
  const [name] = value.arguments;
  const literal = name === undefined ? undefined : file.facts.values[name.value];
  if (literal?.kind !== 'literal' || typeof literal.value !== 'string' || !AUTHORIZATION.test(literal.value))
    return false;
  let object = file.facts.values[callee.object];
  while (object?.kind === 'member') object = file.facts.values[object.object];
  return isRequestObject(program, file, object);
}

/** A parameter only counts where it belongs to a handler or a tool. */
function isOurs(program: Program, ref: Ref, ...handed: readonly ReadonlySet<Ref>[]): boolean {
  return program.value(ref).kind !== 'parameter' || handed.some((set) => set.has(ref));
}

/** Somewhere tokens are compared with whom they were issued for. */
function checksAudience({ facts }: ProgramFile): boolean {
  const names = /^(?:audience|expectedResource|aud|resource)$/;
  const isNamed = ({ name }: { readonly name?: string }): boolean =>
    name === 'audience' || name === 'expected_audience';
  return facts.values.some(
    (value) =>
      (value.kind === 'call' && value.arguments.some(isNamed)) ||
      (value.kind === 'object' &&
        value.entries.some((entry) => 'key' in entry && /^(?:audience|expectedResource)$/.test(entry.key))) ||
      (value.kind === 'operation' &&
        value.inputs.some((input) => {
          const member = facts.values[input];
          return member?.kind === 'member' && names.test(member.key);
        })),
  );
}
