/** The form in which names of Python's distributions are equal. */
export function distributionName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}
