import type { ParameterFacts } from '../facts.js';
import type { FunctionRef, Program, Ref } from '../program/program.js';
import { parsePath, tokenText } from './access-path.js';
import type { Match } from './catalogue-index.js';
import type { ToolEntry } from './entries.js';
import { pythonPlace } from './python-paths.js';
import { find, functionsOf, heldBy, proseOf, provenanceOf, siteSpan, textOf } from './row-values.js';
import { signatureSchema } from './schema-signature.js';
import { emptyTool } from './empty-tool.js';

/**
 * The tool that a decorator makes of a function. Front-ends see a decorator as a call with the function: `call` is that
 * call; with options its callee is the call that takes them.
 */
export function decoratedTool(program: Program, call: Ref, match: Match<'tools'>): ToolEntry | undefined {
  const { row, framework, ref } = match;
  const value = program.value(call);
  const [first] = value.kind === 'call' ? value.arguments : [];
  if (value.kind !== 'call' || first === undefined) return undefined;
  const file = program.fileOf(call);
  const handlers = functionsOf(program, program.ref(file, first.value));
  const [handler] = handlers;
  if (handler === undefined) return undefined;
  const callee = program.ref(file, value.callee);
  const factory = program.value(callee).kind === 'call' ? callee : undefined;
  const option = (path: string | undefined, wanted: 'text' | 'any') =>
    factory === undefined ? undefined : find(program, factory, path, wanted).value;
  const facts = program.function(handler);
  const home = program.fileOfFunction(handler);
  const name = option(row.name, 'text');
  const description = option(row.description, 'text')?.ref;
  const documented = facts.docstring === undefined ? undefined : program.ref(home, facts.docstring);
  const given = filled(program, handler, match);
  const provenance = provenanceOf(framework, ref);
  const tool = emptyTool(program.span(call), ref);
  tool.name = textOf(program, name?.ref) ?? facts.name;
  tool.nameSpan = name ? siteSpan(program, name) : program.spanOfRange(home, facts.nameRange ?? facts.range);
  tool.description = proseOf(program, description ?? documented);
  tool.schema = signatureSchema(program, handler, given);
  tool.handler = program.spanOfRange(home, facts.range);
  tool.served = row.server === true;
  return {
    tool,
    ref: call,
    handlers,
    inputs: handlers.flatMap((fn) =>
      filled(program, fn, match).map((parameter) => ({
        parameter: program.ref(program.fileOfFunction(fn), parameter.value),
        keys: [],
        ...(parameter.name !== undefined && !parameter.rest && { field: parameter.name }),
      })),
    ),
    dispatch: false,
    provenance,
    gateRows: heldBy(row.gates, provenance),
    ...(factory !== undefined && { optionsAt: factory }),
    settingRows: [],
    server: row.server === true,
    open: false,
  };
}

/** Parameters that the model fills: not those that the framework does, which it knows by their type. */
function filled(program: Program, fn: FunctionRef, { row, framework }: Match<'tools'>): readonly ParameterFacts[] {
  const injected = new Set(
    (row.injected ?? []).flatMap((path) =>
      framework.modules.map((module) => {
        const place = pythonPlace(module, parsePath(path));
        return [place.module, ...place.tokens.map(tokenText)].join('.');
      }),
    ),
  );
  const file = program.fileOfFunction(fn);
  return program.function(fn).parameters.filter(({ type }) => {
    if (type?.reference === undefined) return true;
    const members = type.reference.members.map((member) => `Member[${member}]`);
    return !program
      .origins(program.ref(file, type.reference.value))
      .some((origin) => origin.kind === 'api' && injected.has([origin.module, ...origin.path, ...members].join('.')));
  });
}
