import * as z from 'zod/mini';

const sinkKinds = [
  'shell',
  'process-arguments',
  'code',
  'url',
  'path',
  'sql',
  'html',
  'template',
  'log',
  'prompt-system',
  'prompt-user',
  'prompt-messages',
  'prompt-role',
] as const;

const described = <T extends z.ZodMiniType>(schema: T, description: string): T => schema.check(z.meta({ description }));

const named = {
  name: described(z.string(), 'Function of the project, `src/safe.ts#confine`, or of a package, `shell-quote#quote`.'),
  cleans: described(
    z.optional(z.union([z.literal('all'), z.array(z.enum(sinkKinds))])),
    'What the value is safe for then; `all` if absent.',
  ),
};
const sanitizer = z.union([z.string(), z.strictObject(named)]);
const guard = z.union([
  z.string(),
  z.strictObject({
    ...named,
    how: described(
      z.optional(z.enum(['truthy', 'completes'])),
      '`truthy` (default): returns something truthy for safe values only. `completes`: throws for all others.',
    ),
  }),
]);

const exception = z.strictObject({
  rule: described(z.string(), 'Id of the rule.'),
  path: described(z.optional(z.string()), 'Glob of the files; all files if absent.'),
  reason: described(z.string().check(z.minLength(1)), 'Why this is fine, for the next reader.'),
  expires: described(
    z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2026-12-31'))),
    'Last day on which the exception holds, as 2026-12-31.',
  ),
});

/** The configuration file. Unknown keys are errors; the JSON Schema that is published is generated from this. */
export const configSchema = z.strictObject({
  $schema: z.optional(z.string()),
  preset: described(
    z.optional(z.enum(['recommended', 'strict', 'audit'])),
    'Which rules are on: `recommended` (default), `strict` with opt-in rules, `audit` with everything for reviewers.',
  ),
  rules: described(
    z.optional(z.record(z.string(), z.enum(['off', 'info', 'warning', 'error']))),
    'Severity per rule id, or `off`.',
  ),
  include: described(z.optional(z.array(z.string())), 'Globs of the files to analyse; all source files if absent.'),
  exclude: described(z.optional(z.array(z.string())), 'Globs of files and folders to leave out, besides ignored ones.'),
  sanitizers: described(z.optional(z.array(sanitizer)), 'Functions whose result is safe.'),
  guards: described(z.optional(z.array(guard)), 'Functions that tell safe values from others.'),
  allowOpenWeb: described(
    z.optional(z.boolean()),
    'Tools read any page by design: neither addresses that the model chooses nor hosted web tools without a domain list are reported.',
  ),
  allow: described(z.optional(z.array(exception)), 'Accepted findings, each with a reason.'),
  inlineIgnores: described(z.optional(z.boolean()), 'Whether ignore comments count; true if absent.'),
  heuristics: described(z.optional(z.boolean()), 'Also show findings that rest on something missing.'),
});

export type ConfigFile = z.infer<typeof configSchema>;
