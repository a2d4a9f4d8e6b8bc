import type { Framework } from '../framework.js';
import type { SettingRow } from '../setting-rows.js';

const verbs = 'get,post,put,patch,delete,head,options,request,stream';
const unverified = {
  meaning: 'tls-unverified',
  values: [false],
  severity: 'error',
} as const satisfies Partial<SettingRow>;
const client = { ...unverified, at: 'Argument[verify]', replacement: 'True', subject: 'a client' } as const;
const request = {
  ...unverified,
  at: 'Argument[verify]',
  replacement: 'True',
  severity: 'warning',
  subject: 'a request',
} as const;
const connection = { ...unverified, at: 'Argument[ssl,verify_ssl]', replacement: 'True' } as const;

/** Options that switch the check of a server's certificate off in Python. */
export const pythonUnverifiedTls = {
  id: 'python-unverified-tls',
  title: 'Python',
  language: 'python',
  modules: [
    'requests',
    'httpx',
    'httpx2',
    'aiohttp',
    'ssl',
    'urllib3',
    'boto3',
    'litellm',
    'os',
    'langchain_ollama',
    'ollama',
  ],
  ai: false,
  checkedAgainst: {},
  settings: [
    ...(['httpx', 'httpx2'] as const).flatMap((module) => [
      { ...client, module, call: 'Member[Client,AsyncClient,HTTPTransport,AsyncHTTPTransport]' },
      { ...request, module, call: `Member[${verbs}]` },
    ]),
    { ...request, module: 'requests', call: `Member[${verbs}]` },
    { ...request, module: 'requests', call: `Member[Session,session].Instance.Member[${verbs}]` },
    {
      ...unverified,
      module: 'requests',
      call: 'Member[Session,session].Instance',
      store: ['verify'],
      subject: 'a session',
    },
    { ...connection, module: 'aiohttp', call: 'Member[TCPConnector]', subject: 'a client' },
    {
      ...connection,
      module: 'aiohttp',
      call: `Member[ClientSession].Instance.Member[${verbs},ws_connect]`,
      severity: 'warning',
      subject: 'a request',
    },
    {
      ...unverified,
      module: 'urllib3',
      call: 'Member[PoolManager,ProxyManager,HTTPSConnectionPool]',
      at: 'Argument[cert_reqs]',
      values: ['CERT_NONE', 'NONE', 'Member[CERT_NONE]'],
      subject: 'a client',
    },
    {
      meaning: 'tls-unverified',
      module: 'ssl',
      call: 'Member[_create_unverified_context]',
      severity: 'error',
      subject: 'a connection',
    },
    {
      meaning: 'tls-unverified',
      module: 'ssl',
      call: 'Member[create_default_context,SSLContext].Instance',
      store: ['verify_mode'],
      values: ['Member[CERT_NONE]', 'Member[VerifyMode].Member[CERT_NONE]'],
      severity: 'error',
      subject: 'a connection',
    },
    {
      meaning: 'tls-unverified',
      module: 'ssl',
      call: '',
      store: ['_create_default_https_context'],
      values: ['Member[_create_unverified_context]'],
      severity: 'error',
      subject: 'the whole process',
    },
    { ...client, module: 'boto3', call: 'Member[client,resource]' },
    { ...unverified, module: 'litellm', call: '', store: ['ssl_verify'], subject: 'LiteLLM' },
    {
      ...unverified,
      module: 'langchain_ollama',
      call: 'Member[ChatOllama,OllamaLLM,OllamaEmbeddings]',
      at: 'Argument[client_kwargs].Member[verify]',
      replacement: 'True',
      subject: 'a model',
    },
    { ...client, module: 'ollama', call: 'Member[Client,AsyncClient]' },
    {
      meaning: 'tls-unverified',
      module: 'os',
      call: 'Member[environ]',
      store: ['PYTHONHTTPSVERIFY'],
      values: ['0'],
      severity: 'error',
      subject: 'the whole process',
    },
    {
      meaning: 'tls-unverified',
      module: 'os',
      call: 'Member[environ]',
      store: ['CURL_CA_BUNDLE', 'REQUESTS_CA_BUNDLE'],
      values: [''],
      severity: 'error',
      subject: 'the whole process',
    },
  ],
} as const satisfies Framework;
