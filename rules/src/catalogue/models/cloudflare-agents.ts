import type { Framework } from '../framework.js';

const ownArguments = { kind: 'request', parameter: 'all', label: 'argument of a callable method' } as const;
const message = { kind: 'request', parameter: 1, label: 'message of a client' } as const;

/** Agents of Cloudflare are classes whose methods the platform calls; their tools are those of the AI SDK and the MCP SDK. */
export const cloudflareAgents = {
  id: 'cloudflare-agents',
  title: 'Cloudflare Agents',
  language: 'javascript',
  modules: ['agents', 'agents/mcp', '@cloudflare/ai-chat', 'agents/*'],
  ai: true,
  checkedAgainst: { agents: ['0'], '@cloudflare/ai-chat': ['0'] },
  conventions: [
    { ...ownArguments, decorator: 'Member[callable,unstable_callable]' },
    { ...message, base: 'Member[Agent]', method: 'onMessage' },
    { ...message, base: 'Member[AIChatAgent]', method: 'onMessage' },
    {
      kind: 'request',
      base: 'Member[Agent]',
      method: 'onRequest',
      parameter: 0,
      at: ['Member[json,text,formData].ReturnValue', 'Member[url]', 'Member[headers].Member[get].ReturnValue'],
      label: 'request',
    },
    { kind: 'retrieved', base: 'Member[Agent]', method: 'onEmail', parameter: 0, label: 'mail' },
  ],
  sources: [
    {
      kind: 'request',
      path: 'Member[AIChatAgent].Instance.Member[messages]',
      module: '@cloudflare/ai-chat',
      label: 'message of the conversation',
    },
    {
      kind: 'retrieved',
      path: 'Member[Agent].Instance.Member[mcp].Member[callTool,readResource,getPrompt].ReturnValue',
      module: 'agents',
      label: 'result of an MCP server',
    },
  ],
} as const satisfies Framework;
