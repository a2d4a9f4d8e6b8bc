import type { FrameworkRef } from './framework-ref.js';
import type { Span } from './span.js';

/** A use of a store whose entries models read: a search, or a write. */
export interface StoreUse {
  readonly holds: 'documents' | 'memories';
  readonly does: 'writes' | 'searches';
  readonly framework: FrameworkRef;
  /** What is called: `PineconeStore.similaritySearch`. */
  readonly label: string;
  readonly span: Span;
  readonly calleeSpan: Span;
  /** What keeps the entries, in small letters: `pinecone`. */
  readonly keeper: string;
  /** Folder of the package that uses it. */
  readonly folder: string;
  /** Literal name of the index, collection or table; undefined if it has none or is not known. */
  readonly name: string | undefined;
  /**
   * Whose entries are meant: `chosen`: a filter, namespace or name that depends on the run; `fixed`: constants; `none`: all of
   * them; `unknown`: something unresolved may say it.
   */
  readonly scope: 'chosen' | 'fixed' | 'none' | 'unknown';
  /** A field or option that says whose an entry is: the store has those of several users or tenants. */
  readonly owner: StoreOwner | undefined;
  /** What is written keeps where it comes from, or who brought it. */
  readonly provenance: 'yes' | 'no' | 'unknown';
}

export interface StoreOwner {
  /** `tenantId`. */
  readonly name: string;
  readonly span: Span;
}

/** Records that a tool gives, with nothing that chooses or bounds them. */
export interface BulkRead {
  /** The tool whose handler reads them. */
  readonly tool: Span;
  readonly span: Span;
  /** `prisma.customer.findMany`. */
  readonly label: string;
  /** `customer`: a table, model or collection; undefined if it is not known. */
  readonly records: string | undefined;
  /** The records are about people, or hold what is theirs. */
  readonly personal: boolean;
}
