import type { Framework } from '../../framework.js';
import { agno } from './agno.js';
import { browserUse } from './browser-use.js';
import { langchainBefore } from './langchain-before.js';

/** What Agno was called before. */
const phidata: Framework = {
  ...agno,
  id: 'phidata',
  title: 'Phidata',
  modules: ['phi/*'],
  checkedAgainst: {},
  settings: [],
};

const crewAiBefore: Framework = {
  id: 'crewai-before',
  title: 'CrewAI',
  language: 'python',
  modules: ['crewai_tools/*'],
  ai: true,
  checkedAgainst: {},
  hosted: [{ call: 'Member[CodeInterpreterTool]', tool: 'code', capabilities: ['exec'] }],
  settings: [
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[CodeInterpreterTool]',
      at: 'Argument[unsafe_mode]',
      values: [true],
      replacement: 'False',
      severity: 'error',
      subject: 'CodeInterpreterTool',
    },
  ],
};

const browserUseBefore: Framework = {
  ...browserUse,
  id: 'browser-use-before',
  checkedAgainst: {},
  agents: [],
  tools: [],
  toolSets: [],
  settings: browserUse.settings?.map((row) => ({ ...row, call: 'Member[BrowserConfig,BrowserContextConfig]' })) ?? [],
};

const haystackIntegrations: Framework = {
  id: 'haystack-integrations',
  title: 'Haystack',
  language: 'python',
  modules: ['haystack_integrations/*', 'haystack/*'],
  ai: true,
  checkedAgainst: {},
  agents: [
    {
      call: 'Member[Agent]',
      slots: [],
      gates: [{ at: 'Argument[confirmation_strategies]', shape: 'map' }],
    },
  ],
  calls: [
    {
      call: 'Member[AnthropicChatGenerator,HuggingFaceAPIChatGenerator,HuggingFaceLocalChatGenerator,GoogleGenAIChatGenerator,OllamaChatGenerator,AmazonBedrockChatGenerator,CohereChatGenerator,MistralChatGenerator].Instance.Member[run,run_async]',
      slots: [{ role: 'messages', at: 'Argument[0,messages]' }],
      tools: 'Argument[tools]',
      outputs: ['ReturnValue.Member[replies]'],
    },
    {
      call: 'Member[OpenAIGenerator,AzureOpenAIGenerator,HuggingFaceAPIGenerator,HuggingFaceLocalGenerator,AnthropicGenerator,OllamaGenerator].Instance.Member[run,run_async]',
      slots: [
        { role: 'user', at: 'Argument[0,prompt]' },
        { role: 'system', at: 'Argument[system_prompt]' },
      ],
      outputs: ['ReturnValue.Member[replies]'],
    },
  ],
  supplies: [
    { call: 'Member[MCPTool]', servers: ['Argument[server_info].Argument[url]'] },
    {
      call: 'Member[MCPToolset]',
      servers: ['Argument[0,server_info].Argument[url]'],
      allow: ['Argument[tool_names]'],
    },
  ],
};

const pydanticAiBefore: Framework = {
  id: 'pydantic-ai-before',
  title: 'Pydantic AI',
  language: 'python',
  modules: ['pydantic_ai/*'],
  ai: true,
  checkedAgainst: {},
  agents: [{ call: 'Member[Agent]', slots: [], tools: 'Argument[builtin_tools]' }],
  calls: ['', '.ReturnValue'].map((made) => ({
    call: `Member[Agent].Instance.Member[result_validator]${made}`,
    slots: [],
    outputs: ['Argument[0].Parameter[N-1]'],
    prepares: true,
  })),
  hosted: [{ call: 'Member[UrlContextTool]', tool: 'web-fetch', capabilities: ['untrusted-in', 'egress'] }],
};

/** Names that the checked versions no longer have, or that stand in packages of their own. No sources are read for them. */
export const uncheckedAgentFrameworks: readonly Framework[] = [
  phidata,
  crewAiBefore,
  browserUseBefore,
  haystackIntegrations,
  pydanticAiBefore,
  langchainBefore,
];
