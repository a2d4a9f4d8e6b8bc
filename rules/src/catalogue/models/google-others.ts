import type { Framework } from '../framework.js';
import type { SettingRow } from '../setting-rows.js';
import { noBlocking } from './safety-filters.js';

const unchecked = { language: 'javascript', ai: true, checkedAgainst: {} } as const;

function filter(call: string, at: string, subject: string, module?: string): SettingRow {
  const row = { ...noBlocking, call, at: `${at}.Member[safetySettings].ArrayElement.Member[threshold]`, subject };
  return module === undefined ? row : { ...row, module };
}

/** Further packages that take the safety settings of Gemini. */
export const googleOthers: Framework = {
  ...unchecked,
  id: 'google-others',
  title: 'Gemini',
  modules: ['@google-cloud/vertexai', '@langchain/google-genai', '@langchain/google-vertexai', '@ai-sdk/google-vertex'],
  settings: [
    filter('Member[VertexAI].Instance.Member[getGenerativeModel]', 'Argument[0]', 'getGenerativeModel'),
    filter('Member[VertexAI].Instance.Member[preview].Member[getGenerativeModel]', 'Argument[0]', 'getGenerativeModel'),
    filter('Member[ChatGoogleGenerativeAI,GoogleGenerativeAI]', 'Argument[0]', 'ChatGoogleGenerativeAI'),
    filter('Member[ChatVertexAI,VertexAI]', 'Argument[0]', 'ChatVertexAI'),
    // Before version 2 the model took the settings.
    filter('Member[google]', 'Argument[1]', 'google', '@ai-sdk/google'),
    filter('Member[createGoogleGenerativeAI].ReturnValue', 'Argument[1]', 'google', '@ai-sdk/google'),
    filter('Member[vertex]', 'Argument[1]', 'vertex', '@ai-sdk/google-vertex'),
    filter('Member[createVertex].ReturnValue', 'Argument[1]', 'vertex', '@ai-sdk/google-vertex'),
  ],
};
