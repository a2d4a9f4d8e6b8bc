/**
 * Paths that the sources of packages do not show, because a type depends on more than a path has (`**kwargs: Any`, values
 * that are made while the program runs). They were read by hand. By framework; the test says when one is no longer unknown.
 */
export const acceptedUnknowns: Readonly<Record<string, readonly string[]>> = {
  'fastmcp-python': [
    'sources: Member[FastMCP].Instance.Member[prompt].ReturnValue.Argument[0].Parameter[0..] → Member[FastMCP].Instance.Member[prompt].ReturnValue.Argument[0].Parameter[0..]',
    'sources: Member[FastMCP].Instance.Member[resource].ReturnValue.Argument[0].Parameter[0..] → Member[FastMCP].Instance.Member[resource].ReturnValue.Argument[0].Parameter[0..]',
  ],
  'mcp-python': [
    'sources: Member[FastMCP,MCPServer].Instance.Member[prompt].ReturnValue.Argument[0].Parameter[0..] → Member[FastMCP,MCPServer].Instance.Member[prompt].ReturnValue.Argument[0].Parameter[0..]',
    'sources: Member[FastMCP,MCPServer].Instance.Member[resource].ReturnValue.Argument[0].Parameter[0..] → Member[FastMCP,MCPServer].Instance.Member[resource].ReturnValue.Argument[0].Parameter[0..]',
  ],
  'openai-agents-python': [
    'agents: Member[Agent].Instance.Member[clone] → Argument[instructions]',
    'agents: Member[Agent].Instance.Member[clone] → Argument[name]',
    'agents: Member[Agent].Instance.Member[clone] → Argument[tools]',
  ],
  'openai-python': [
    'calls: Member[OpenAI,AsyncOpenAI,Client,AsyncClient,AzureOpenAI,AsyncAzureOpenAI].Instance.Member[chat].Member[completions].Member[with_raw_response].Member[create] → Argument[max_completion_tokens]',
    'calls: Member[OpenAI,AsyncOpenAI,Client,AsyncClient,AzureOpenAI,AsyncAzureOpenAI].Instance.Member[chat].Member[completions].Member[with_raw_response].Member[create] → Argument[max_tokens]',
    'calls: Member[OpenAI,AsyncOpenAI,Client,AsyncClient,AzureOpenAI,AsyncAzureOpenAI].Instance.Member[chat].Member[completions].Member[with_raw_response].Member[create] → Argument[messages]',
    'calls: Member[OpenAI,AsyncOpenAI,Client,AsyncClient,AzureOpenAI,AsyncAzureOpenAI].Instance.Member[chat].Member[completions].Member[with_raw_response].Member[create] → Argument[tools]',
    'calls: Member[OpenAI,AsyncOpenAI,Client,AsyncClient,AzureOpenAI,AsyncAzureOpenAI].Instance.Member[chat].Member[completions].Member[with_raw_response].Member[create] → Result.Member[parse].ReturnValue.Member[choices]',
    'calls: Member[chat].Member[completions].Member[with_raw_response].Member[create] → Argument[max_completion_tokens]',
    'calls: Member[chat].Member[completions].Member[with_raw_response].Member[create] → Argument[max_tokens]',
    'calls: Member[chat].Member[completions].Member[with_raw_response].Member[create] → Argument[messages]',
    'calls: Member[chat].Member[completions].Member[with_raw_response].Member[create] → Argument[tools]',
    'calls: Member[chat].Member[completions].Member[with_raw_response].Member[create] → Result.Member[parse].ReturnValue.Member[choices]',
  ],
};
