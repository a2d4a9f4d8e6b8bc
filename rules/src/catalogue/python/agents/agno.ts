import type { Framework } from '../../framework.js';

const onHost = {
  meaning: 'unsandboxed-executor',
  severity: 'error',
  unless: ['Argument[requires_confirmation_tools]'],
} as const;
const injectedNames = [
  'agent',
  'team',
  'run_context',
  'session_state',
  'dependencies',
  'images',
  'videos',
  'audios',
  'files',
] as const;
const injected = ['Member[RunContext]', 'Member[run].Member[RunContext]', 'Member[Agent]', 'Member[Team]'] as const;
const runs = [
  {
    call: 'Member[run,arun,print_response,aprint_response]',
    slots: [{ role: 'user', at: 'Argument[0,input,message]' }],
    outputs: ['ReturnValue.Member[content]', 'ReturnValue.ArrayElement'],
  },
] as const;
const slots = [
  { role: 'system', at: 'Argument[instructions]' },
  { role: 'system', at: 'Argument[system_message]' },
  { role: 'system', at: 'Argument[description]' },
  { role: 'system', at: 'Argument[additional_context]' },
] as const;

export const agno: Framework = {
  id: 'agno',
  title: 'Agno',
  language: 'python',
  modules: [
    'agno.agent',
    'agno.team',
    'agno.tools',
    'agno.tools.shell',
    'agno.tools.python',
    'agno.tools.sql',
    'agno.tools.duckduckgo',
    'agno.tools.mcp',
    'agno.tools.toolkit',
    'agno.run',
    'agno.knowledge.knowledge',
    'agno.tools.agentql',
    'agno.tools.api',
    'agno.tools.arxiv',
    'agno.tools.baidusearch',
    'agno.tools.bravesearch',
    'agno.tools.browserbase',
    'agno.tools.crawl4ai',
    'agno.tools.daytona',
    'agno.tools.e2b',
    'agno.tools.exa',
    'agno.tools.file.file',
    'agno.tools.firecrawl',
    'agno.tools.hackernews',
    'agno.tools.jina',
    'agno.tools.local_file_system',
    'agno.tools.mcp.mcp',
    'agno.tools.newspaper',
    'agno.tools.newspaper4k',
    'agno.tools.reddit',
    'agno.tools.searxng',
    'agno.tools.serpapi',
    'agno.tools.serper',
    'agno.tools.spider',
    'agno.tools.tavily',
    'agno.tools.trafilatura',
    'agno.tools.webbrowser',
    'agno.tools.websearch',
    'agno.tools.website',
    'agno.tools.webtools',
    'agno.tools.wikipedia',
    'agno.tools.youtube',
    'agno/*',
  ],
  ai: true,
  checkedAgainst: { agno: ['3.1'] },
  agents: [
    {
      call: 'Member[Agent]',
      name: 'Argument[name]',
      slots,
      tools: 'Argument[tools]',
      limits: [
        { kind: 'steps', at: 'Argument[tool_call_limit]', default: 'unknown', unbounded: [null], absurdAbove: 500 },
      ],
      runs,
    },
    {
      call: 'Member[Team]',
      name: 'Argument[name]',
      slots,
      tools: 'Argument[tools]',
      handoffs: 'Argument[members]',
      runs,
    },
  ],
  tools: [
    {
      call: 'Member[tool]',
      name: 'Argument[name]',
      description: 'Argument[description]',
      decorator: true,
      injected,
      injectedNames,
      gates: [
        { at: 'Argument[requires_confirmation]', shape: 'value', insert: 'requires_confirmation: True' },
        { at: 'Argument[requires_user_input]', shape: 'value' },
        { at: 'Argument[external_execution]', shape: 'value' },
      ],
    },
  ],
  functionTools: [{ injected, injectedNames }],
  toolSets: [
    { call: 'Member[Toolkit]', tools: 'Argument[tools]' },
    { call: 'Member[Toolkit].Instance.Member[register]', tools: 'Argument[0,function]' },
  ],
  hosted: [
    { call: 'Member[ShellTools]', tool: 'shell', capabilities: ['exec'] },
    { call: 'Member[PythonTools,E2BTools,DaytonaTools]', tool: 'code', capabilities: ['exec'] },
    {
      call: 'Member[DuckDuckGoTools,TavilyTools,ExaTools,SerperTools,SerpApiTools,BraveSearchTools,SearxngTools,BaiduSearchTools,WebSearchTools,WikipediaTools,ArxivTools,HackerNewsTools,RedditTools,YouTubeTools]',
      tool: 'web-search',
      capabilities: ['untrusted-in'],
    },
    {
      call: 'Member[WebsiteTools,FirecrawlTools,Crawl4aiTools,JinaReaderTools,Newspaper4kTools,NewspaperTools,TrafilaturaTools,SpiderTools,CustomApiTools,WebTools]',
      tool: 'web-fetch',
      capabilities: ['untrusted-in', 'egress'],
    },
    {
      call: 'Member[BrowserbaseTools,WebBrowserTools,AgentQLTools]',
      tool: 'browser',
      capabilities: ['untrusted-in', 'egress'],
    },
    { call: 'Member[FileTools,LocalFileSystemTools]', tool: 'edit', capabilities: ['write', 'private-read'] },
  ],
  supplies: [
    {
      call: 'Member[MCPTools]',
      servers: ['Argument[url]'],
      allow: ['Argument[include_tools]', 'Argument[requires_confirmation_tools]'],
    },
  ],
  settings: [
    { ...onHost, call: 'Member[ShellTools]', subject: 'ShellTools' },
    { ...onHost, call: 'Member[PythonTools]', subject: 'PythonTools' },
  ],
};
