import type { Framework } from '../framework.js';

/** Packages that tell private and loopback addresses apart. They look at a host or address, never at a whole URL. */
export const addressChecks = {
  id: 'address-checks',
  title: 'private address checks',
  language: 'javascript',
  modules: ['private-ip', 'is-private-ip', 'ip'],
  ai: false,
  checkedAgainst: {},
  guards: [
    {
      module: 'private-ip',
      call: 'Member[default]',
      argument: 'Argument[0]',
      part: 'host',
      how: 'falsy',
      cleans: ['url'],
    },
    {
      module: 'is-private-ip',
      call: 'Member[default]',
      argument: 'Argument[0]',
      part: 'host',
      how: 'falsy',
      cleans: ['url'],
    },
    { module: 'ip', call: 'Member[isPrivate]', argument: 'Argument[0]', part: 'host', how: 'falsy', cleans: ['url'] },
    { module: 'ip', call: 'Member[isPublic]', argument: 'Argument[0]', part: 'host', how: 'truthy', cleans: ['url'] },
  ],
} as const satisfies Framework;
