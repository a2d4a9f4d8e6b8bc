import type { AppModel } from '../model/app.js';
import type { TextEdit } from '../model/finding.js';
import type { ImportSite, SourceFile } from '../model/site.js';
import type { Span } from '../model/span.js';
import { fileText } from './file-text.js';

/** Modules of the standard library that agent code imports, by which the sections of its imports are told apart. */
const STANDARD = new Set(
  `abc argparse array ast asyncio atexit base64 bisect builtins calendar cmd codecs collections concurrent configparser
  contextlib contextvars copy csv ctypes dataclasses datetime decimal difflib dis email enum errno fcntl fnmatch fractions
  ftplib functools gc getpass glob gzip hashlib heapq hmac html http imaplib importlib inspect io ipaddress itertools json
  keyword locale logging lzma mailbox math mimetypes multiprocessing numbers operator os pathlib pickle pkgutil platform
  pprint queue random re sched secrets select shelve shlex shutil signal site smtplib socket socketserver sqlite3 ssl stat
  statistics string struct subprocess sys sysconfig tarfile tempfile textwrap threading time timeit tomllib traceback types
  typing unicodedata unittest urllib uuid venv warnings weakref webbrowser xml xmlrpc zipfile zlib zoneinfo`.split(
    /\s+/,
  ),
);

/** Where a statement stands in the order that import sorters give: section, `import` before `from`, module. */
function orderOf(module: string, from: boolean): readonly [section: number, rest: string] {
  const [top = ''] = module.split('.');
  const section = module === '__future__' ? 0 : STANDARD.has(top) ? 1 : top === '' ? 3 : 2;
  return [section, `${from ? 1 : 0} ${module.toLowerCase()}`];
}

interface Placed {
  readonly span: Span;
  readonly section: number;
  readonly rest: string;
}

/** The edit that adds an import statement in its place among those at the head of the file, or below its docstring. */
export function pythonImport(app: AppModel, file: SourceFile, module: string, statement: string): TextEdit {
  const { eol, path } = file;
  const text = fileText(app, path);
  const [section, rest] = orderOf(module, statement.startsWith('from '));
  const head = headImports(app, file);
  const at = (offset: number, inserted: string): TextEdit => ({
    span: { file: path, start: offset, end: offset },
    text: inserted,
  });
  const before = head.findLast((other) => other.section < section || (other.section === section && other.rest < rest));
  if (before !== undefined) {
    const end = lineEnd(text, before.span.end);
    const lead = text.slice(0, end).endsWith('\n') ? '' : eol;
    const gap = before.section === section ? '' : eol;
    const next = head[head.indexOf(before) + 1];
    const tail = next !== undefined && next.section !== section && !/^\s*\n/.test(text.slice(end)) ? eol : '';
    return at(end, `${lead}${gap}${statement}${eol}${tail}`);
  }
  const [first] = head;
  if (first !== undefined) return at(first.span.start, `${statement}${eol}${first.section === section ? '' : eol}`);
  const offset = file.importOffset;
  const above = text.slice(0, offset);
  const lead = above === '' || /^#/.test(lastLine(above)) ? '' : above.endsWith('\n') ? eol : `${eol}${eol}`;
  return at(offset, `${lead}${statement}${eol}${/^\s*\n/.test(text.slice(offset)) ? '' : eol}`);
}

/** What stands between the parentheses of `from x import (…)`, or the names of one without. */
export function importedNames(app: AppModel, { namesSpan, span }: ImportSite): Span {
  const names = namesSpan ?? span;
  const text = app.text(span);
  const open = /^from\s+[\w.\s]+?\simport\s*\(/.exec(text)?.[0].length;
  if (open === undefined) return names;
  return { file: span.file, start: span.start + open, end: span.end - (text.endsWith(')') ? 1 : 0) };
}

/** Statements at the head of the file, each once, in order. */
function headImports(app: AppModel, file: SourceFile): readonly Placed[] {
  const statements = new Map<number, Placed>();
  for (const { module, span } of file.imports) {
    if (span.start >= file.importOffset || statements.has(span.start)) continue;
    const [section, rest] = orderOf(module, app.text(span).startsWith('from'));
    statements.set(span.start, { span, section, rest });
  }
  return [...statements.values()].sort((a, b) => a.span.start - b.span.start);
}

function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
