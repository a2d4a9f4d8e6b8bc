/** Programs that run any other program or code that they are given: alternatives of a regular expression. */
export const interpreters =
  'bash|sh|zsh|fish|pwsh|powershell|cmd|sudo|python3?|node|deno|bun|npx|bunx|uvx|docker|ssh|eval';
