import type { Framework } from '../../framework.js';
import { langchainInjected } from './langchain.js';

const limit = { kind: 'steps', at: 'Argument[1,config].Member[recursion_limit]', absurdAbove: 1000 } as const;
const runs = 'Member[invoke,ainvoke,stream,astream,stream_events,astream_events,batch,abatch]';

export const langgraphPython: Framework = {
  id: 'langgraph-python',
  title: 'LangGraph',
  language: 'python',
  modules: [
    'langgraph.graph',
    'langgraph.graph.state',
    'langgraph.types',
    'langgraph.prebuilt',
    'langgraph.func',
    'langgraph.checkpoint.serde.jsonplus',
    'langgraph/*',
  ],
  ai: true,
  checkedAgainst: { langgraph: ['1.2'], 'langgraph-prebuilt': ['1.1'], 'langgraph-checkpoint': ['4.3'] },
  calls: [
    {
      call: `Member[StateGraph,MessageGraph].Instance.Member[compile].ReturnValue.${runs}`,
      slots: [],
      limits: [{ ...limit, default: 'unknown' }],
      outputs: ['ReturnValue'],
    },
    {
      call: `Member[CompiledStateGraph].Instance.${runs}`,
      slots: [],
      limits: [{ ...limit, default: 'unknown' }],
      outputs: ['ReturnValue'],
    },
  ],
  agents: [
    {
      call: 'Member[create_react_agent]',
      name: 'Argument[name]',
      slots: [{ role: 'system', at: 'Argument[prompt]' }],
      tools: 'Argument[1,tools]',
      gates: [
        { at: 'Argument[interrupt_before]', shape: 'value', insert: "interrupt_before: ['tools']" },
        { at: 'Argument[interrupt_after]', shape: 'value' },
      ],
      runs: [
        {
          call: runs,
          slots: [{ role: 'messages', at: 'Argument[0,input].Member[messages]' }],
          outputs: ['ReturnValue'],
          limits: [{ ...limit, default: 10_007, needsTools: true }],
        },
      ],
    },
    // It runs what the model calls.
    { call: 'Member[ToolNode]', name: 'Argument[name]', slots: [], tools: 'Argument[0,tools]' },
  ],
  functionTools: [{ injected: langchainInjected, injectedNames: ['config', 'runtime'] }],
  gates: [
    { call: 'Member[interrupt]', level: 'interrupt' },
    {
      call: 'Member[StateGraph,MessageGraph].Instance.Member[compile]',
      covers: { at: 'Argument[interrupt_before,interrupt_after]', shape: 'list' },
      level: 'interrupt',
    },
  ],
  resumes: [{ call: 'Member[Command]', answer: 'Argument[resume]' }],
  settings: [
    {
      meaning: 'dangerous-opt-in',
      call: 'Member[JsonPlusSerializer]',
      at: 'Argument[pickle_fallback]',
      values: [true],
      replacement: 'False',
      severity: 'error',
      subject: 'JsonPlusSerializer',
      note: 'Whoever writes into the store of checkpoints runs code here.',
    },
  ],
};
