/**
 * Shell commands that run what they have just downloaded or decoded, which nobody has read. Like the others here a regular expression
 * for a part of the command, without regard to case.
 */
export const downloadAndRun =
  '(?:\\b(?:curl|wget|iwr|irm|invoke-webrequest|invoke-restmethod)\\b[^|;&\\n]*\\|\\s*(?:sudo\\s+)?(?:ba|z|da|k)?sh\\b|\\b(?:curl|wget)\\b[^|;&\\n]*\\|\\s*(?:sudo\\s+)?(?:python3?|node|perl|ruby)\\b|\\b(?:bash|sh|source|\\.)\\s+<\\(\\s*(?:curl|wget)\\b|\\beval\\s+["\']?\\$\\(\\s*(?:curl|wget)\\b|\\bbash\\s+-c\\s+["\']\\$\\((?:curl|wget)\\b|\\b(?:iwr|irm|invoke-webrequest|invoke-restmethod)\\b[^|;&\\n]*\\|\\s*(?:iex|invoke-expression)\\b|\\biex\\b[^\\n]*\\b(?:iwr|irm|downloadstring)\\b)';

/** Commands that decode a text and run it. */
export const decodeAndRun =
  '\\bbase64\\s+(?:-d|-D|--decode)\\b[^;&\\n]*\\|\\s*(?:sudo\\s+)?(?:(?:ba|z|da)?sh|python3?|node)\\b';

/** Commands that put a value of the event, unquoted, into a shell again. */
export const evalOfInput =
  '(?:\\beval\\s+["\']?\\$\\(\\s*jq\\b|\\b(?:ba)?sh\\s+-c\\s+["\']?\\$\\(\\s*jq\\b|\\|\\s*jq\\b[^|\\n]*tool_input[^|\\n]*\\|\\s*(?:xargs\\s+)?(?:ba)?sh\\b)';
