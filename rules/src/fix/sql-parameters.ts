import type { AppModel } from '../model/app.js';
import type { FlowSink } from '../model/flow.js';
import type { Fix, TextEdit } from '../model/finding.js';
import type { CallSite } from '../model/site.js';
import { sameModule } from './add-import.js';
import { asPieces } from './argument-words.js';
import { codeLanguage, type CodeLanguage } from './code-language.js';
import { fileText } from './file-text.js';
import { lastName } from './flow-places.js';
import { plainParts } from './plain-parts.js';
import { templateParts, type TemplatePart } from './source-scan.js';

type Placeholder = '$n' | '?' | '%s' | ':name';

interface Driver {
  readonly placeholder: Placeholder;
  /** How values come beside the text: in one list, one by one, or by name. */
  readonly values: 'list' | 'arguments' | 'names';
}

const positional = (placeholder: Placeholder): Driver => ({ placeholder, values: 'list' });

/** Drivers that take values beside the text. */
const drivers: Readonly<Record<string, Readonly<Record<string, Driver>>>> = {
  typescript: {
    pg: positional('$n'),
    '@vercel/postgres': positional('$n'),
    '@neondatabase/serverless': positional('$n'),
    mysql: positional('?'),
    mysql2: positional('?'),
    'mysql2/promise': positional('?'),
    sqlite3: positional('?'),
  },
  python: {
    sqlite3: positional('?'),
    aiosqlite: positional('?'),
    duckdb: positional('?'),
    pyodbc: positional('?'),
    psycopg: positional('%s'),
    psycopg2: positional('%s'),
    pymysql: positional('%s'),
    MySQLdb: positional('%s'),
    'mysql.connector': positional('%s'),
    aiomysql: positional('%s'),
    'django.db': positional('%s'),
    asyncpg: { placeholder: '$n', values: 'arguments' },
    sqlalchemy: { placeholder: ':name', values: 'names' },
    sqlmodel: { placeholder: ':name', values: 'names' },
  },
};

/**
 * Passes the values of a query beside its text, where each stands at the place of a value. Undefined for names of tables
 * and columns, for parts of a query and for drivers that are not known.
 */
export function passParameters(app: AppModel, sink: FlowSink): Fix | undefined {
  const { call, argument } = sink;
  const language = codeLanguage(app, sink.span.file);
  if (call === undefined || argument?.index !== 0 || language === undefined) return undefined;
  const typescript = language.name === 'typescript' ? templateParts(app, argument.span) : undefined;
  const parts = typescript ?? plainParts(app, argument);
  if (parts === undefined) return undefined;
  const tagged = prismaTag(app, sink, parts);
  if (tagged !== undefined) return tagged;
  const driver = driverOf(app, sink, language);
  if (driver === undefined || hasValues(app, call, language)) return undefined;
  const query = parameters(app, language, parts, driver.placeholder);
  // A text that was scanned holds its escapes as they are written.
  const literal = query && (typescript === undefined ? language.longText(query.text) : typescriptLiteral(query.text));
  if (query === undefined || literal === undefined) return undefined;
  const edits = valueEdits(app, language, driver, call, query.values);
  if (edits === undefined) return undefined;
  return {
    title: 'Pass the values as query parameters',
    kind: 'suggest',
    edits: [{ span: argument.span, text: literal }, ...edits],
  };
}

function typescriptLiteral(raw: string): string {
  return /[\n']/.test(raw) ? `\`${raw}\`` : `'${raw}'`;
}

/** A further argument that is no function already holds values. */
function hasValues(app: AppModel, call: CallSite, { name }: CodeLanguage): boolean {
  const [, second] = call.arguments;
  if (second === undefined) return false;
  return name === 'python' || !/^(?:async\s*)?(?:\(|function\b|\w+\s*=>)/.test(app.text(second.span));
}

/** The values beside the text; of a statement that is made by itself, beside what makes it. */
function valueEdits(
  app: AppModel,
  language: CodeLanguage,
  driver: Driver,
  call: CallSite,
  values: readonly Value[],
): readonly TextEdit[] | undefined {
  const [text] = call.arguments;
  if (text === undefined) return undefined;
  const codes = values.map(({ code }) => code);
  const at = (offset: number, inserted: string): TextEdit => ({
    span: { file: text.span.file, start: offset, end: offset },
    text: `, ${inserted}`,
  });
  switch (driver.values) {
    case 'arguments':
      return [at(text.span.end, codes.join(', '))];
    case 'list': {
      const [only = ''] = codes;
      const tuple = codes.length === 1 ? `(${only},)` : `(${codes.join(', ')})`;
      return [at(text.span.end, language.name === 'python' ? tuple : language.list(codes))];
    }
    case 'names': {
      const { end, file } = call.span;
      const record = language.record(Object.fromEntries(values.map(({ code, name }) => [name, code])));
      return /(?:^|\.)text$/.test(call.callee) && /^\s*\)/.test(fileText(app, file).slice(end))
        ? [at(end, record)]
        : undefined;
    }
  }
}

/** `$queryRawUnsafe(text)` becomes the tagged template that binds its values. */
function prismaTag(app: AppModel, sink: FlowSink, parts: readonly TemplatePart[]): Fix | undefined {
  const { call, argument } = sink;
  const language = codeLanguage(app, sink.span.file);
  const method = /\.(\$(?:queryRaw|executeRaw))Unsafe$/.exec(call === undefined ? '' : app.text(call.calleeSpan))?.[1];
  if (language === undefined || call?.arguments.length !== 1 || argument === undefined || method === undefined)
    return undefined;
  const query = parameters(app, language, parts, '?');
  if (query === undefined) return undefined;
  const values = query.values.map(({ code }) => code);
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

/** The driver that the call belongs to, or the only one that the file imports. */
function driverOf(app: AppModel, sink: FlowSink, { name }: CodeLanguage): Driver | undefined {
  const known = drivers[name] ?? {};
  const callee = sink.call?.callee ?? '';
  const own = Object.keys(known).find((module) => callee === module || callee.startsWith(`${module}.`));
  if (own !== undefined) return known[own];
  const imports = app.files.get(sink.span.file)?.imports ?? [];
  const imported = imports.flatMap(({ module }) =>
    Object.keys(known).filter(
      (each) => sameModule(each, module) || (name === 'python' && module.startsWith(`${each}.`)),
    ),
  );
  return name === 'python' && new Set(imported).size > 1 ? undefined : known[imported[0] ?? ''];
}

/** What stands before a value, never before the name of a table or column. */
const BEFORE_VALUE = /(?:[=<>,(+]|\b(?:like|ilike|limit|offset|between|and|values|is|not))\s*$/i;

interface Value {
  readonly code: string;
  readonly name: string;
}

function parameters(
  app: AppModel,
  language: CodeLanguage,
  parts: readonly TemplatePart[],
  placeholder: Placeholder,
): { readonly text: string; readonly values: readonly Value[] } | undefined {
  let text = '';
  const values: Value[] = [];
  /** Parts of the value that is being read inside quotes. */
  let quotedValue: TemplatePart[] | undefined;
  const add = (code: string): void => {
    const wanted = lastName(code) ?? 'value';
    const name = values.some((value) => value.name === wanted) ? `${wanted}${String(values.length + 1)}` : wanted;
    values.push({ code, name });
    text += { '?': '?', '%s': '%s', $n: `$${String(values.length)}`, ':name': `:${name}` }[placeholder];
  };
  for (const [index, part] of parts.entries()) {
    if (typeof part !== 'string') {
      if (quotedValue !== undefined) quotedValue.push(part);
      else if (BEFORE_VALUE.test(text)) add(app.text(part));
      else return undefined;
      continue;
    }
    if (part.includes('?') && placeholder === '?') return undefined;
    const pieces = (placeholder === '%s' ? part.replaceAll('%', '%%') : part).split("'");
    for (const [position, piece] of pieces.entries()) {
      if (position > 0) {
        if (quotedValue === undefined) quotedValue = [];
        else {
          const texts = quotedValue.filter((piece) => typeof piece === 'string');
          if (texts.length === quotedValue.length) text += `'${texts.join('')}'`;
          else {
            const value = valueOf(app, language, quotedValue, placeholder);
            if (value === undefined) return undefined;
            add(value);
          }
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

/** What stands in quotes as one value: the expression alone, or a text with it. */
function valueOf(
  app: AppModel,
  language: CodeLanguage,
  parts: readonly TemplatePart[],
  placeholder: Placeholder,
): string | undefined {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && typeof only !== 'string') return app.text(only);
  if (language.name === 'typescript') {
    return `\`${parts.map((part) => (typeof part === 'string' ? part : `\${${app.text(part)}}`)).join('')}\``;
  }
  const pieces = asPieces(app, parts);
  return language.template(
    placeholder === '%s'
      ? pieces.map((piece) => (typeof piece === 'string' ? piece.replaceAll('%%', '%') : piece))
      : pieces,
  );
}
