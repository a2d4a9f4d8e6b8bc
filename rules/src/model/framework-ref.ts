/** Where a fact's meaning comes from. `version` is the installed or declared major.minor.patch, if known. */
export interface FrameworkRef {
  /** Catalogue id: `vercel-ai`, `openai-agents-js`. */
  readonly id: string;
  /** Name for people: "Vercel AI SDK". */
  readonly title: string;
  readonly package: string;
  readonly version: string | undefined;
}
