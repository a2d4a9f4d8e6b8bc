import { expect, test } from 'vitest';
import { readsLikeCheck } from '../../src/model/exposure/request-words.js';

const checks = [
  'requireUser',
  'get_current_user',
  'isLoggedIn',
  'login_required',
  'logIn',
  'auth.signIn',
  'authorize',
  'checkToken',
  'verify_access_token',
  'getTokens',
  'request.user',
];

test.each(checks)('%s may be a check', (name) => {
  expect(readsLikeCheck(name)).toBe(true);
});

const others = [
  'LogInit',
  'logInput',
  'logInfo',
  'design_input',
  'tiktoken.get_encoding',
  'TIKTOKEN_ENC.encode',
  'tokenizer.encode',
  'countTokens',
  'count_tokens',
  'update_token_usage',
  'tokenCount',
  'get_num_tokens_from_messages',
  'list_authors',
];

test.each(others)('%s is none', (name) => {
  expect(readsLikeCheck(name)).toBe(false);
});
