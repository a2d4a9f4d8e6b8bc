import type {
  Condition,
  ConditionId,
  FileFacts,
  FunctionFacts,
  ObjectEntry,
  TypeFacts,
  Value,
  ValueId,
} from '../../../src/facts.js';
import { typescriptFrontEnd } from '../../../src/frontends/typescript/front-end.js';

/** Facts as text that a person can check: values are written as expressions, `phi(a | b)` where ways meet. */
export interface Dump {
  /** Calls of all functions in order: `callee(arguments) if conditions`. */
  readonly calls: string[];
  readonly exports: string[];
  readonly imports: string[];
  readonly returns: string[];
  readonly stores: string[];
  readonly classes: string[];
  readonly loops: string[];
  readonly parameters: string[];
  readonly functions: string[];
  readonly problems: string[];
  readonly facts: FileFacts;
}

export function dump(text: string, path = 'sample.tsx'): Dump {
  return dumpFacts(typescriptFrontEnd.lower(path, text));
}

export function dumpFacts(facts: FileFacts): Dump {
  const print = printer(facts);
  return {
    calls: facts.functions.flatMap((fn) =>
      fn.calls.map((id) => {
        const call = facts.values[id];
        if (call?.kind !== 'call') return `not a call: ${String(call?.kind)}`;
        const loop = call.loop < 0 ? '' : ` in loop ${String(call.loop)}`;
        return `${call.unused ? '' : '= '}${print.value(id)}${print.conditions(call.condition)}${loop}`;
      }),
    ),
    exports: facts.exports.map((each) =>
      'value' in each
        ? `${each.name} = ${print.value(each.value)}`
        : `${each.name} = ${each.imported} of ${each.module}`,
    ),
    imports: facts.imports.map((each) => {
      const names = each.names.map(({ imported, local }) => (imported === local ? local : `${imported} as ${local}`));
      return `${each.kind}${each.typeOnly ? ' type' : ''} ${each.module} {${names.join(', ')}}`;
    }),
    returns: facts.functions.flatMap((fn, id) =>
      id === 0
        ? []
        : fn.returns.map(
            (way) =>
              `${nameOf(fn)}: ${way.value < 0 ? 'nothing' : print.value(way.value)}${print.conditions(way.condition)}`,
          ),
    ),
    stores: facts.stores.map((store) => {
      const key = typeof store.key === 'string' ? `.${store.key}` : `[${print.value(store.key)}]`;
      return `${print.value(store.object)}${key} = ${print.value(store.value)}${print.conditions(store.condition)}`;
    }),
    classes: facts.classes.map((each) => {
      const fields = each.fields.map(
        (field) =>
          `${field.static ? 'static ' : ''}${field.name}${field.type ? `: ${print.type(field.type)}` : ''}${
            field.value === undefined ? '' : ` = ${print.value(field.value)}`
          }`,
      );
      const methods = each.methods.map(
        (method) =>
          `${method.static ? 'static ' : ''}${method.name}() ${facts.functions[method.function]?.kind ?? '?'}`,
      );
      const base = each.superClass === undefined ? '' : ` extends ${print.value(each.superClass)}`;
      return `${each.name ?? 'anonymous'}${base} {${[...fields, ...methods].join('; ')}}`;
    }),
    loops: facts.loops.map((loop) => {
      const of = loop.of === undefined ? '' : ` of ${print.value(loop.of)}`;
      const test = loop.test === undefined ? '' : ` test ${print.value(loop.test)}`;
      return `${loop.kind}${of}${test} exits[${loop.exits.map((exit) => print.conditions(exit).trim() || 'always').join('; ')}]`;
    }),
    parameters: facts.functions.flatMap((fn) =>
      fn.parameters.map((parameter) => {
        const type = parameter.type ? `: ${print.type(parameter.type)}` : '';
        const fallback = parameter.default === undefined ? '' : ` = ${print.value(parameter.default)}`;
        const stars = parameter.keywords ? '**' : parameter.rest ? '...' : '';
        return `${nameOf(fn)}(${stars}${parameter.name ?? '_'}${type}${fallback})`;
      }),
    ),
    functions: facts.functions.slice(1).map((fn) => {
      const flags = [fn.async ? 'async' : '', fn.generator ? 'generator' : '', ...fn.directives].filter(Boolean);
      const parent = fn.parent === undefined ? '' : ` in ${nameOf(facts.functions[fn.parent])}`;
      return `${fn.kind} ${nameOf(fn)}${parent}${flags.length > 0 ? ` ${flags.join(' ')}` : ''}${print.conditions(fn.condition)}`;
    }),
    problems: facts.problems.map((problem) => problem.message),
    facts,
  };
}

function nameOf(fn: FunctionFacts | undefined): string {
  return fn?.kind === 'module' ? 'module' : (fn?.name ?? 'anonymous');
}

interface Printer {
  value(id: ValueId): string;
  conditions(id: ConditionId): string;
  type(type: TypeFacts): string;
}

function printer(facts: FileFacts): Printer {
  const open: ValueId[] = [];
  const list = (ids: readonly ValueId[], separator = ', '): string => ids.map(print).join(separator);

  function print(id: ValueId): string {
    const value = facts.values[id];
    if (!value) return `no value ${String(id)}`;
    if (open.includes(id)) return '↺';
    open.push(id);
    const text = printValue(value);
    open.pop();
    return text;
  }

  function entries(of: readonly ObjectEntry[]): string {
    return of
      .map((entry) => {
        if ('spread' in entry) return `...${print(entry.spread)}`;
        if ('computed' in entry) return `[${print(entry.computed)}]: ${print(entry.value)}`;
        return `${entry.accessor ? 'get ' : ''}${entry.key}: ${print(entry.value)}`;
      })
      .join(', ');
  }

  function printValue(value: Value): string {
    switch (value.kind) {
      case 'literal':
        return value.value === undefined ? 'undefined' : JSON.stringify(value.value);
      case 'regex':
        return `/${value.pattern}/${value.flags}`;
      case 'template': {
        const parts = value.parts.map((part) => (typeof part === 'string' ? part : `\${${print(part)}}`)).join('');
        return `${value.tag === undefined ? '' : print(value.tag)}${value.literal ? '`' : '+`'}${parts}\``;
      }
      case 'object':
        return `{${entries(value.entries)}}`;
      case 'array':
        return `[${value.items.map((item) => ('spread' in item ? `...${print(item.spread)}` : print(item.value))).join(', ')}]`;
      case 'function':
        return `function ${nameOf(facts.functions[value.function])}`;
      case 'class':
        return `class ${facts.classes[value.class]?.name ?? 'anonymous'}`;
      case 'import':
        return `<${value.module}>.${value.name}`;
      case 'global':
        return value.name;
      case 'parameter':
        return `@${facts.functions[value.function]?.parameters[value.index]?.name ?? String(value.index)}`;
      case 'this':
        if (value.class === undefined) return 'this';
        return `${value.super === true ? 'super' : 'this'}(${facts.classes[value.class]?.name ?? 'anonymous'})`;
      case 'member':
        return `${print(value.object)}.${value.key}`;
      case 'element':
        return `${print(value.object)}[${print(value.key)}]`;
      case 'call': {
        const args = value.arguments.map(
          ({ spread, name, value: given }) =>
            `${name === undefined || spread ? '' : `${name}=`}${spread ? (name ?? '...') : ''}${print(given)}`,
        );
        return `${value.construct ? 'new ' : ''}${print(value.callee)}(${args.join(', ')})`;
      }
      case 'await':
        return `await ${print(value.value)}`;
      case 'phi':
        return `phi(${list(value.inputs, ' | ')})`;
      case 'cell':
        return `cell ${value.name}(${list(value.writes, ' | ')})`;
      case 'operation':
        return `${value.operator}(${list(value.inputs)})`;
      case 'iteration':
        return `each ${print(value.of)}`;
      case 'jsx': {
        const tag = typeof value.tag === 'string' ? value.tag : print(value.tag);
        return `<${tag} ${entries(value.attributes)}>[${list(value.children)}]`;
      }
      case 'rest':
        return `${print(value.of)} without ${value.except.join(' ')}`;
      case 'unknown':
        return `unknown(${list(value.inputs)})`;
    }
  }

  function conditions(id: ConditionId): string {
    const found = known(id, -1);
    return found === '' ? '' : ` if ${found}`;
  }

  function known(id: ConditionId, upTo: ConditionId): string {
    const found: string[] = [];
    for (let at = id; at !== upTo;) {
      const condition = facts.conditions[at];
      if (!condition) break;
      found.unshift(one(condition));
      at = condition.parent;
    }
    return found.join(' & ');
  }

  function one(condition: Condition): string {
    if ('test' in condition) return `${condition.holds ? '' : 'not '}${print(condition.test)}`;
    if ('completed' in condition) return `done ${print(condition.completed)}`;
    if ('either' in condition) return `(${condition.either.map((end) => known(end, condition.parent)).join(' | ')})`;
    return `each(${known(condition.round, condition.parent)})`;
  }

  function type({ reference, literals, primitive, arguments: args, members }: TypeFacts): string {
    const head = reference ? [print(reference.value), ...reference.members].join('.') : (primitive ?? '');
    const generic = args.length > 0 ? `<${args.map(type).join(', ')}>` : '';
    const union = literals ? literals.map((each) => JSON.stringify(each)).join('|') : '';
    const body = members
      ? `{${Object.entries(members)
          .map(([key, of]) => `${key}: ${type(of)}`)
          .join(', ')}}`
      : '';
    return `${head}${generic}${union}${body}` || '?';
  }

  return { value: print, conditions, type };
}
