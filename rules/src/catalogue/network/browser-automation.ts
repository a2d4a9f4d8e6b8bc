import type { Framework } from '../framework.js';

const page = 'Member[chromium,firefox,webkit].Member[launch].ReturnValue.Member[newPage].ReturnValue';

export const playwright = {
  id: 'playwright',
  title: 'Playwright',
  language: 'javascript',
  modules: ['playwright-core', 'playwright', '@playwright/test', 'playwright-extra'],
  ai: false,
  checkedAgainst: { 'playwright-core': ['1'] },
  settings: [
    {
      meaning: 'dangerous-opt-in',
      call: 'Member[chromium,firefox,webkit].Member[launch].ReturnValue.Member[newContext,newPage]',
      at: 'Argument[0].Member[ignoreHTTPSErrors]',
      values: [true],
      removable: true,
      severity: 'warning',
      subject: 'newContext',
      note: 'Pages from anybody on the way look like the real ones.',
    },
    {
      meaning: 'dangerous-opt-in',
      call: 'Member[chromium,firefox,webkit].Member[launchPersistentContext]',
      at: 'Argument[1].Member[ignoreHTTPSErrors]',
      values: [true],
      removable: true,
      severity: 'warning',
      subject: 'launchPersistentContext',
      note: 'Pages from anybody on the way look like the real ones.',
    },
  ],
  sinks: [
    { kind: 'url', call: `${page}.Member[goto]`, at: 'Argument[0]', effect: 'browser' },
    {
      kind: 'url',
      call: 'Member[chromium,firefox,webkit].Member[launch].ReturnValue.Member[newContext].ReturnValue.Member[newPage].ReturnValue.Member[goto]',
      at: 'Argument[0]',
      effect: 'browser',
    },
    { kind: 'url', call: 'Member[Page].Instance.Member[goto]', at: 'Argument[0]', effect: 'browser' },
    { kind: 'code', call: 'Member[Page].Instance.Member[evaluate]', at: 'Argument[0]', effect: 'browser' },
    { kind: 'code', call: `${page}.Member[evaluate]`, at: 'Argument[0]', effect: 'browser' },
    { kind: 'html', call: 'Member[Page].Instance.Member[setContent]', at: 'Argument[0]', effect: 'browser' },
  ],
  sources: [
    {
      kind: 'retrieved',
      path: 'Member[Page].Instance.Member[content,textContent,innerText,innerHTML].ReturnValue',
      label: 'fetched page',
    },
    {
      kind: 'retrieved',
      path: `${page}.Member[content,textContent,innerText,innerHTML].ReturnValue`,
      label: 'fetched page',
    },
  ],
} as const satisfies Framework;

const puppeteerPage = 'Member[default].Member[launch,connect].ReturnValue.Member[newPage].ReturnValue';

export const puppeteer = {
  id: 'puppeteer',
  title: 'Puppeteer',
  language: 'javascript',
  modules: ['puppeteer', 'puppeteer-core', 'puppeteer-extra'],
  ai: false,
  checkedAgainst: {},
  settings: [
    {
      meaning: 'dangerous-opt-in',
      call: 'Member[default].Member[launch]',
      at: 'Argument[0].Member[acceptInsecureCerts,ignoreHTTPSErrors]',
      values: [true],
      removable: true,
      severity: 'warning',
      subject: 'launch',
      note: 'Pages from anybody on the way look like the real ones.',
    },
  ],
  sinks: [
    { kind: 'url', call: `${puppeteerPage}.Member[goto]`, at: 'Argument[0]', effect: 'browser' },
    { kind: 'url', call: 'Member[Page].Instance.Member[goto]', at: 'Argument[0]', effect: 'browser' },
    { kind: 'code', call: `${puppeteerPage}.Member[evaluate]`, at: 'Argument[0]', effect: 'browser' },
    { kind: 'code', call: 'Member[Page].Instance.Member[evaluate]', at: 'Argument[0]', effect: 'browser' },
    { kind: 'html', call: `${puppeteerPage}.Member[setContent]`, at: 'Argument[0]', effect: 'browser' },
  ],
  sources: [
    { kind: 'retrieved', path: `${puppeteerPage}.Member[content].ReturnValue`, label: 'fetched page' },
    { kind: 'retrieved', path: 'Member[Page].Instance.Member[content].ReturnValue', label: 'fetched page' },
  ],
} as const satisfies Framework;
