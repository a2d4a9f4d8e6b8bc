import type { EffectiveConfig } from './config.js';

export const defaultConfig: EffectiveConfig = {
  source: undefined,
  preset: 'recommended',
  rules: {},
  only: undefined,
  skip: [],
  include: [],
  exclude: [],
  sanitizers: [],
  guards: [],
  allowOpenWeb: false,
  allow: [],
  policy: undefined,
  places: {},
  inlineIgnores: true,
  heuristics: false,
};
