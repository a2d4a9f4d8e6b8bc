/**
 * Paths that the sources of packages do not show, because a type depends on more than a path has (`**kwargs: Any`, values
 * that are made while the program runs). They were read by hand. By framework; the test says when one is no longer
 * unknown. An entry that ends in `*` stands for all that begin like it.
 */
export const acceptedUnknowns: Readonly<Record<string, readonly string[]>> = {
  'anthropic-python': [
    'calls: Member[Anthropic,AsyncAnthropic,Client,AsyncClient,AnthropicBedrock,AsyncAnthropicBedrock,AnthropicVertex,AsyncAnthropicVertex,AnthropicFoundry,AsyncAnthropicFoundry].Instance.Member[beta].Member[messages].Member[with_raw_response].*',
    'calls: Member[Anthropic,AsyncAnthropic,Client,AsyncClient,AnthropicBedrock,AsyncAnthropicBedrock,AnthropicVertex,AsyncAnthropicVertex,AnthropicFoundry,AsyncAnthropicFoundry].Instance.Member[messages].Member[with_raw_response].*',
  ],
  'bedrock-python': [
    'calls: Member[BedrockRuntimeClient].Instance.Member[converse_stream] → Result.Member[stream].ArrayElement',
    'calls: Member[BedrockRuntimeClient].Instance.Member[invoke_model_with_response_stream] → Result.Member[body].ArrayElement',
    'calls: Member[Session].Instance.Member[client].ReturnValue.*',
    'calls: Member[client].ReturnValue.*',
    'calls: Member[session].Member[Session].Instance.Member[client].ReturnValue.*',
    'guardrails: Member[Session].Instance.Member[client].ReturnValue.*',
    'guardrails: Member[client].ReturnValue.*',
    'guardrails: Member[session].Member[Session].Instance.Member[client].ReturnValue.*',
    'sources: Member[Session].Instance.Member[client].ReturnValue.*',
    'sources: Member[client].ReturnValue.*',
    'sources: Member[session].Member[Session].Instance.Member[client].ReturnValue.*',
  ],
  'cohere-python': [
    'calls: Member[Client,AsyncClient].Instance.Member[chat,chat_stream] → *',
    'settings: Member[Client,AsyncClient].Instance.Member[chat,chat_stream] → *',
  ],
  'fastmcp-python': [
    'sources: Member[FastMCP].Instance.Member[prompt].ReturnValue.Argument[0].Parameter[0..] → Member[FastMCP].Instance.Member[prompt].ReturnValue.Argument[0].Parameter[0..]',
    'sources: Member[FastMCP].Instance.Member[resource].ReturnValue.Argument[0].Parameter[0..] → Member[FastMCP].Instance.Member[resource].ReturnValue.Argument[0].Parameter[0..]',
    'sources: Member[server].Member[dependencies].Member[get_http_request].ReturnValue.Member[headers,query_params,cookies,path_params] → *',
    'sources: Member[Context].Instance.Member[request_context].Member[request].Member[headers,query_params,cookies,path_params] → *',
  ],
  'google-generativeai-python': [
    'calls: Member[GenerativeModel].Instance.Member[generate_content,generate_content_async] → Result.ArrayElement.Member[text,candidates,parts]',
    'calls: Member[GenerativeModel].Instance.Member[start_chat].ReturnValue.Member[send_message,send_message_async] → Result.ArrayElement.Member[text,candidates,parts]',
  ],
  instructor: [
    'calls: Member[from_openai,from_anthropic,from_groq,from_mistral,from_cohere,from_gemini,from_genai,from_litellm,from_provider,from_bedrock].ReturnValue.*',
  ],
  litellm: [
    'calls: Member[Router].Instance.Member[completion,acompletion] → Argument[max_tokens]',
    'calls: Member[Router].Instance.Member[completion,acompletion] → Argument[tools]',
    'calls: Member[completion_with_retries,acompletion_with_retries] → Argument[max_tokens]',
    'calls: Member[completion_with_retries,acompletion_with_retries] → Argument[messages]',
    'calls: Member[completion_with_retries,acompletion_with_retries] → Argument[tools]',
    'calls: Member[completion_with_retries,acompletion_with_retries] → Result.ArrayElement.Member[choices]',
    'calls: Member[completion_with_retries,acompletion_with_retries] → Result.Member[choices]',
  ],
  'mcp-python': [
    'sources: Member[FastMCP,MCPServer].Instance.Member[prompt].ReturnValue.Argument[0].Parameter[0..] → Member[FastMCP,MCPServer].Instance.Member[prompt].ReturnValue.Argument[0].Parameter[0..]',
    'sources: Member[FastMCP,MCPServer].Instance.Member[resource].ReturnValue.Argument[0].Parameter[0..] → Member[FastMCP,MCPServer].Instance.Member[resource].ReturnValue.Argument[0].Parameter[0..]',
    'sources: Member[Context].Instance.Member[request_context].Member[request].Member[headers,query_params,cookies,path_params] → *',
  ],
  'mistral-python': [
    'calls: Member[Mistral].Instance.Member[chat,agents].Member[stream,stream_async] → Result.ArrayElement.Member[data].Member[choices]',
    'calls: Member[Mistral].Instance.Member[chat].Member[parse,parse_async] → Argument[max_tokens]',
    'calls: Member[Mistral].Instance.Member[chat].Member[parse,parse_async] → Argument[messages]',
    'calls: Member[Mistral].Instance.Member[chat].Member[parse,parse_async] → Argument[tools]',
  ],
  'openai-agents-python': [
    'agents: Member[Agent].Instance.Member[clone] → Argument[instructions]',
    'agents: Member[Agent].Instance.Member[clone] → Argument[name]',
    'agents: Member[Agent].Instance.Member[clone] → Argument[tools]',
  ],
  'openai-python': [
    'calls: Member[OpenAI,AsyncOpenAI,Client,AsyncClient,AzureOpenAI,AsyncAzureOpenAI].Instance.Member[chat].Member[completions].Member[with_raw_response].Member[create] → *',
    'calls: Member[chat].Member[completions].Member[with_raw_response].Member[create] → *',
  ],
  'langgraph-python': [
    'agents.runs: Member[create_react_agent].Result.Member[invoke,ainvoke,stream,astream,stream_events,astream_events,batch,abatch] → Argument[0,input].Member[messages]',
  ],
  'pydantic-ai': ['calls: Member[Agent].Instance.Member[output_validator].ReturnValue → Argument[0].Parameter[N-1]'],
  agno: [
    'settings: Member[ShellTools] → Argument[requires_confirmation_tools]',
    'settings: Member[PythonTools] → Argument[requires_confirmation_tools]',
  ],
  'strands-python': [
    'calls: Member[Agent].Instance.Member[tool].Member[*] → Member[Agent].Instance.Member[tool].Member[*]',
  ],
  dspy: ['calls: Member[LM].Instance → Result'],
  'browser-use': ['tools: Member[Tools,Controller].Instance.Member[action] → Argument[name]'],
  'langchain-python': [
    'agents.runs: Member[AgentExecutor].Result.Member[invoke,ainvoke,stream,astream,run,arun] → Result.Member[output]',
    'agents: Member[initialize_agent] → Argument[max_iterations]',
  ],
  'transformers-python': ['calls: Member[pipeline].ReturnValue → Argument[max_new_tokens]'],
  'vector-python': ['sources: Member[Pinecone].Instance.Member[Index].ReturnValue.*'],
};
