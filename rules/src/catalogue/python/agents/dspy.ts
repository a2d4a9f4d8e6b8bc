import type { Framework } from '../../framework.js';

const modules = 'Predict,ChainOfThought,ProgramOfThought,MultiChainComparison,BestOfN,Refine';

export const dspy: Framework = {
  id: 'dspy',
  title: 'DSPy',
  language: 'python',
  modules: ['dspy', 'dspy/*'],
  ai: true,
  checkedAgainst: { dspy: ['3.4'] },
  agents: [
    {
      call: 'Member[ReAct]',
      slots: [],
      tools: 'Argument[1,tools]',
      limits: [{ kind: 'steps', at: 'Argument[max_iters]', default: 20, absurdAbove: 200 }],
    },
    {
      call: 'Member[CodeAct]',
      slots: [],
      tools: 'Argument[1,tools]',
      limits: [{ kind: 'steps', at: 'Argument[max_iters]', default: 5, absurdAbove: 200 }],
    },
  ],
  calls: [
    { call: `Member[${modules}].Instance`, slots: [], outputs: ['ReturnValue'] },
    { call: `Member[${modules}].Instance.Member[forward,acall,aforward]`, slots: [], outputs: ['ReturnValue'] },
    { call: 'Member[ReAct,CodeAct].Instance', agent: 'Receiver', slots: [], outputs: ['ReturnValue'] },
    {
      call: 'Member[ReAct,CodeAct].Instance.Member[forward,acall,aforward]',
      agent: 'Receiver',
      slots: [],
      outputs: ['ReturnValue'],
    },
    {
      call: 'Member[LM].Instance',
      slots: [
        { role: 'user', at: 'Argument[0,prompt]' },
        { role: 'messages', at: 'Argument[messages]' },
      ],
      outputs: ['ReturnValue'],
    },
  ],
  tools: [
    { call: 'Member[Tool]', name: 'Argument[1,name]', description: 'Argument[2,desc]', handler: 'Argument[0,func]' },
  ],
  functionTools: [{}],
};
