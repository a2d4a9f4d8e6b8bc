import type { Framework } from '../../framework.js';
import { agentFramework } from './agent-framework.js';
import { agno } from './agno.js';
import { autogenClassic } from './autogen-classic.js';
import { autogen } from './autogen.js';
import { browserUse } from './browser-use.js';
import { crewAi } from './crewai.js';
import { dspy } from './dspy.js';
import { uncheckedAgentFrameworks } from './earlier-versions.js';
import { haystack } from './haystack.js';
import { langchainCommunity } from './langchain-community.js';
import { langchainPython } from './langchain.js';
import { langgraphPython } from './langgraph.js';
import { llamaIndexPython } from './llama-index.js';
import { pydanticAi } from './pydantic-ai.js';
import { semanticKernel } from './semantic-kernel.js';
import { smolagents } from './smolagents.js';
import { strandsPython } from './strands.js';

/** Frameworks of agents in Python. The order has no meaning. */
export const pythonAgentFrameworks: readonly Framework[] = [
  langchainPython,
  langchainCommunity,
  langgraphPython,
  llamaIndexPython,
  crewAi,
  pydanticAi,
  autogen,
  autogenClassic,
  agentFramework,
  semanticKernel,
  smolagents,
  agno,
  strandsPython,
  haystack,
  dspy,
  browserUse,
  ...uncheckedAgentFrameworks,
];
