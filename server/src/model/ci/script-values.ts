/** What a shell script does with its variables, as far as plain assignments and writes of outputs say. */
export interface ScriptValues {
  /** `BODY="$TITLE"`: texts that are assigned as they are. */
  readonly assigned: ReadonlyMap<string, readonly string[]>;
  /** Texts that the script gives the workflow, by the output's name. */
  readonly outputs: ReadonlyMap<string, readonly string[]>;
}

/** What the GitHub CLI prints of an issue, a pull request or their comments. */
export const PRINTED_BY_GH = 'what `gh` prints of the issue or pull request';

const GH =
  /^gh\s+(?:(?:issue|pr)\s+view\b(?=[\s\S]*(?:--comments\b|--json[\s=]\S*\b(?:title|body|comments|reviews)\b))|api\s[\s\S]*\/(?:issues|pulls|comments|discussions)\b)/;
/** Programs that hand through what they are given. */
const ECHO = /^(?:echo|printf\s+(?:'%s(?:\\n)?'|"%s(?:\\n)?")|cat\s*<<<|jq\s+-[rR]+s?\s+\.\s*<<<)\s*(.*)$/s;
/** Filters that change nothing that matters to a model or a shell. */
const HARMLESS_FILTER = /^(?:head|tail|tee|cat|sort|uniq|jq\s+-[rR][\w-]*\s+['"]?\.[\w.[\]\s|+"'\\-]*['"]?)(?:\s|$)/;

export function scriptValues(script: string): ScriptValues {
  const assigned = new Map<string, readonly string[]>();
  const outputs = new Map<string, string[]>();
  const add = (name: string, ...texts: readonly string[]): void => {
    outputs.set(name, [...(outputs.get(name) ?? []), ...texts]);
  };
  const lines = script.replaceAll(/\\\r?\n/g, ' ').split(/\r?\n/);
  let block: { readonly name: string; readonly end: string } | undefined;
  for (const line of lines) {
    const command = line.trim().replace(/^\{\s*/, '');
    const name = /^(?:export\s+|local\s+)?([A-Za-z_]\w*)=(.*)$/.exec(command);
    if (name?.[1] !== undefined) assigned.set(name[1], givenBy(name[2] ?? ''));
    const echoed = /^(?:echo|printf)\s+(?:-[en]+\s+)?(?:'%s(?:\\n)?'\s+)?(.*?)\s*(?:>>.*)?$/.exec(command)?.[1];
    if (echoed === undefined) {
      if (block !== undefined && command !== '') add(block.name, ...givenBy(`$(${command.replace(/\s*>>.*$/, '')})`));
      continue;
    }
    const text = unquoted(echoed);
    const opened = /^([A-Za-z_][\w-]*)<<(\S+)$/.exec(text);
    const written = /^([A-Za-z_][\w-]*)=([\s\S]*)$/.exec(text) ?? /^::set-output name=([\w-]+)::([\s\S]*)$/.exec(text);
    if (opened?.[1] !== undefined) block = { name: opened[1], end: opened[2] ?? '' };
    else if (block?.end === text) block = undefined;
    else if (block !== undefined) add(block.name, text);
    else if (written?.[1] !== undefined && /GITHUB_OUTPUT|::set-output/.test(script))
      add(written[1], ...givenBy(written[2] ?? ''));
  }
  return { assigned, outputs };
}

/** The texts of which a value consists; empty if a program changes them in a way that is not known. */
function givenBy(value: string): readonly string[] {
  const substituted = /^["']?\$\(([\s\S]*)\)["']?;?$/.exec(value.trim())?.[1];
  if (substituted === undefined) return value.includes('$(') ? [] : [unquoted(value)];
  const [first = '', ...filters] = substituted.split(/\s\|\s/).map((part) => part.trim());
  if (!filters.every((filter) => HARMLESS_FILTER.test(filter))) return [];
  if (GH.test(first)) return [PRINTED_BY_GH];
  const text = ECHO.exec(first)?.[1];
  return text === undefined ? [] : [unquoted(text)];
}

function unquoted(text: string): string {
  const whole = text.trim();
  // The shell replaces nothing between single quotes; the workflow has replaced its expressions before.
  const single = /^'([\s\S]*)'$/.exec(whole)?.[1]?.replaceAll(/\$(?!\{\{)/g, '');
  return single ?? /^"([\s\S]*)"$/.exec(whole)?.[1] ?? whole;
}

/** Variables that a text of a shell reads as they are, or the beginning of: `$BODY`, `${BODY}`, `${BODY:0:200}`. */
export function variablesIn(
  text: string,
): readonly { readonly name: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(/\$(?:\{([A-Za-z_]\w*)(?::[-\d][^}]*)?\}|([A-Za-z_]\w*))/g)].map((match) => ({
    name: match[1] ?? match[2] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}
