import type { ToolRow, ToolSchema } from '@leashlint/rules';
import type { FunctionRef, Program } from '../../program/program.js';
import type { FollowedValue } from '../catalogue/relative.js';
import { readSchema } from '../schema/schema.js';

/** What a declaration says about its schema: the value, or that there may be one that nobody sees. */
interface Declared {
  readonly schema: FollowedValue | undefined;
  readonly schemaOpen: boolean;
}

const UNKNOWN: ToolSchema = { state: 'unknown', span: undefined, dialect: 'other', fields: [] };
const NOTHING: ToolSchema = { state: 'fields', span: undefined, dialect: 'other', fields: [] };

/** The input schema of a tool by its row. Without a schema and with handlers that read no input, a tool accepts nothing. */
export function declaredSchema(
  program: Program,
  row: Pick<ToolRow, 'schema' | 'schemaShape' | 'input'>,
  { schema, schemaOpen }: Declared,
  handlers: readonly FunctionRef[],
): ToolSchema {
  if (schema === undefined && (schemaOpen || row.schema === undefined)) return UNKNOWN;
  const read = readSchema(program, schema?.ref, row.schemaShape);
  return read.state === 'absent' && takesNothing(program, row, handlers) ? NOTHING : read;
}

/** Servers that take shapes of fields hand a handler without a shape their own context in place of the input. */
function takesNothing(
  program: Program,
  { schemaShape, input }: Pick<ToolRow, 'schemaShape' | 'input'>,
  handlers: readonly FunctionRef[],
): boolean {
  if (schemaShape === 'zod-shape') return true;
  if (handlers.length === 0 || input === undefined) return false;
  return handlers.every((handler) => program.function(handler).parameters.length <= input);
}
