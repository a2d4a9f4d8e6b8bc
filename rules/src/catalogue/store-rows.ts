import type { AccessPath, RelativePath, Row } from './access-path.js';

/** A call that writes into, or searches in, a store whose entries models read: documents, or memories of earlier runs. */
export interface StoreRow extends Row {
  readonly call: AccessPath;
  readonly holds: 'documents' | 'memories';
  readonly does: 'writes' | 'searches';
  /** What is written. */
  readonly content?: readonly RelativePath[];
  /** What is kept beside it: metadata that stands in an argument of its own. */
  readonly beside?: readonly RelativePath[];
  /** Options that say whose entries are meant: filters, namespaces, names of collections. */
  readonly scope: readonly RelativePath[];
}

/** A call that gives all records there are, unless something bounds it. Statements in SQL are sinks and need no row. */
export interface RecordsRow extends Row {
  readonly call: AccessPath;
  /** Arguments and options that choose or bound the records, unless they are empty objects. */
  readonly bounds?: readonly RelativePath[];
  /** What names the records; without it the member before the method does: `prisma.customer.findMany()`. */
  readonly name?: RelativePath;
}

/** Middleware, decorators and calls that let a client through only so often. */
export interface RateLimitRow extends Row {
  readonly call: AccessPath;
}

/** A call that is told how large the body of a request may be: by the option, or by its whole purpose. */
export interface BodyLimitRow extends Row {
  readonly call: AccessPath;
  readonly at?: RelativePath;
}
