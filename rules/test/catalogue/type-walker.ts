import ts from 'typescript';

/** Types that a path has reached; `open` when one of them is `any`, so that nothing more can be said. */
export interface Reached {
  readonly types: readonly ts.Type[];
  readonly open: boolean;
  /** The export itself, while its type meaning (an interface, a class) may still be asked for. */
  readonly symbol?: ts.Symbol;
}

const nothing: Reached = { types: [], open: false };
/** Unions of hundreds of event types say no more than their first members do. */
const maxTypes = 400;

export type TypeWalker = ReturnType<typeof createTypeWalker>;

/** Follows access paths through the type declarations of a program. */
export function createTypeWalker(checker: ts.TypeChecker, place: ts.Node) {
  const anyFlags = ts.TypeFlags.Any | ts.TypeFlags.Unknown;

  /** Members of unions, constraints of type parameters and what promises give; done only when a further step needs it. */
  function expand(from: Reached): Reached {
    const seen = new Set<ts.Type>();
    let open = from.open;
    const add = (type: ts.Type, depth: number): void => {
      if (seen.size >= maxTypes || depth > 12) return;
      if (type.flags & anyFlags) {
        open = true;
        return;
      }
      if (type.isUnion()) {
        for (const member of type.types) add(member, depth + 1);
        return;
      }
      if (seen.has(type)) return;
      seen.add(type);
      if (type.flags & (ts.TypeFlags.Instantiable | ts.TypeFlags.TypeParameter)) {
        const constraint = checker.getBaseConstraintOfType(type);
        // What a conditional type comes to depends on arguments that a path does not have.
        if (constraint === undefined || type.flags & ts.TypeFlags.Conditional) open = true;
        if (constraint !== undefined && constraint !== type) add(constraint, depth + 1);
        return;
      }
      const awaited = awaitedType(type);
      if (awaited !== undefined && awaited !== type) add(awaited, depth + 1);
    };
    for (const type of from.types) add(type, 0);
    return { ...from, types: [...seen], open };
  }

  function reach(types: readonly ts.Type[]): Reached {
    const known = types.filter((type) => !(type.flags & anyFlags));
    return { types: known, open: known.length < types.length };
  }

  function awaitedType(type: ts.Type): ts.Type | undefined {
    const then = type.getProperty('then');
    return then === undefined ? undefined : checker.getAwaitedType(type);
  }

  function typeOf(symbol: ts.Symbol): ts.Type {
    return checker.getTypeOfSymbolAtLocation(symbol, place);
  }

  function member(from: Reached, name: string): Reached {
    if (name === '*') {
      return merge(
        reach(
          from.types.flatMap((type) => [
            ...(indexType(type) ?? []),
            ...checker.getPropertiesOfType(type).slice(0, 40).map(typeOf),
          ]),
        ),
        from.open,
      );
    }
    const found: ts.Type[] = [];
    // `object` may have any property.
    const open = from.open || from.types.some((type) => type.flags & ts.TypeFlags.NonPrimitive);
    for (const type of from.types) {
      const property = checker.getPropertyOfType(checker.getApparentType(type), name);
      if (property !== undefined) found.push(typeOf(property));
      else found.push(...(indexType(type) ?? []));
    }
    return merge(reach(found), open && found.length === 0);
  }

  function indexType(type: ts.Type): ts.Type[] | undefined {
    const index = checker.getIndexTypeOfType(type, ts.IndexKind.String);
    return index === undefined ? undefined : [index];
  }

  function signatures(from: Reached, kinds: readonly ts.SignatureKind[]): readonly ts.Signature[] {
    return from.types.flatMap((type) => kinds.flatMap((kind) => [...checker.getSignaturesOfType(type, kind)]));
  }

  function results(from: Reached, kinds: readonly ts.SignatureKind[]): Reached {
    return merge(reach(signatures(from, kinds).map((signature) => signature.getReturnType())), from.open);
  }

  function argument(from: Reached, text: string): Reached {
    const found: ts.Type[] = [];
    for (const signature of signatures(from, [ts.SignatureKind.Call, ts.SignatureKind.Construct])) {
      const parameters = signature.getParameters().flatMap((parameter) => parameterTypes(parameter));
      for (const [index, type] of parameters.entries()) {
        if (
          type.spread
            ? positionCovers(text, index, parameters.length, true)
            : positionCovers(text, index, parameters.length, false)
        ) {
          found.push(type.type);
        }
      }
    }
    return merge(reach(found), from.open);
  }

  /** A rest parameter of a tuple type is several parameters. */
  function parameterTypes(parameter: ts.Symbol): { readonly type: ts.Type; readonly spread: boolean }[] {
    const type = typeOf(parameter);
    const declaration = parameter.valueDeclaration;
    const rest = declaration !== undefined && ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined;
    if (!rest) return [{ type, spread: false }];
    const members = type.isUnion() ? type.types : [type];
    const tuples = members.filter((each) => checker.isTupleType(each));
    if (tuples.length > 0) {
      const longest = tuples
        .map((tuple) => checker.getTypeArguments(tuple as ts.TypeReference))
        .sort((a, b) => b.length - a.length)[0];
      return (longest ?? []).map((each) => ({ type: each, spread: false }));
    }
    return members.map((each) => ({
      type: checker.getIndexTypeOfType(each, ts.IndexKind.Number) ?? each,
      spread: true,
    }));
  }

  function element(from: Reached): Reached {
    const found: ts.Type[] = [];
    for (const type of from.types) {
      const index = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
      if (index !== undefined) {
        found.push(index);
        continue;
      }
      for (const property of checker.getPropertiesOfType(checker.getApparentType(type))) {
        if (!/^__@(asyncI|i)terator/.test(property.escapedName as string)) continue;
        const iterator = expand(results(expand(reach([typeOf(property)])), [ts.SignatureKind.Call]));
        const step = expand(results(expand(member(iterator, 'next')), [ts.SignatureKind.Call]));
        found.push(...member(step, 'value').types);
        if (member(step, 'value').open) return { types: found, open: true };
      }
    }
    return merge(reach(found), from.open);
  }

  function instance(from: Reached): Reached {
    const built = signatures(from, [ts.SignatureKind.Construct]).map((signature) => signature.getReturnType());
    const declared = from.symbol === undefined ? [] : [checker.getDeclaredTypeOfSymbol(from.symbol)];
    const named = from.types.flatMap((type) => {
      const symbol = type.getSymbol();
      return symbol !== undefined && symbol.flags & ts.SymbolFlags.Class
        ? [checker.getDeclaredTypeOfSymbol(symbol)]
        : [];
    });
    // The error type of a value without a type meaning is `any`.
    const real = [...built, ...declared.filter((type) => !(type.flags & ts.TypeFlags.Any)), ...named];
    return merge(reach(real), from.open);
  }

  return {
    /** Whether some type at the end of a path accepts the literal. */
    accepts(end: Reached, value: unknown): boolean {
      const at = expand(end);
      if (at.open) return true;
      return at.types.some((type) => {
        if (type.flags & ts.TypeFlags.TemplateLiteral) return typeof value === 'string';
        if (typeof value === 'string')
          return Boolean(type.flags & ts.TypeFlags.String) || (type.isStringLiteral() && matches(value, type.value));
        if (typeof value === 'number')
          return Boolean(type.flags & ts.TypeFlags.Number) || (type.isNumberLiteral() && type.value === value);
        if (typeof value === 'boolean')
          return (
            Boolean(type.flags & ts.TypeFlags.BooleanLike) &&
            (checker.typeToString(type) === 'boolean' || checker.typeToString(type) === String(value))
          );
        return value === null && Boolean(type.flags & ts.TypeFlags.Null);
      });
    },
    reach,
    /** Members of a union that have a property, with one of the values unless there are none; `x_*` is a prefix. */
    having(from: Reached, name: string, values: readonly string[]): Reached {
      const types = expand(from).types.filter((type) => {
        const property = type.getProperty(name);
        if (property === undefined) return false;
        const held = expand(reach([typeOf(property)])).types;
        return (
          values.length === 0 ||
          held.some((each) => each.isStringLiteral() && values.some((value) => matches(value, each.value)))
        );
      });
      return { types, open: false };
    },
    /** The type that stands under a path of namespaces. */
    nested(namespace: ts.Symbol, names: readonly string[]): Reached | undefined {
      let symbol: ts.Symbol | undefined =
        namespace.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(namespace) : namespace;
      for (const name of names) {
        symbol =
          symbol === undefined ? undefined : checker.getExportsOfModule(symbol).find((each) => each.name === name);
      }
      return symbol === undefined ? undefined : reach([checker.getDeclaredTypeOfSymbol(symbol)]);
    },
    /** From an export of a module; undefined if there is none. */
    exported(module: ts.Symbol, name: string): Reached | undefined {
      const symbol =
        checker.getExportsOfModule(module).find((each) => each.name === name) ??
        (name === 'default' ? exportEquals(module) : undefined);
      const property = symbol === undefined ? exportEqualsProperty(module, name) : undefined;
      const target = symbol ?? property;
      if (target === undefined) return undefined;
      const resolved = target.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(target) : target;
      const value = resolved.flags & ts.SymbolFlags.Value ? [typeOf(resolved)] : [];
      return { ...reach(value), symbol: resolved };
    },
    step(before: Reached, token: string): Reached {
      const from = expand(before);
      const [, kind = '', inside = ''] = /^(\w+)(?:\[(.*)\])?$/.exec(token) ?? [];
      switch (kind) {
        case 'Member':
          return member(from, inside);
        case 'Argument':
        case 'Parameter':
          return argument(from, inside);
        case 'ReturnValue':
          return results(from, [ts.SignatureKind.Call]);
        case 'Result':
          return merge(results(from, [ts.SignatureKind.Call, ts.SignatureKind.Construct]), from.open);
        case 'Instance':
          return instance(from);
        case 'ArrayElement':
          return element(from);
        case 'Awaited':
          return from;
        default:
          return nothing;
      }
    },
  };

  function exportEquals(module: ts.Symbol): ts.Symbol | undefined {
    return module.exports?.get(ts.InternalSymbolName.ExportEquals);
  }

  function exportEqualsProperty(module: ts.Symbol, name: string): ts.Symbol | undefined {
    const whole = exportEquals(module);
    if (whole === undefined) return undefined;
    const resolved = whole.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(whole) : whole;
    return checker.getPropertyOfType(typeOf(resolved), name);
  }
}

function merge(reached: Reached, open: boolean): Reached {
  return open && !reached.open ? { ...reached, open: true } : reached;
}

function positionCovers(text: string, index: number, count: number, rest: boolean): boolean {
  const fromEnd = /^N-(\d+)$/.exec(text);
  if (fromEnd !== null) return index === count - Number(fromEnd[1]);
  const range = /^(\d+)(?:(\.\.)(\d+)?)?$/.exec(text);
  if (range === null) return false;
  const first = Number(range[1]);
  const last = range[2] === undefined ? first : range[3] === undefined ? Infinity : Number(range[3]);
  return rest ? last >= index : index >= first && index <= last;
}

function matches(pattern: string, value: string): boolean {
  return pattern.endsWith('*') ? value.startsWith(pattern.slice(0, -1)) : pattern === value;
}
