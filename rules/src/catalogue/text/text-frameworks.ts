import type { Framework } from '../framework.js';
import { winston, pino, bunyan, debug, otherLogs } from './logs.js';
import { markdownRenderers } from './markdown-renderers.js';
import { markdownIt, marked, domPurify, sanitizeHtml, xss, htmlEscapers, validator } from './markup.js';
import { handlebars, ejs, pug, nunjucks, lodash } from './templates.js';

/** Markup, templates and logs. */
export const textFrameworks: readonly Framework[] = [
  markdownRenderers,
  winston,
  pino,
  bunyan,
  debug,
  otherLogs,
  markdownIt,
  marked,
  domPurify,
  sanitizeHtml,
  xss,
  htmlEscapers,
  validator,
  handlebars,
  ejs,
  pug,
  nunjucks,
  lodash,
];
