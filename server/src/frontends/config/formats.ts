/** How the names of data files end, by the notation in which they are written. In lower case. */
export const configFormats = {
  json: ['.json', '.jsonc', '.code-workspace'],
  yaml: ['.yaml', '.yml'],
  toml: ['.toml'],
  markdown: ['.md', '.mdc', '.cursorrules', '.windsurfrules', '.clinerules', '.goosehints'],
  commands: ['.dockerfile', '.mk'],
} as const;

/** Files of commands that go by their whole name: `Dockerfile.dev`, `Makefile`. */
export const commandFiles = /(?:^|\/)(?:(?:Docker|Container)file(?:\.[\w.-]+)?|(?:GNU)?Makefile)$/i;

export const configExtensions: readonly string[] = Object.values(configFormats).flat();

export function isConfigFormat(path: string): boolean {
  const name = path.toLowerCase();
  return configExtensions.some((end) => name.endsWith(end)) || commandFiles.test(path);
}
