import type { AnalysisRequest, CancelFlag, FolderSetup } from './analyst.js';

/** From the server to the thread that analyses. All but `close` are answered under their id. */
export type ThreadRequest =
  | { readonly id: number; readonly kind: 'analyse'; readonly request: AnalysisRequest; readonly cancel: CancelFlag }
  | { readonly id: number; readonly kind: 'effectiveConfig'; readonly folder: FolderSetup }
  | { readonly id: number; readonly kind: 'rulePage'; readonly rule: string }
  | { readonly id: number; readonly kind: 'close'; readonly root: string };

/** From the thread to the server. */
export type ThreadReply =
  | { readonly id: number; readonly kind: 'result'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'error'; readonly message: string }
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly total: number };

/** What a `Worker` and a `MessagePort` have in common. */
export interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}
