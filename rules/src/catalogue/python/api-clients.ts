import type { Framework } from '../framework.js';

const address = { kind: 'url' } as const;

/** Clients of services that anybody may run: they are told where theirs is, and send it their token. */
export const pythonApiClients = {
  id: 'python-api-clients',
  title: 'API client',
  language: 'python',
  modules: [
    'atlassian',
    'jira',
    'gitlab',
    'github',
    'jenkins',
    'redminelib',
    'pynetbox',
    'zeep',
    'xmlrpc.client',
    'gql',
  ],
  ai: false,
  checkedAgainst: {},
  sinks: [
    {
      ...address,
      module: 'atlassian',
      call: 'Member[Jira,Confluence,Bitbucket,Stash,Bamboo,Crowd,ServiceDesk,Xray,Insight,Portfolio,MarketPlace]',
      at: 'Argument[0,url]',
    },
    { ...address, module: 'jira', call: 'Member[JIRA]', at: 'Argument[0,server]' },
    { ...address, module: 'jira', call: 'Member[JIRA]', at: 'Argument[1,options].Member[server]' },
    { ...address, module: 'gitlab', call: 'Member[Gitlab,GraphQL,AsyncGraphQL]', at: 'Argument[0,url]' },
    { ...address, module: 'github', call: 'Member[Github]', at: 'Argument[4,base_url]' },
    { ...address, module: 'jenkins', call: 'Member[Jenkins]', at: 'Argument[0,url]' },
    { ...address, module: 'redminelib', call: 'Member[Redmine]', at: 'Argument[0,url]' },
    { ...address, module: 'pynetbox', call: 'Member[api]', at: 'Argument[0,url]' },
    { ...address, module: 'zeep', call: 'Member[Client,AsyncClient]', at: 'Argument[0,wsdl]' },
    { ...address, module: 'xmlrpc.client', call: 'Member[ServerProxy]', at: 'Argument[0,uri]' },
    {
      ...address,
      module: 'gql',
      call: 'Member[transport].Member[requests,httpx,aiohttp].Member[RequestsHTTPTransport,HTTPXTransport,HTTPXAsyncTransport,AIOHTTPTransport]',
      at: 'Argument[0,url]',
    },
  ],
  // What else is done with such a client goes where it was told to go: that is said once.
  sanitizers: [
    {
      module: 'atlassian',
      call: 'Member[Jira,Confluence,Bitbucket,Stash,Bamboo,Crowd,ServiceDesk,Xray,Insight,Portfolio,MarketPlace]',
      cleans: ['url'],
    },
    { module: 'jira', call: 'Member[JIRA]', cleans: ['url'] },
    { module: 'gitlab', call: 'Member[Gitlab,GraphQL,AsyncGraphQL]', cleans: ['url'] },
    { module: 'github', call: 'Member[Github]', cleans: ['url'] },
    { module: 'jenkins', call: 'Member[Jenkins]', cleans: ['url'] },
    { module: 'redminelib', call: 'Member[Redmine]', cleans: ['url'] },
    { module: 'pynetbox', call: 'Member[api]', cleans: ['url'] },
    { module: 'zeep', call: 'Member[Client,AsyncClient]', cleans: ['url'] },
    { module: 'xmlrpc.client', call: 'Member[ServerProxy]', cleans: ['url'] },
    {
      module: 'gql',
      call: 'Member[transport].Member[requests,httpx,aiohttp].Member[RequestsHTTPTransport,HTTPXTransport,HTTPXAsyncTransport,AIOHTTPTransport]',
      cleans: ['url'],
    },
  ],
} as const satisfies Framework;
