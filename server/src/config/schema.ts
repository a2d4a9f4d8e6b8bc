// Not the whole package: a configuration is read before the rules are.
import { modelProviders } from '@leashlint/rules/model-providers';
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

const DATE = /^\d{4}-\d{2}-\d{2}$/;

const exception = z.strictObject({
  rule: described(z.string(), 'Id of the rule.'),
  path: described(z.optional(z.string()), 'Glob of the files; all files if absent.'),
  reason: described(z.string().check(z.minLength(1)), 'Why this is fine, for the next reader.'),
  expires: described(
    z.optional(z.string().check(z.regex(DATE, 'must be a date like 2026-12-31'))),
    'Last day on which the exception holds, as 2026-12-31.',
  ),
});

const capability = z.enum([
  'private-read',
  'untrusted-in',
  'egress',
  'write',
  'exec',
  'pay',
  'identity',
  'config-change',
  'bulk-export',
]);
const names = z.array(z.string().check(z.minLength(1)));
const capabilityRule = z.strictObject({
  agents: described(z.optional(names), 'Names of agents, `*` for any text; everything with tools if absent.'),
  capabilities: described(z.optional(z.array(capability)), 'What tools do.'),
  tools: described(z.optional(names), 'Names of tools, whatever they do.'),
  reason: described(z.optional(z.string()), 'Why, for the message.'),
});
const policy = z.strictObject({
  forbid: described(z.optional(z.array(capabilityRule)), 'What agents may not do or have.'),
  requireApproval: described(z.optional(z.array(capabilityRule)), 'What a person has to approve each time.'),
  allowTools: described(z.optional(z.record(z.string(), names)), 'The only tools that an agent may have, by its name.'),
});
const agent = z.strictObject({
  owner: described(z.optional(z.string()), 'Who answers for it.'),
  purpose: described(z.optional(z.string()), 'What it is for.'),
  reviewBy: described(
    z.optional(z.string().check(z.regex(DATE, 'must be a date like 2026-12-31'))),
    'Day by which somebody has to look at what it may do, as 2026-12-31.',
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
  allowedProviders: described(
    z.optional(z.array(z.enum(modelProviders.map(({ id }) => id)))),
    'The only providers of models that code may ask.',
  ),
  allowedModels: described(z.optional(names), 'The only models, by name; `*` stands for any text.'),
  allowedEndpoints: described(
    z.optional(names),
    'The only hosts that clients and requests may be given, `*.acme.com` with those below it. This machine is always allowed.',
  ),
  firstPartyMcp: described(
    z.optional(names),
    'The only MCP servers besides those on this machine and in this repository: names, packages or hosts.',
  ),
  modelGateway: described(z.optional(names), 'Globs of the files in which models may be called.'),
  policy: described(z.optional(policy), 'What agents may do.'),
  agents: described(z.optional(z.record(z.string(), agent)), 'What is known about agents, by their names.'),
  allow: described(z.optional(z.array(exception)), 'Accepted findings, each with a reason.'),
  inlineIgnores: described(z.optional(z.boolean()), 'Whether ignore comments count; true if absent.'),
  heuristics: described(z.optional(z.boolean()), 'Also show findings that rest on something missing.'),
});

export type ConfigFile = z.infer<typeof configSchema>;
