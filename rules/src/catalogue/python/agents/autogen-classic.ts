import type { Framework } from '../../framework.js';

const agents = 'Member[ConversableAgent,AssistantAgent,UserProxyAgent,GPTAssistantAgent]';
const onHost = { meaning: 'unsandboxed-executor', severity: 'error' } as const;
const system = [{ role: 'system', at: 'Argument[system_message]' }] as const;
const asks = { at: 'Argument[human_input_mode]', shape: 'value', never: ['NEVER', 'TERMINATE'] } as const;
const toolText = { name: 'Argument[name]', description: 'Argument[description]' } as const;

/** AutoGen 0.2 and what went on from it as `ag2`, up to 0.x. */
export const autogenClassic: Framework = {
  id: 'autogen-classic',
  title: 'AutoGen 0.2',
  language: 'python',
  modules: ['autogen', 'autogen.coding', 'autogen.agentchat', 'autogen/*', 'pyautogen/*'],
  ai: true,
  checkedAgainst: {},
  agents: [
    {
      // It proposes calls of tools that others run, and ask for, or not.
      call: 'Member[AssistantAgent,GPTAssistantAgent]',
      name: 'Argument[0,name]',
      slots: system,
      gates: [{ ...asks, never: [], absent: 'asks' }],
      limits: [{ kind: 'steps', at: 'Argument[max_consecutive_auto_reply]', default: 100 }],
    },
    {
      call: 'Member[ConversableAgent]',
      name: 'Argument[0,name]',
      slots: system,
      gates: [{ ...asks, absent: 'asks' }],
      limits: [{ kind: 'steps', at: 'Argument[max_consecutive_auto_reply]', default: 100 }],
    },
    {
      call: 'Member[UserProxyAgent]',
      name: 'Argument[0,name]',
      slots: system,
      gates: [{ ...asks, absent: 'asks' }],
      limits: [{ kind: 'steps', at: 'Argument[max_consecutive_auto_reply]', default: 100 }],
    },
    {
      call: 'Member[GroupChat]',
      slots: [],
      handoffs: 'Argument[agents]',
      limits: [{ kind: 'steps', at: 'Argument[max_round]', default: 10, absurdAbove: 200 }],
    },
  ],
  calls: [
    {
      call: `${agents}.Instance.Member[initiate_chat,a_initiate_chat]`,
      agent: 'Argument[0,recipient]',
      slots: [{ role: 'user', at: 'Argument[message]' }],
      limits: [{ kind: 'steps', at: 'Argument[max_turns]', default: 'unknown', absurdAbove: 200 }],
      outputs: ['ReturnValue.Member[summary,chat_history]'],
    },
    {
      call: `${agents}.Instance.Member[generate_reply,a_generate_reply]`,
      agent: 'Receiver',
      slots: [{ role: 'messages', at: 'Argument[0,messages]' }],
      outputs: ['ReturnValue'],
    },
    {
      call: `${agents}.Instance.Member[last_message]`,
      slots: [],
      outputs: ['ReturnValue'],
    },
  ],
  tools: [
    {
      call: `${agents}.Instance.Member[register_for_llm,register_for_execution]`,
      ...toolText,
      decorator: true,
      joins: 'Receiver',
      shared: true,
    },
    {
      call: 'Member[register_function]',
      ...toolText,
      handler: 'Argument[0,f]',
      joins: 'Argument[caller,executor]',
    },
  ],
  settings: [
    { ...onHost, call: 'Member[LocalCommandLineCodeExecutor]', subject: 'LocalCommandLineCodeExecutor' },
    {
      ...onHost,
      call: 'Member[ConversableAgent,AssistantAgent,UserProxyAgent,GroupChatManager]',
      at: 'Argument[code_execution_config].Member[use_docker]',
      values: [false],
      replacement: 'True',
      subject: 'code_execution_config',
    },
  ],
};
