import { expect, test } from 'vitest';
import { defaultCacheFolder } from '../../src/cache/cache-folder.js';

test.each([
  ['linux', { HOME: '/home/a' }, '/home/a/.cache/leashlint'],
  ['linux', { HOME: '/home/a', XDG_CACHE_HOME: '/var/c' }, '/var/c/leashlint'],
  ['linux', { HOME: '/home/a', XDG_CACHE_HOME: 'relative' }, '/home/a/.cache/leashlint'],
  ['linux', { HOME: '' }, undefined],
  ['darwin', { HOME: '/Users/a' }, '/Users/a/Library/Caches/leashlint'],
  ['win32', { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local' }, 'C:\\Users\\a\\AppData\\Local\\leashlint'],
  ['win32', {}, undefined],
] as const)('%s %j', (platform, environment, folder) => {
  expect(defaultCacheFolder(environment, platform)).toBe(folder);
});
