/** Shell commands that run what they have just downloaded or decoded, which nobody has read. Regular expressions without regard to case. */
export const downloadAndRun =
  '[\\s\\S]*(?:\\b(?:curl|wget|iwr|irm|invoke-webrequest|invoke-restmethod)\\b[^|;&\\n]*\\|\\s*(?:sudo\\s+)?(?:ba|z|da|k)?sh\\b|\\b(?:curl|wget)\\b[^|;&\\n]*\\|\\s*(?:sudo\\s+)?(?:python3?|node|perl|ruby)\\b|\\b(?:bash|sh|source|\\.)\\s+<\\(\\s*(?:curl|wget)\\b|\\beval\\s+["\']?\\$\\(\\s*(?:curl|wget)\\b|\\bbash\\s+-c\\s+["\']\\$\\((?:curl|wget)\\b|\\biex\\b[^\\n]*\\b(?:iwr|irm|downloadstring)\\b)[\\s\\S]*';

/** Commands that decode a text and run it. */
export const decodeAndRun =
  '[\\s\\S]*\\bbase64\\s+(?:-d|-D|--decode)\\b[^;&\\n]*\\|\\s*(?:sudo\\s+)?(?:(?:ba|z|da)?sh|python3?|node)\\b[\\s\\S]*';

/** Commands that put a value of the event, unquoted, into a shell again. */
export const evalOfInput =
  '[\\s\\S]*(?:\\beval\\s+["\']?\\$\\(\\s*jq\\b|\\b(?:ba)?sh\\s+-c\\s+["\']?\\$\\(\\s*jq\\b|\\|\\s*jq\\b[^|\\n]*tool_input[^|\\n]*\\|\\s*(?:xargs\\s+)?(?:ba)?sh\\b)[\\s\\S]*';
