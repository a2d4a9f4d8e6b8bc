import type { Framework } from '../framework.js';

const js = { language: 'javascript', ai: false } as const;
const source = { kind: 'template', at: 'Argument[0]' } as const;

export const handlebars = {
  ...js,
  id: 'handlebars',
  title: 'Handlebars',
  modules: ['handlebars'],
  checkedAgainst: { handlebars: ['4'] },
  sinks: [{ ...source, call: 'Member[default].Member[compile,precompile]' }],
  settings: [
    {
      meaning: 'unsafe-template',
      call: 'Member[default].Member[compile]',
      at: 'Argument[1].Member[noEscape]',
      values: [true],
      replacement: 'false',
      severity: 'warning',
      subject: 'Handlebars.compile',
    },
  ],
} as const satisfies Framework;

export const ejs = {
  ...js,
  id: 'ejs',
  title: 'EJS',
  modules: ['ejs'],
  checkedAgainst: { '@types/ejs': ['3'] },
  sinks: [{ ...source, call: 'Member[render,compile]' }],
} as const satisfies Framework;

export const pug = {
  ...js,
  id: 'pug',
  title: 'Pug',
  modules: ['pug'],
  checkedAgainst: { '@types/pug': ['2'] },
  sinks: [{ ...source, call: 'Member[render,compile,compileClient]' }],
} as const satisfies Framework;

export const nunjucks = {
  ...js,
  id: 'nunjucks',
  title: 'Nunjucks',
  modules: ['nunjucks'],
  checkedAgainst: { '@types/nunjucks': ['3'] },
  sinks: [
    { ...source, call: 'Member[renderString,compile]' },
    { ...source, call: 'Member[Environment].Instance.Member[renderString]' },
    { ...source, call: 'Member[configure].ReturnValue.Member[renderString]' },
    { ...source, call: 'Member[Template]' },
  ],
  settings: [
    {
      meaning: 'unsafe-template',
      call: 'Member[configure]',
      at: 'Argument[0..1].Member[autoescape]',
      values: [false],
      replacement: 'true',
      severity: 'info',
      subject: 'nunjucks.configure',
    },
  ],
} as const satisfies Framework;

export const lodash = {
  ...js,
  id: 'lodash',
  title: 'Lodash',
  modules: ['lodash', 'lodash-es', 'underscore', 'lodash/template'],
  checkedAgainst: { '@types/lodash': ['4'] },
  sinks: [
    { kind: 'code', at: 'Argument[0]', call: 'Member[template]' },
    { kind: 'code', at: 'Argument[0]', call: 'Member[default]', module: 'lodash/template' },
  ],
  passThroughs: [
    { call: 'Member[trim,toLower,toUpper,join,get,pick,omit,merge,map,filter,cloneDeep]', from: ['Argument[0]'] },
  ],
} as const satisfies Framework;
