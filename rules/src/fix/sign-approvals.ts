import type { AppModel } from '../model/app.js';
import type { Fix } from '../model/finding.js';
import type { OptionsSite } from '../model/site.js';
import { insertProperty } from './options-edit.js';

/** Has the server sign its approval requests with a secret of the environment. */
export function signApprovals(app: AppModel, options: OptionsSite | undefined, property: string): Fix | undefined {
  if (options === undefined || options.open) return undefined;
  return {
    title: `Set ${property}`,
    kind: 'suggest',
    edits: insertProperty(app, options, `${property}: process.env.TOOL_APPROVAL_SECRET`),
  };
}
