import type { AppModel } from '../model/app.js';
import type { FlowSink } from '../model/flow.js';
import type { Fix } from '../model/finding.js';
import { sameModule } from './add-import.js';
import { templateParts, type TemplatePart } from './source-scan.js';

type Placeholder = '$n' | '?';

/** Drivers that take values beside the text: how a placeholder is written, and whether values come as one array. */
const drivers: Readonly<Record<string, { readonly placeholder: Placeholder; readonly array: boolean }>> = {
  pg: { placeholder: '$n', array: true },
  '@vercel/postgres': { placeholder: '$n', array: true },
  '@neondatabase/serverless': { placeholder: '$n', array: true },
  mysql: { placeholder: '?', array: true },
  mysql2: { placeholder: '?', array: true },
  'mysql2/promise': { placeholder: '?', array: true },
  sqlite3: { placeholder: '?', array: true },
};

/**
 * Passes the values of a query beside its text, where each stands at the place of a value. Undefined for names of tables
 * and columns, for parts of a query and for drivers that are not known.
 */
export function passParameters(app: AppModel, sink: FlowSink): Fix | undefined {
  const { call, argument } = sink;
  if (call === undefined || argument?.index !== 0) return undefined;
  const parts = templateParts(app, argument.span) ?? argument.template;
  if (parts === undefined) return undefined;
  const tagged = prismaTag(app, sink, parts);
  if (tagged !== undefined) return tagged;
  const driver = driverOf(app, sink);
  const second = call.arguments[1];
  // A second argument that is no function already holds values.
  if (
    driver === undefined ||
    (second !== undefined && !/^(?:async\s*)?(?:\(|function\b|\w+\s*=>)/.test(app.text(second.span)))
  ) {
    return undefined;
  }
  const query = parameters(app, parts, driver.placeholder);
  if (query === undefined) return undefined;
  const literal = query.text.includes('\n') || query.text.includes("'") ? `\`${query.text}\`` : `'${query.text}'`;
  return {
    title: 'Pass the values as query parameters',
    kind: 'suggest',
    edits: [{ span: argument.span, text: `${literal}, [${query.values.join(', ')}]` }],
  };
}

/** `$queryRawUnsafe(text)` becomes the tagged template that binds its values. */
function prismaTag(app: AppModel, sink: FlowSink, parts: readonly TemplatePart[]): Fix | undefined {
  const { call, argument } = sink;
  const method = /\.(\$(?:queryRaw|executeRaw))Unsafe$/.exec(call === undefined ? '' : app.text(call.calleeSpan))?.[1];
  if (call?.arguments.length !== 1 || argument === undefined || method === undefined) return undefined;
  const query = parameters(app, parts, '?');
  if (query === undefined) return undefined;
  const values = [...query.values];
  const text = query.text.replaceAll('?', () => `\${${values.shift() ?? ''}}`);
  const callee = app.text(call.calleeSpan).slice(0, -'Unsafe'.length);
  const typeArguments = app
    .text({ ...call.span, start: call.calleeSpan.end, end: argument.span.start })
    .replace(/\($/, '');
  return {
    title: `Bind the values with ${method}`,
    kind: 'suggest',
    edits: [{ span: call.span, text: `${callee}${typeArguments.trim()}\`${text}\`` }],
  };
}

function driverOf(app: AppModel, sink: FlowSink): (typeof drivers)[string] | undefined {
  const [head = ''] = (sink.call?.callee ?? '').split('.');
  if (head in drivers) return drivers[head];
  const imports = app.files.get(sink.span.file)?.imports ?? [];
  const site = imports.find(({ module }) => Object.keys(drivers).some((name) => sameModule(name, module)));
  return site === undefined ? undefined : drivers[site.module];
}

/** What stands before a value, never before the name of a table or column. */
const BEFORE_VALUE = /(?:[=<>,(+]|\b(?:like|ilike|limit|offset|between|and|values|is|not))\s*$/i;

function parameters(
  app: AppModel,
  parts: readonly TemplatePart[],
  placeholder: Placeholder,
): { readonly text: string; readonly values: readonly string[] } | undefined {
  let text = '';
  const values: string[] = [];
  /** Parts of the value that is being read inside quotes. */
  let quotedValue: TemplatePart[] | undefined;
  const add = (value: string): void => {
    values.push(value);
    text += placeholder === '?' ? '?' : `$${String(values.length)}`;
  };
  for (const [index, part] of parts.entries()) {
    if (typeof part !== 'string') {
      if (quotedValue !== undefined) quotedValue.push(part);
      else if (BEFORE_VALUE.test(text)) add(app.text(part));
      else return undefined;
      continue;
    }
    if (part.includes('?') && placeholder === '?') return undefined;
    const pieces = part.split("'");
    for (const [position, piece] of pieces.entries()) {
      if (position > 0) {
        if (quotedValue === undefined) quotedValue = [];
        else {
          const texts = quotedValue.filter((piece) => typeof piece === 'string');
          if (texts.length === quotedValue.length) text += `'${texts.join('')}'`;
          else add(valueOf(app, quotedValue));
          quotedValue = undefined;
        }
      }
      if (quotedValue === undefined) text += piece;
      else if (piece !== '') quotedValue.push(piece);
    }
    if (index === parts.length - 1 && quotedValue !== undefined) return undefined;
  }
  return values.length === 0 || quotedValue !== undefined ? undefined : { text, values };
}

/** What stands in quotes as one value: the expression alone, or a template. */
function valueOf(app: AppModel, parts: readonly TemplatePart[]): string {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && typeof only !== 'string') return app.text(only);
  return `\`${parts.map((part) => (typeof part === 'string' ? part : `\${${app.text(part)}}`)).join('')}\``;
}
