import { namedFormats } from './named-formats.js';
import { prefixedFormats } from './prefixed-formats.js';
import type { SecretFormat } from './secret-format.js';

/** Key formats of providers of models and of services that agents hold keys for, most specific first. */
export const secretFormats: readonly SecretFormat[] = [...prefixedFormats, ...namedFormats];
