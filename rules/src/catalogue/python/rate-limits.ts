import type { Framework } from '../framework.js';

/** What lets a client through only so often. */
export const pythonRateLimiters = {
  id: 'rate-limiters-python',
  title: 'Rate limit',
  language: 'python',
  modules: [
    'slowapi/*',
    'flask_limiter/*',
    'django_ratelimit/*',
    'ratelimit',
    'fastapi_limiter/*',
    'limits/*',
    'pyrate_limiter/*',
    'aiolimiter',
    'fastapi_throttle',
    'throttled',
    'starlette_limiter',
    'asgi_ratelimit',
    'upstash_ratelimit',
    'quart_rate_limiter',
    'rest_framework.throttling',
  ],
  ai: false,
  checkedAgainst: {},
  rateLimits: [
    { call: 'Member[*]' },
    { call: 'Member[*].ReturnValue' },
    { call: 'Member[*].Member[*]' },
    { call: 'Member[*].Member[*].Member[*]' },
    { call: 'Member[*].ReturnValue.Member[*]' },
    { call: 'Member[*].Member[*].ReturnValue.Member[*]' },
  ],
} as const satisfies Framework;
