/** How the names of data files end, by the notation in which they are written. In lower case. */
export const configFormats = {
  json: ['.json', '.jsonc', '.code-workspace'],
  yaml: ['.yaml', '.yml'],
  toml: ['.toml'],
  markdown: ['.md', '.mdc', '.cursorrules', '.windsurfrules', '.clinerules', '.goosehints'],
} as const;

export const configExtensions: readonly string[] = Object.values(configFormats).flat();
