/** Programs with options that run other programs or read and write any file: `--upload-pack`, `-exec`, `-o`. */
export const programsWithOptions: ReadonlySet<string> = new Set([
  'git',
  'ssh',
  'scp',
  'rsync',
  'find',
  'tar',
  'zip',
  'curl',
  'wget',
  'npm',
  'npx',
  'pip',
  'sed',
  'awk',
]);
