import { describe, expect, it } from 'vitest';
import { isPersonName, isSecretName, sensitivity } from '../../src/model/secrets/named-values.js';

describe('names of secrets', () => {
  it.each([
    'OPENAI_API_KEY',
    'GATEWAY_KEY',
    'DB_PASSWORD',
    'SESSION_SECRET',
    'DATABASE_URL',
    'MONGODB_URI',
    'GITHUB_TOKEN',
    'SSL_PASSWORD',
    'GOOGLE_CLIENT_SECRET',
    'SERVICE_CREDENTIALS',
  ])('%s is one', (name) => {
    expect(isSecretName(name)).toBe(true);
  });

  it.each([
    'NEXT_PUBLIC_API_KEY',
    'STRIPE_PUBLISHABLE_KEY',
    'MAX_TOKENS',
    'AUTH_TOKEN_URL',
    'CACHE_KEY',
    'PORT',
    'SUPABASE_ANON_KEY',
    'FUNCTION_TAG_KEY',
    'MYSQL_SECRET_ARN',
    'TOKEN_TYPE',
    'MYSQL_SSL_KEY',
    'GOOGLE_CLIENT_SECRETS',
    'GOOGLE_APPLICATION_CREDENTIALS',
    'ACCESS_TOKEN_EXPIRE_MINUTES',
    'TOKEN_TTL',
    'TOKEN_REFRESH_TIMEOUT',
    'TIKTOKEN_CACHE',
    'SECRETS_DIR',
    'JWT_SECRET_ALGORITHM',
    'API_KEY_HEADER',
  ])('%s is none', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe('names of personal data', () => {
  it.each([
    ['ssn', 'always'],
    ['dateOfBirth', 'always'],
    ['socialSecurityNumber', 'always'],
    ['passwordHash', 'always'],
    ['card_number', 'always'],
    ['salary', 'of-person'],
    ['diagnosis', 'of-person'],
    ['firstName', 'none'],
    ['email', 'none'],
    ['passwordResetUrl', 'none'],
    ['assignment', 'none'],
    ['passport', 'none'],
  ])('%s: %s', (name, level) => {
    expect(sensitivity(name)).toBe(level);
  });

  it('knows records about people', () => {
    expect(['patient', 'Customers', 'jobApplicants'].every(isPersonName)).toBe(true);
    expect(['order', 'page', 'userAgent', 'clientOptions'].some(isPersonName)).toBe(false);
  });
});
