import type { Framework } from '../framework.js';

/**
 * What is asked of a store of conversations. LangGraph's API server passes the filter of a client's search on as it came;
 * in an application without that server, its own code calls `list` through `getStateHistory`.
 */
const storeFilter = {
  kind: 'request',
  parameter: 1,
  at: ['Member[filter]'],
  objects: true,
  evidence: 'likely',
  label: 'filter of a search in stored conversations',
} as const;

const recursion = { kind: 'steps', default: 25, absurdAbove: 1000, at: 'Argument[1].Member[recursionLimit]' } as const;

export const langgraph = {
  id: 'langgraph-js',
  title: 'LangGraph',
  language: 'javascript',
  modules: ['@langchain/langgraph', '@langchain/langgraph/prebuilt', '@langchain/langgraph/*'],
  ai: true,
  checkedAgainst: { '@langchain/langgraph': ['1'] },
  calls: [
    {
      call: 'Member[StateGraph].Instance.Member[compile].ReturnValue.Member[invoke,stream]',
      slots: [],
      limits: [recursion],
      outputs: ['ReturnValue'],
    },
  ],
  agents: [
    {
      call: 'Member[createReactAgent]',
      name: 'Argument[0].Member[name]',
      slots: [
        { role: 'system', at: 'Argument[0].Member[prompt]' },
        { role: 'system', at: 'Argument[0].Member[messageModifier]' },
        { role: 'system', at: 'Argument[0].Member[stateModifier]' },
      ],
      tools: 'Argument[0].Member[tools]',
      gates: [
        { at: 'Argument[0].Member[interruptBefore]', shape: 'value', insert: "interruptBefore: ['tools']" },
        { at: 'Argument[0].Member[interruptAfter]', shape: 'value' },
      ],
      runs: [
        {
          call: 'Member[invoke,stream]',
          slots: [{ role: 'messages', at: 'Argument[0].Member[messages]' }],
          outputs: ['ReturnValue'],
          limits: [recursion],
        },
      ],
    },
  ],
  gates: [{ call: 'Member[interrupt]', level: 'interrupt' }],
} as const satisfies Framework;

/** Classes of the application that keep conversations: LangGraph calls their methods. */
export const langgraphStores = {
  id: 'langgraph-checkpoint-js',
  title: 'LangGraph checkpointers',
  language: 'javascript',
  modules: ['@langchain/langgraph-checkpoint', '@langchain/langgraph'],
  ai: true,
  checkedAgainst: { '@langchain/langgraph': ['1'] },
  conventions: [
    { ...storeFilter, base: 'Member[BaseCheckpointSaver]', method: 'list' },
    { ...storeFilter, base: 'Member[BaseStore]', method: 'search' },
  ],
} as const satisfies Framework;
