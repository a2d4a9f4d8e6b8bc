/** The name of the function whose result an origin's path ends in: `object` of `v.object(…)`. */
export function calledMember(path: readonly string[]): string | undefined {
  if (path.at(-1) !== 'ReturnValue') return undefined;
  return /^Member\[(.+)\]$/.exec(path.at(-2) ?? '')?.[1];
}
