/**
 * Methods of strings, arrays, maps, promises and other values that every program has, by name. Used only where the
 * receiver is not a known package's object and the method is not the project's own.
 */

/** The result is a number, boolean or position: no text passes. */
export const CLEAN_METHODS: ReadonlySet<string> = new Set([
  'includes',
  'startsWith',
  'endsWith',
  'indexOf',
  'lastIndexOf',
  'test',
  'has',
  'some',
  'every',
  'findIndex',
  'findLastIndex',
  'charCodeAt',
  'codePointAt',
  'localeCompare',
  'search',
  'getTime',
  'valueOf',
  'size',
  'isInteger',
  'delete',
  'hasOwnProperty',
]);

/** The result is (part of) the receiver's text or elements; the arguments only select. */
export const RECEIVER_METHODS: ReadonlySet<string> = new Set([
  'trim',
  'trimStart',
  'trimEnd',
  'toString',
  'toLowerCase',
  'toUpperCase',
  'toLocaleLowerCase',
  'toLocaleUpperCase',
  'slice',
  'substring',
  'substr',
  'split',
  'at',
  'charAt',
  'normalize',
  'match',
  'matchAll',
  'exec',
  'reverse',
  'toReversed',
  'sort',
  'toSorted',
  'flat',
  'values',
  'keys',
  'entries',
  'pop',
  'shift',
  'repeat',
  'toJSON',
  'text',
  'json',
  'formData',
  'getAll',
  'arrayBuffer',
  'blob',
  'next',
  'read',
  'getReader',
  'tee',
  'pipe',
  'pipeThrough',
  'finally',
  'toArray',
  'unwrap',
  'getBody',
]);

/** The result carries the receiver and the arguments: `a.concat(b)`, `text.replace(x, y)`. */
export const JOINING_METHODS: ReadonlySet<string> = new Set([
  'concat',
  'join',
  'replace',
  'replaceAll',
  'padStart',
  'padEnd',
  'with',
  'toSpliced',
]);

/** The callback's result becomes the result's elements. */
export const MAPPING_METHODS: ReadonlySet<string> = new Set(['map', 'flatMap']);

/** The result's elements are the receiver's elements for which the callback holds. */
export const FILTER_METHODS: ReadonlySet<string> = new Set(['filter']);

/** The result is one element of the receiver for which the callback holds. */
export const FIND_METHODS: ReadonlySet<string> = new Set(['find', 'findLast']);

/** Look-ups by key: the result is a stored value, whatever the key is. */
export const LOOKUP_METHODS: ReadonlySet<string> = new Set(['get']);

/** Where callbacks of built-in methods get their parameters from: index → element of the receiver or the receiver itself. */
export function callbackSource(method: string, parameter: number): 'element' | 'receiver' | undefined {
  switch (method) {
    case 'map':
    case 'flatMap':
    case 'filter':
    case 'forEach':
    case 'find':
    case 'findLast':
    case 'some':
    case 'every':
    case 'findIndex':
      return parameter === 0 ? 'element' : parameter === 2 ? 'receiver' : undefined;
    case 'reduce':
    case 'reduceRight':
      return parameter === 1 ? 'element' : undefined;
    case 'sort':
    case 'toSorted':
      return 'element';
    case 'then':
      return parameter === 0 ? 'receiver' : undefined;
    case 'on':
    case 'once':
    case 'addListener':
    case 'addEventListener':
    case 'subscribe':
      return 'receiver';
    default:
      return undefined;
  }
}
