import type { Agent, ModelCall, PromptSlot } from './agent.js';
import type { Evidence, TraceStep } from './finding.js';
import type { ArgumentSite, CallSite } from './site.js';
import type { Span } from './span.js';
import type { EffectKind, Tool } from './tool.js';

export type SourceKind =
  'request' | 'tool-input' | 'model-output' | 'retrieved' | 'secret' | 'sensitive' | 'session' | 'local';

export type SinkKind =
  | 'shell'
  | 'process-arguments'
  | 'code'
  | 'url'
  | 'path'
  | 'sql'
  /** Text of a search engine's query language, in which a backslash makes any character stand for itself. */
  | 'search-query'
  /** The filter of a document database, in which objects are operators. Text is harmless there. */
  | 'query-filter'
  | 'html'
  | 'template'
  | 'log'
  | 'prompt-system'
  | 'prompt-user'
  | 'prompt-messages'
  | 'prompt-role'
  /** Text of another kind that a model reads: what an assistant or tool message says, input of an embedding. */
  | 'prompt-other'
  /** What the handler of a tool returns: the model reads it. */
  | 'tool-result'
  /** Address of a model or MCP client. */
  | 'endpoint'
  /** Where a browser is sent. */
  | 'redirect'
  /** Who gets a mail or message. */
  | 'recipient'
  /** A module that is loaded. */
  | 'module'
  /** Text that becomes markup whose images and links a browser follows. */
  | 'markdown'
  /** Text that is put into a store from which models read documents. */
  | 'knowledge'
  /** Text that is kept for later runs of a model: memories, files of instructions. */
  | 'memory'
  /** What is written, paid, sent or deleted by an effect: only its checks matter, not what it consists of. */
  | 'record'
  /** Bytes, or the file that has them, of which objects are made that choose what code runs. */
  | 'deserialize';

export interface FlowSource {
  readonly kind: SourceKind;
  readonly span: Span;
  /** `req.body.persona`, "argument `url` of tool `fetch_page`". */
  readonly label: string;
  /** The tool whose input this is. */
  readonly tool: Tool | undefined;
  /** The model call whose output this is. */
  readonly modelCall: ModelCall | undefined;
  /** An AI framework hands it over: an agent is near, wherever it stands. */
  readonly ai?: boolean;
}

export interface FlowSink {
  readonly kind: SinkKind;
  /** The argument that receives the value. */
  readonly span: Span;
  readonly label: string;
  readonly call: CallSite | undefined;
  readonly argument: ArgumentSite | undefined;
  /** The same for sinks of one function that get the same value, which one check would be enough for. */
  readonly value?: string;
  /** What the call does, when it is an effect. */
  readonly effect: EffectKind | undefined;
  /** The program whose arguments these are, where the call does not name it; `chosen`: the value names the program. */
  readonly program?: string;
  /** The model call or agent whose slot this is. */
  readonly slot: PromptSlot | undefined;
  readonly modelCall: ModelCall | Agent | undefined;
}

/** An unguarded path from a source to a sink. Guarded paths are not in the model. */
export interface Flow {
  readonly source: FlowSource;
  readonly sink: FlowSink;
  readonly steps: readonly TraceStep[];
  readonly evidence: Evidence;
  /** Guards that were seen and do not count, with the reason: "`includes` accepts any text around the word". */
  readonly weakGuards: readonly { readonly span: Span; readonly reason: string }[];
  /** True when only a part of the sink's value comes from the source: concatenated or interpolated. */
  readonly partial: boolean;
  /** What sets the value apart from the instructions around it; for prompts only. */
  readonly boundary?: Boundary;
  /** Of a path: where it is put together with a folder on its way. */
  readonly join?: PathJoin;
  /** The call that makes data of the text on the way: `JSON.parse(text)`. */
  readonly parse?: Span;
  /** Of a text from a request that goes into a prompt: the code bounds how long it is. */
  readonly bounded?: true;
}

/** `join(folder, name)`, `folder.joinpath(name)`, `folder / name`, `${folder}/${name}`: what stands before the source is the folder. */
export interface PathJoin {
  readonly form: 'call' | 'method' | 'operator' | 'text';
  readonly span: Span;
  /** Arguments, the receiver first, or pieces of a text; empty for an operator. */
  readonly parts: readonly (string | Span)[];
  /** Index of the part that the source fills. */
  readonly filled: number;
}

/** How a value stands in the text of a prompt. */
export interface Boundary {
  /** `none`: between words of an instruction; `marked`: tags, a fence or encoding say where it ends; `apart`: in a text of its own. */
  readonly state: 'none' | 'marked' | 'apart';
  /** The text that holds it, when the state is `none`. */
  readonly span: Span | undefined;
}
