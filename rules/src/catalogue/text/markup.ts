import type { Framework } from '../framework.js';

const js = { language: 'javascript', ai: false } as const;

export const markdownIt = {
  ...js,
  id: 'markdown-it',
  title: 'markdown-it',
  modules: ['markdown-it'],
  checkedAgainst: { '@types/markdown-it': ['14'] },
  // Markup is escaped unless `html: true`.
  sinks: [
    {
      kind: 'html',
      call: 'Member[default].Instance.Member[render,renderInline]',
      at: 'Argument[0]',
      when: { at: 'Receiver.Argument[0].Member[html]', values: [true] },
    },
    {
      kind: 'html',
      call: 'Member[default].ReturnValue.Member[render,renderInline]',
      at: 'Argument[0]',
      when: { at: 'Receiver.Argument[0].Member[html]', values: [true] },
    },
  ],
  sanitizers: [
    { call: 'Member[default].Instance.Member[render,renderInline]', cleans: ['html'] },
    { call: 'Member[default].ReturnValue.Member[render,renderInline]', cleans: ['html'] },
    { call: 'Member[default].Instance.Member[utils].Member[escapeHtml]', cleans: ['html'] },
  ],
} as const satisfies Framework;

export const marked = {
  ...js,
  id: 'marked',
  title: 'Marked',
  modules: ['marked'],
  checkedAgainst: { marked: ['18'] },
  // It keeps markup, so that its result is as dirty as its input; the place that shows it is the sink.
  passThroughs: [
    { call: 'Member[marked,parse,parseInline]', from: ['Argument[0]'] },
    { call: 'Member[marked].Member[parse,parseInline]', from: ['Argument[0]'] },
    { call: 'Member[Marked].Instance.Member[parse,parseInline]', from: ['Argument[0]'] },
  ],
} as const satisfies Framework;

export const domPurify = {
  ...js,
  id: 'dompurify',
  title: 'DOMPurify',
  modules: ['dompurify', 'isomorphic-dompurify'],
  checkedAgainst: { dompurify: ['3'] },
  sanitizers: [
    { call: 'Member[default].Member[sanitize]', cleans: ['html'] },
    { call: 'Member[default].ReturnValue.Member[sanitize]', cleans: ['html'] },
  ],
} as const satisfies Framework;

export const sanitizeHtml = {
  ...js,
  id: 'sanitize-html',
  title: 'sanitize-html',
  modules: ['sanitize-html'],
  checkedAgainst: { '@types/sanitize-html': ['2'] },
  sanitizers: [{ call: 'Member[default]', cleans: ['html'] }],
} as const satisfies Framework;

export const xss = {
  ...js,
  id: 'xss',
  title: 'xss',
  modules: ['xss'],
  checkedAgainst: { xss: ['1'] },
  sanitizers: [
    { call: 'Member[default,filterXSS]', cleans: ['html'] },
    { call: 'Member[FilterXSS].Instance.Member[process]', cleans: ['html'] },
  ],
} as const satisfies Framework;

export const htmlEscapers = {
  ...js,
  id: 'html-escapers',
  title: 'HTML escaping',
  modules: ['he', 'escape-html', 'lodash', 'lodash/escape', 'entities', 'html-escaper'],
  checkedAgainst: { '@types/he': ['1'], '@types/escape-html': ['1'], '@types/lodash': ['4'] },
  sanitizers: [
    { call: 'Member[encode,escape]', module: 'he', cleans: ['html'] },
    { call: 'Member[default]', module: 'escape-html', cleans: ['html'] },
    { call: 'Member[escape]', module: 'lodash', cleans: ['html'] },
    { call: 'Member[default]', module: 'lodash/escape', cleans: ['html'] },
  ],
} as const satisfies Framework;

export const validator = {
  ...js,
  id: 'validator',
  title: 'validator.js',
  modules: ['validator'],
  checkedAgainst: { '@types/validator': ['13'] },
  sanitizers: [{ call: 'Member[default].Member[escape]', cleans: ['html'] }],
  guards: [
    // Names of hosts and addresses still allow private ones.
    {
      call: 'Member[default].Member[isAlphanumeric,isInt,isNumeric,isUUID,isHexadecimal,isMongoId,isSlug,isISO8601,isBoolean,isFloat,isIn]',
      argument: 'Argument[0]',
      how: 'truthy',
      cleans: 'all',
    },
    {
      call: 'Member[default].Member[isIP,isFQDN,isEmail]',
      argument: 'Argument[0]',
      how: 'truthy',
      cleans: ['sql', 'html'],
    },
  ],
} as const satisfies Framework;
