/** Names in a list of allowed tools, `Bash(git log:*), Read WebFetch`: commas and spaces in brackets belong to the tool. */
export function toolNames(list: string): readonly string[] {
  return list.match(/[^\s,(]+(?:\([^)]*\))?/g) ?? [];
}
