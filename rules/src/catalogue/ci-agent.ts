/** An agent that runs in CI, as data: which action or command it is, and what its inputs and flags mean. Literals only. */
export interface CiAgent {
  readonly id: string;
  readonly title: string;
  /** Actions, without the version. */
  readonly uses: readonly string[];
  /** A regular expression for the command in a script. */
  readonly command?: string;
  /** The action itself refuses accounts without write access. */
  readonly checksActor: boolean;
  /** Inputs that are or hold the prompt. */
  readonly prompts: readonly string[];
  /** Inputs that are a command line. */
  readonly arguments: readonly string[];
  /** Inputs with the model's key, which the agent needs. */
  readonly keys: readonly string[];
  readonly open: readonly CiInputRow[];
  readonly unsafe: readonly CiInputRow[];
  readonly tools: CiToolsRow;
}

export interface CiInputRow {
  /** Absent: any text that is a command line of the agent. */
  readonly input?: string;
  /** A regular expression, without regard to case. */
  readonly pattern: string;
  readonly note: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** The value that an input should have instead; absent where it is best left out. */
  readonly replacement?: string;
}

/** How the tools that run without a question are named. */
export interface CiToolsRow {
  /** What holds when nothing is said. */
  readonly default: 'any' | 'some' | 'none';
  /** The agent's options for them on its command line: `--allowedTools`. */
  readonly options: readonly string[];
  /** Input with JSON settings, and the key in it that lists the tools. */
  readonly settings?: {
    readonly input: string;
    readonly allow: readonly string[][];
    readonly deny?: readonly string[];
  };
  /** A regular expression for a tool that runs any command or reaches any address. */
  readonly any: string;
}
