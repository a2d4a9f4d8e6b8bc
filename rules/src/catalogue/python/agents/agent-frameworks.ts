import type { Framework } from '../../framework.js';
import { crewAi } from './crewai.js';
import { langchainCommunity } from './langchain-community.js';
import { langchainPython } from './langchain.js';
import { langgraphPython } from './langgraph.js';
import { pydanticAi } from './pydantic-ai.js';

/** Frameworks of agents in Python. The order has no meaning. */
export const pythonAgentFrameworks: readonly Framework[] = [
  langchainPython,
  langchainCommunity,
  langgraphPython,
  crewAi,
  pydanticAi,
];
