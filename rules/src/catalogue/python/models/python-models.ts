import type { Framework } from '../../framework.js';
import { pythonAnthropic } from './anthropic.js';
import { pythonBedrock } from './bedrock.js';
import { pythonClaudeAgentSdk } from './claude-agent-sdk.js';
import { pythonGoogleAdk } from './google-adk.js';
import { pythonGoogleGenAi, pythonGoogleGenerativeAi, pythonVertexAi } from './google.js';
import { hostedModels, llamaCpp, localModels, transformersModels, vllm } from './local-models.js';
import { pythonModelRequests } from './model-requests.js';
import { pythonOpenAi, pythonOpenAiBeforeOne } from './openai.js';
import {
  pythonAzureInference,
  pythonCohere,
  pythonGroq,
  pythonHfInference,
  pythonInstructor,
  pythonLiteLlm,
  pythonMistral,
  pythonOllama,
  pythonTogether,
} from './other-models.js';
import { pythonDaytona, pythonE2b, pythonModal } from './sandboxes.js';
import { pythonTransformers } from './transformers.js';
import { pythonRetrievedDocuments } from './vector-databases.js';

/** Model SDKs of Python. */
export const pythonModels: readonly Framework[] = [
  pythonAnthropic,
  pythonClaudeAgentSdk,
  pythonOpenAi,
  pythonOpenAiBeforeOne,
  pythonBedrock,
  pythonGoogleAdk,
  pythonGoogleGenAi,
  pythonGoogleGenerativeAi,
  pythonVertexAi,
  pythonModelRequests,
  pythonAzureInference,
  pythonCohere,
  pythonGroq,
  pythonHfInference,
  pythonInstructor,
  pythonLiteLlm,
  pythonMistral,
  pythonOllama,
  pythonTogether,
  pythonDaytona,
  pythonE2b,
  pythonModal,
  pythonTransformers,
  transformersModels,
  vllm,
  llamaCpp,
  localModels,
  hostedModels,
  pythonRetrievedDocuments,
];
