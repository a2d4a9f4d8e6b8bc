import type { Framework } from '../../framework.js';
import { agno } from './agno.js';
import { autogenClassic } from './autogen-classic.js';
import { autogen } from './autogen.js';
import { crewAi } from './crewai.js';
import { langchainCommunity } from './langchain-community.js';
import { langchainPython } from './langchain.js';
import { langgraphPython } from './langgraph.js';
import { pydanticAi } from './pydantic-ai.js';
import { smolagents } from './smolagents.js';

/** Frameworks of agents in Python. The order has no meaning. */
export const pythonAgentFrameworks: readonly Framework[] = [
  langchainPython,
  langchainCommunity,
  langgraphPython,
  crewAi,
  pydanticAi,
  autogen,
  autogenClassic,
  smolagents,
  agno,
];
