import { describe, expect, it } from 'vitest';
import { isPersonName, isSecretName, isSensitiveName } from '../../src/model/named-values.js';

describe('names of secrets', () => {
  it.each([
    'OPENAI_API_KEY',
    'GATEWAY_KEY',
    'DB_PASSWORD',
    'SESSION_SECRET',
    'DATABASE_URL',
    'MONGODB_URI',
    'GITHUB_TOKEN',
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
  ])('%s is none', (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});

describe('names of personal data', () => {
  it.each([
    ['ssn', undefined],
    ['dateOfBirth', undefined],
    ['socialSecurityNumber', undefined],
    ['passwordHash', undefined],
    ['card_number', undefined],
    ['salary', 'employee'],
    ['diagnosis', 'patient'],
  ])('%s of %s is personal', (name, owner) => {
    expect(isSensitiveName(name, owner)).toBe(true);
  });

  it.each([
    ['firstName', 'user'],
    ['email', 'user'],
    ['salary', 'position'],
    ['passwordResetUrl', 'page'],
    ['assignment', 'user'],
    ['passport', 'strategy'],
  ])('%s of %s is not', (name, owner) => {
    expect(isSensitiveName(name, owner)).toBe(false);
  });

  it('knows records about people', () => {
    expect(['patient', 'Customers', 'jobApplicants'].every(isPersonName)).toBe(true);
    expect(['order', 'page', 'userAgent', 'clientOptions'].some(isPersonName)).toBe(false);
  });
});
