import type { FrameworkRef } from './framework-ref.js';
import type { CallSite, PropertySite } from './site.js';
import type { Span } from './span.js';

/** Something made elsewhere that becomes part of the application: weights, a data set, a prompt, code of a repository. */
export interface Artifact {
  readonly kind: ArtifactKind;
  readonly framework: FrameworkRef;
  /** The call that loads it: `AutoModel.from_pretrained`. */
  readonly loader: string;
  /** The callee. */
  readonly span: Span;
  /** Who keeps it: "the Hugging Face Hub". */
  readonly registry: string;
  /** What names it there; undefined if it is computed or handed in. */
  readonly name: string | undefined;
  readonly nameSpan: Span;
  /** `hub`: the registry's name, `local`: a folder or file, `unknown`: only the running program knows. */
  readonly place: 'hub' | 'local' | 'unknown';
  /** `fixed`: a commit or digest, `moving`: a branch or tag, `absent`: the newest there is, `unknown`: computed. */
  readonly pin: 'fixed' | 'moving' | 'absent' | 'unknown';
  /** Whether loading runs code of the artifact: `allowed` by an option that says so, `always` by what the call does. */
  readonly runsCode: 'no' | 'allowed' | 'always';
  /** The option that allows code to run, as written; undefined where it is not written at the call. */
  readonly permission: PropertySite | undefined;
  /** True if every value that the option can have allows it. */
  readonly surelyAllowed: boolean;
  /** Where the code says it, if that is elsewhere: the default of a parameter that is handed down. */
  readonly allowedAt?: Span;
  /** Kept by those who make the library that loads it. */
  readonly ofLibrary: boolean;
  /** The call that trains a model on it. */
  readonly trains: Span | undefined;
}

export type ArtifactKind = 'model' | 'dataset' | 'prompt' | 'code' | 'tool';

/** A call that makes objects of bytes in a way that lets the bytes choose which code runs. */
export interface Deserialization {
  readonly framework: FrameworkRef;
  /** `pickle.load`. */
  readonly loader: string;
  /** The argument that has the bytes, the file or its path. */
  readonly span: Span;
  readonly call: CallSite;
  /** The option that makes it unsafe, as written: `weights_only=False`. */
  readonly optIn: PropertySite | undefined;
  /** What the option should be, and the keyword argument to add where it is absent. */
  readonly replacement: string | undefined;
  readonly insert: string | undefined;
  /** The function beside it that makes only data: `safe_load`. */
  readonly safe: string | undefined;
  readonly origin: BytesOrigin;
  /** A checksum or signature decides whether the call is reached. */
  readonly verified: boolean;
  /** The file also writes such data: it may be the program's own. */
  readonly hasWriter: boolean;
}

/** Where bytes come from, as far as files and addresses tell. What outsiders send is a `Flow`. */
export type BytesOrigin =
  /** Fetched from an address. */
  | { readonly kind: 'download'; readonly span: Span; readonly label: string; readonly clear: boolean }
  /** Files that a registry of artifacts hands out. */
  | { readonly kind: 'hub'; readonly span: Span; readonly label: string; readonly pinned: boolean }
  /** The program has written the same file. */
  | { readonly kind: 'own' }
  /** A file whose name the code says. */
  | { readonly kind: 'constant' }
  /** Whoever calls the function says. */
  | { readonly kind: 'parameter'; readonly name: string | undefined }
  | { readonly kind: 'unknown' };

/** Something that code fetches and then loads or runs. */
export interface Download {
  /** The call that fetches, or the command line that does. */
  readonly span: Span;
  readonly label: string;
  /** What nobody can trust about it: it is not encrypted, or nobody looks at who answers. */
  readonly channel: 'clear' | 'unverified' | 'trusted';
  /** The option that switches the check of certificates off. */
  readonly insecure: PropertySite | undefined;
  /** What the program does with it. */
  readonly use: 'runs' | 'loads' | 'trains';
  readonly useSpan: Span;
  readonly verified: boolean;
}

/** A package or image that code starts as an MCP server. */
export interface StartedPackage {
  /** `npx`, `uvx`, `docker`. */
  readonly runner: string;
  readonly name: string;
  readonly pin: string | undefined;
  /** The argument that names it. */
  readonly span: Span;
  readonly framework: FrameworkRef;
}

/** A literal name of a model that a call, agent or client of a framework gets. */
export interface ModelName {
  readonly name: string;
  readonly span: Span;
  readonly framework: FrameworkRef;
  /** An option for names of models has it. Elsewhere it may be another text. */
  readonly option: boolean;
}

/** A server of models that code starts with leave to run code of the model's repository. */
export interface RemoteCodeFlag {
  readonly span: Span;
  /** `--trust-remote-code`. */
  readonly option: string;
  /** `vllm`. */
  readonly program: string;
  /** A commit of the repository is named beside it. */
  readonly pinned: boolean;
}
