import type { Framework } from '../../framework.js';

const inputs = [{ role: 'user', at: 'Argument[0,inputs].Member[*]' }] as const;
const answer = ['ReturnValue'] as const;

export const crewAi: Framework = {
  id: 'crewai',
  title: 'CrewAI',
  language: 'python',
  modules: [
    'crewai',
    'crewai.tools',
    'crewai.project',
    'crewai.flow.flow',
    'crewai_tools',
    'crewai/*',
    'crewai_tools/*',
  ],
  ai: true,
  checkedAgainst: { crewai: ['1.15'], 'crewai-tools': ['1.15'] },
  agents: [
    {
      call: 'Member[Agent]',
      name: 'Argument[role]',
      slots: [
        { role: 'system', at: 'Argument[role]' },
        { role: 'system', at: 'Argument[goal]' },
        { role: 'system', at: 'Argument[backstory]' },
        { role: 'system', at: 'Argument[system_template]' },
      ],
      tools: 'Argument[tools]',
      delegates: 'Argument[allow_delegation]',
      limits: [
        { kind: 'steps', at: 'Argument[max_iter]', default: 25, absurdAbove: 200, insert: 'max_iter: 25' },
        { kind: 'time', at: 'Argument[max_execution_time]', default: 'unbounded' },
      ],
      runs: [
        {
          call: 'Member[kickoff,kickoff_async]',
          slots: [{ role: 'messages', at: 'Argument[0,messages]' }],
          outputs: answer,
        },
      ],
    },
    {
      call: 'Member[Crew]',
      name: 'Argument[name]',
      slots: [],
      handoffs: 'Argument[agents]',
      runs: [
        {
          call: 'Member[kickoff,kickoff_async,akickoff,kickoff_for_each,kickoff_for_each_async,akickoff_for_each]',
          slots: inputs,
          outputs: answer,
        },
      ],
    },
  ],
  calls: [
    {
      call: 'Member[Task]',
      slots: [
        { role: 'user', at: 'Argument[description]' },
        { role: 'user', at: 'Argument[expected_output]' },
      ],
      tools: 'Argument[tools]',
      outputs: [],
      prepares: true,
    },
    {
      call: 'Member[LLM].Instance.Member[call,acall]',
      slots: [{ role: 'messages', at: 'Argument[0,messages]' }],
      outputs: answer,
    },
  ],
  tools: [
    {
      call: 'Member[tool]',
      name: 'Argument[0]',
      decorator: true,
    },
  ],
  toolClasses: [
    { base: 'Member[BaseTool]', name: 'name', description: 'description', schema: 'args_schema', handler: '_run' },
  ],
  hosted: [
    {
      call: 'Member[SerperDevTool,BraveSearchTool,EXASearchTool,TavilySearchTool,SerpApiGoogleSearchTool,LinkupSearchTool,FirecrawlSearchTool]',
      tool: 'web-search',
      capabilities: ['untrusted-in'],
    },
    {
      call: 'Member[ScrapeWebsiteTool,ScrapeElementFromWebsiteTool,FirecrawlScrapeWebsiteTool,FirecrawlCrawlWebsiteTool,SpiderTool,JinaScrapeWebsiteTool,SerperScrapeWebsiteTool,TavilyExtractorTool,WebsiteSearchTool]',
      tool: 'web-fetch',
      capabilities: ['untrusted-in', 'egress'],
    },
    {
      call: 'Member[SeleniumScrapingTool,StagehandTool,BrowserbaseLoadTool,HyperbrowserLoadTool,MultiOnTool]',
      tool: 'browser',
      capabilities: ['untrusted-in', 'egress'],
    },
    {
      call: 'Member[FileReadTool,DirectoryReadTool,DirectorySearchTool,PDFSearchTool,TXTSearchTool,CSVSearchTool,DOCXSearchTool,JSONSearchTool,MDXSearchTool,XMLSearchTool]',
      tool: 'file-search',
      capabilities: ['private-read'],
      fixedBy: 'Argument[0,file_path,directory,pdf,txt,csv,docx,json_path,mdx,xml]',
    },
    { call: 'Member[FileWriterTool]', tool: 'edit', capabilities: ['write'] },
    {
      call: 'Member[E2BExecTool,E2BPythonTool,DaytonaExecTool,DaytonaPythonTool]',
      tool: 'code',
      capabilities: ['exec'],
    },
  ],
  settings: [
    {
      meaning: 'unsandboxed-executor',
      call: 'Member[Agent]',
      at: 'Argument[code_execution_mode]',
      values: ['unsafe'],
      replacement: "'safe'",
      severity: 'error',
      subject: 'Agent',
    },
    {
      meaning: 'dangerous-opt-in',
      call: 'Member[NL2SQLTool]',
      at: 'Argument[allow_dml]',
      values: [true],
      replacement: 'False',
      severity: 'error',
      subject: 'NL2SQLTool',
      note: 'The model writes statements that change data.',
    },
    {
      meaning: 'content-recorded',
      call: 'Member[Crew]',
      at: 'Argument[share_crew]',
      values: [true],
      replacement: 'False',
      severity: 'warning',
      subject: 'Crew',
      note: 'Prompts and answers go to the makers of CrewAI.',
    },
  ],
};
