import type { Framework } from '../framework.js';
import type { SettingRow } from '../setting-rows.js';

const unverified = {
  meaning: 'tls-unverified',
  values: [false],
  removable: true,
  severity: 'error',
} as const satisfies Partial<SettingRow>;

/** Options that switch the check of a server's certificate off. */
export const unverifiedTls = {
  id: 'unverified-tls',
  title: 'Node.js',
  language: 'javascript',
  modules: ['https', 'tls', 'got', 'ws', 'global'],
  ai: false,
  checkedAgainst: {},
  settings: [
    {
      ...unverified,
      module: 'https',
      call: 'Member[request,get]',
      at: 'Argument[0..1].Member[rejectUnauthorized]',
      subject: 'a request',
    },
    {
      ...unverified,
      module: 'tls',
      call: 'Member[connect]',
      at: 'Argument[0..2].Member[rejectUnauthorized]',
      subject: 'a connection',
    },
    {
      ...unverified,
      module: 'got',
      call: 'Member[default]',
      at: 'Argument[0..1].Member[https].Member[rejectUnauthorized]',
      subject: 'a request',
    },
    {
      ...unverified,
      module: 'ws',
      call: 'Member[default,WebSocket]',
      at: 'Argument[1..2].Member[rejectUnauthorized]',
      subject: 'a connection',
    },
    {
      ...unverified,
      module: 'global',
      call: 'Member[fetch]',
      at: 'Argument[1].Member[tls].Member[rejectUnauthorized]',
      subject: 'a request',
    },
    {
      meaning: 'tls-unverified',
      module: 'global',
      call: 'Member[process].Member[env]',
      store: ['NODE_TLS_REJECT_UNAUTHORIZED'],
      values: ['0', 0],
      severity: 'error',
      subject: 'the whole process',
    },
  ],
} as const satisfies Framework;
