import type { RuleMeta } from '@leashlint/rules';
import * as z from 'zod/mini';
import { homepage } from '../report/rule-url.js';
import { configSchema } from './schema.js';

/** The published JSON Schema of the configuration file, with the rule ids for completion in editors. */
export function configJsonSchema(rules: readonly RuleMeta[]): object {
  const schema = z.toJSONSchema(configSchema, { target: 'draft-7' });
  const severity = { enum: ['off', 'info', 'warning', 'error'] };
  const properties = Object.fromEntries(
    [...rules]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, title, severity: initial }) => [id, { ...severity, description: `${title}. Reports ${initial}.` }]),
  );
  return {
    ...schema,
    $id: `${homepage}/raw/main/schema/leashlint.config.schema.json`,
    title: 'leashlint configuration',
    properties: {
      ...schema.properties,
      rules: {
        type: 'object',
        description: 'Severity per rule id, or `off`.',
        properties,
        additionalProperties: false,
      },
    },
  };
}
