const PART = /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$|(?:^|\/)action\.ya?ml$/i;

/**
 * Workflows and actions call each other by name, so that who may start one and what reaches it stands in the others: all of them are
 * context where one is asked for. There are few.
 */
export function workflowParts(asked: readonly string[], files: readonly string[]): readonly string[] {
  return asked.some((path) => PART.test(path)) ? files.filter((path) => PART.test(path)) : [];
}
