import type { Framework } from '../framework.js';

const verbs = 'get,post,put,patch,delete,head,options';
const address = { kind: 'url', effect: 'http' } as const;
const page = { kind: 'retrieved', label: 'fetched page' } as const;

const browserPages = [
  'Member[Page,Frame].Instance',
  'Member[sync_playwright,async_playwright].ReturnValue.Member[chromium,firefox,webkit].Member[launch,connect,connect_over_cdp].ReturnValue.Member[new_page].ReturnValue',
  'Member[sync_playwright,async_playwright].ReturnValue.Member[chromium,firefox,webkit].Member[launch,connect,connect_over_cdp].ReturnValue.Member[new_context].ReturnValue.Member[new_page].ReturnValue',
  'Member[sync_playwright,async_playwright].ReturnValue.Member[start].ReturnValue.Member[chromium,firefox,webkit].Member[launch,connect,connect_over_cdp].ReturnValue.Member[new_page].ReturnValue',
  'Member[sync_playwright,async_playwright].ReturnValue.Member[start].ReturnValue.Member[chromium,firefox,webkit].Member[launch,connect,connect_over_cdp].ReturnValue.Member[new_context].ReturnValue.Member[new_page].ReturnValue',
  'Member[Browser,BrowserContext].Instance.Member[new_page].ReturnValue',
] as const;

/** requests, HTTPX and other clients. An absolute address replaces `base_url`. */
export const pythonHttpClients = {
  id: 'python-http-clients',
  title: 'HTTP client',
  language: 'python',
  modules: [
    'requests',
    'httpx',
    'aiohttp',
    'urllib.request',
    'urllib3',
    'http.client',
    'httplib2',
    'curl_cffi.requests',
    'cloudscraper',
    'websockets',
    'websockets.sync.client',
    'websocket',
    'trafilatura',
    'feedparser',
    'newspaper',
    'niquests',
    'requests_html',
    'pycurl',
  ],
  ai: false,
  checkedAgainst: {},
  sinks: [
    { ...address, module: 'requests', call: `Member[${verbs}]`, at: 'Argument[0,url]' },
    { ...address, module: 'requests', call: 'Member[request]', at: 'Argument[1,url]' },
    {
      ...address,
      module: 'requests',
      call: `Member[Session,session].Instance.Member[${verbs}]`,
      at: 'Argument[0,url]',
    },
    { ...address, module: 'requests', call: 'Member[Session,session].Instance.Member[request]', at: 'Argument[1,url]' },
    { ...address, module: 'httpx', call: `Member[${verbs}]`, at: 'Argument[0,url]' },
    { ...address, module: 'httpx', call: 'Member[request,stream]', at: 'Argument[1,url]' },
    {
      ...address,
      module: 'httpx',
      call: `Member[Client,AsyncClient].Instance.Member[${verbs}]`,
      at: 'Argument[0,url]',
    },
    {
      ...address,
      module: 'httpx',
      call: 'Member[Client,AsyncClient].Instance.Member[request,stream,build_request]',
      at: 'Argument[1,url]',
    },
    { ...address, module: 'httpx', call: 'Member[Client,AsyncClient]', at: 'Argument[base_url]' },
    { ...address, module: 'aiohttp', call: 'Member[request]', at: 'Argument[1,url]' },
    {
      ...address,
      module: 'aiohttp',
      call: `Member[ClientSession].Instance.Member[${verbs},ws_connect]`,
      at: 'Argument[0,url]',
    },
    { ...address, module: 'aiohttp', call: 'Member[ClientSession].Instance.Member[request]', at: 'Argument[1,url]' },
    { ...address, module: 'aiohttp', call: 'Member[ClientSession]', at: 'Argument[0,base_url]' },
    {
      ...address,
      module: 'urllib.request',
      call: 'Member[urlopen,urlretrieve,Request]',
      at: 'Argument[0,url,fullurl]',
    },
    { ...address, module: 'urllib3', call: 'Member[request]', at: 'Argument[1,url]' },
    {
      ...address,
      module: 'urllib3',
      call: 'Member[PoolManager,ProxyManager].Instance.Member[request,urlopen]',
      at: 'Argument[1,url]',
    },
    { ...address, module: 'http.client', call: 'Member[HTTPConnection,HTTPSConnection]', at: 'Argument[0,host]' },
    { ...address, module: 'httplib2', call: 'Member[Http].Instance.Member[request]', at: 'Argument[0,uri]' },
    { ...address, module: 'curl_cffi.requests', call: `Member[${verbs}]`, at: 'Argument[0,url]' },
    {
      ...address,
      module: 'curl_cffi.requests',
      call: `Member[Session,AsyncSession].Instance.Member[${verbs}]`,
      at: 'Argument[0,url]',
    },
    { ...address, module: 'niquests', call: `Member[${verbs}]`, at: 'Argument[0,url]' },
    {
      ...address,
      module: 'cloudscraper',
      call: `Member[create_scraper,CloudScraper].ReturnValue.Member[${verbs}]`,
      at: 'Argument[0,url]',
    },
    {
      ...address,
      module: 'requests_html',
      call: `Member[HTMLSession,AsyncHTMLSession].Instance.Member[${verbs}]`,
      at: 'Argument[0,url]',
    },
    { ...address, module: 'websockets', call: 'Member[connect]', at: 'Argument[0,uri]' },
    { ...address, module: 'websockets.sync.client', call: 'Member[connect]', at: 'Argument[0,uri]' },
    { ...address, module: 'websocket', call: 'Member[create_connection,WebSocketApp]', at: 'Argument[0,url]' },
    { ...address, module: 'trafilatura', call: 'Member[fetch_url,fetch_response]', at: 'Argument[0,url]' },
    { ...address, module: 'feedparser', call: 'Member[parse]', at: 'Argument[0]' },
    { ...address, module: 'newspaper', call: 'Member[Article,build]', at: 'Argument[0,url]' },
  ],
  effects: [
    { module: 'requests', call: `Member[${verbs},request]`, effect: 'http', highImpact: false },
    { module: 'httpx', call: `Member[${verbs},request,stream]`, effect: 'http', highImpact: false },
  ],
  sources: [
    { ...page, module: 'requests', path: `Member[${verbs},request].ReturnValue.Member[text,content]` },
    { ...page, module: 'requests', path: `Member[${verbs},request].ReturnValue.Member[json].ReturnValue` },
    {
      ...page,
      module: 'requests',
      path: `Member[Session,session].Instance.Member[${verbs},request].ReturnValue.Member[text,content]`,
    },
    {
      ...page,
      module: 'requests',
      path: `Member[Session,session].Instance.Member[${verbs},request].ReturnValue.Member[json].ReturnValue`,
    },
    { ...page, module: 'httpx', path: `Member[${verbs},request].ReturnValue.Member[text,content]` },
    { ...page, module: 'httpx', path: `Member[${verbs},request].ReturnValue.Member[json,read].ReturnValue` },
    {
      ...page,
      module: 'httpx',
      path: `Member[Client,AsyncClient].Instance.Member[${verbs},request].ReturnValue.Member[text,content]`,
    },
    {
      ...page,
      module: 'httpx',
      path: `Member[Client,AsyncClient].Instance.Member[${verbs},request].ReturnValue.Member[json,read,aread].ReturnValue`,
    },
    {
      ...page,
      module: 'aiohttp',
      path: `Member[ClientSession].Instance.Member[${verbs},request].ReturnValue.Member[text,json,read].ReturnValue`,
    },
    { ...page, module: 'urllib.request', path: 'Member[urlopen].ReturnValue.Member[read].ReturnValue' },
    { ...page, module: 'urllib3', path: 'Member[PoolManager].Instance.Member[request].ReturnValue.Member[data]' },
    { ...page, module: 'trafilatura', path: 'Member[fetch_url].ReturnValue' },
    { ...page, module: 'feedparser', path: 'Member[parse].ReturnValue' },
    { ...page, module: 'newspaper', path: 'Member[Article].Instance.Member[text,html,title]' },
  ],
  passThroughs: [
    { module: 'trafilatura', call: 'Member[extract,bare_extraction]', from: ['Argument[0]'] },
    { module: 'httpx', call: 'Member[URL]', from: ['Argument[0]'] },
    { module: 'urllib.request', call: 'Member[Request]', from: ['Argument[0]'] },
  ],
} as const satisfies Framework;

/** Browsers that code drives: Playwright and Selenium. */
export const pythonBrowsers = {
  id: 'python-browsers',
  title: 'Browser automation',
  language: 'python',
  modules: ['playwright.sync_api', 'playwright.async_api', 'selenium.webdriver', 'pyppeteer'],
  ai: false,
  checkedAgainst: {},
  sinks: [
    ...['playwright.sync_api', 'playwright.async_api'].flatMap((module) =>
      browserPages.flatMap((made) => [
        {
          module,
          kind: 'url' as const,
          call: `${made}.Member[goto]`,
          at: 'Argument[0,url]',
          effect: 'browser' as const,
        },
      ]),
    ),
    {
      module: 'selenium.webdriver',
      kind: 'url',
      call: 'Member[Chrome,Firefox,Edge,Safari,Remote].Instance.Member[get]',
      at: 'Argument[0,url]',
      effect: 'browser',
    },
  ],
  sources: ['playwright.sync_api', 'playwright.async_api'].flatMap((module) =>
    browserPages.map((made) => ({
      ...page,
      module,
      path: `${made}.Member[content,inner_text,text_content,inner_html].ReturnValue`,
    })),
  ),
} as const satisfies Framework;
