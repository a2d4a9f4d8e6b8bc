import { catalogue, rules } from '@leashlint/rules';
import { typescriptFrontEnd } from '../frontends/typescript/front-end.js';
import { createProgram } from '../program/create-program.js';
import { emptyModel } from './empty-model.js';
import type { EngineParts } from './parts.js';

/** What leashlint ships with. */
export const defaultParts: EngineParts = {
  frontEnds: [typescriptFrontEnd],
  catalogue,
  rules,
  secretPatterns: [],
  createProgram,
  buildModel: () => emptyModel,
};
