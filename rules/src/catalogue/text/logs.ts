import type { Framework } from '../framework.js';

const js = { language: 'javascript', ai: false } as const;
const levels = 'error,warn,info,debug';
const logged = { kind: 'log', at: 'Argument[0..]' } as const;

export const winston = {
  ...js,
  id: 'winston',
  title: 'Winston',
  modules: ['winston'],
  checkedAgainst: { winston: ['3'] },
  sinks: [
    { ...logged, call: `Member[default].Member[${levels},log,verbose]` },
    { ...logged, call: `Member[createLogger].ReturnValue.Member[${levels},log,verbose]` },
    { ...logged, call: `Member[Logger].Instance.Member[${levels},log,verbose]` },
  ],
} as const satisfies Framework;

export const pino = {
  ...js,
  id: 'pino',
  title: 'Pino',
  modules: ['pino'],
  checkedAgainst: { pino: ['10'] },
  sinks: [
    {
      ...logged,
      call: `Member[default,pino].ReturnValue.Member[${levels},trace,fatal]`,
      unless: { at: 'Receiver.Argument[0].Member[redact]', values: [] },
    },
    { ...logged, call: `Member[default,pino].ReturnValue.Member[child].ReturnValue.Member[${levels},trace,fatal]` },
    { ...logged, call: `Member[Logger].Instance.Member[${levels},trace,fatal]` },
  ],
} as const satisfies Framework;

export const bunyan = {
  ...js,
  id: 'bunyan',
  title: 'Bunyan',
  modules: ['bunyan'],
  checkedAgainst: { '@types/bunyan': ['1'] },
  sinks: [{ ...logged, call: `Member[createLogger].ReturnValue.Member[${levels},trace,fatal]` }],
} as const satisfies Framework;

export const debug = {
  ...js,
  id: 'debug',
  title: 'debug',
  modules: ['debug'],
  checkedAgainst: { '@types/debug': ['4'] },
  sinks: [{ ...logged, call: 'Member[default].ReturnValue' }],
} as const satisfies Framework;

export const otherLogs = {
  ...js,
  id: 'logs',
  title: 'Loggers',
  modules: ['consola', 'loglevel', 'tslog', 'signale', '@sentry/node', '@sentry/nextjs'],
  checkedAgainst: {},
  sinks: [
    { ...logged, call: `Member[default,consola].Member[${levels},log,trace]`, module: 'consola' },
    { ...logged, call: `Member[default].Member[${levels},trace]`, module: 'loglevel' },
    { ...logged, call: `Member[Logger].Instance.Member[${levels},trace]`, module: 'tslog' },
    { ...logged, call: 'Member[captureMessage]', module: '@sentry/node' },
    { ...logged, call: 'Member[captureMessage]', module: '@sentry/nextjs' },
  ],
} as const satisfies Framework;
