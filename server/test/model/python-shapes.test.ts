import { describe, expect, it } from 'vitest';
import { catalogue } from '@leashlint/rules';
import { agentProject } from './agent-project.js';
import { factLines } from './framework-facts.js';

function facts(code: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  return factLines(agentProject({ 'a.py': code, ...files }, {}, catalogue).app);
}

const run = 'return subprocess.getoutput(command)';

describe('shapes of agent code in Python', () => {
  it('makes an agent of a class with type arguments', () => {
    expect(
      facts(`from pydantic_ai import Agent
agent = Agent[str, str]('openai:gpt-5.5', name='a', instructions='Help.')
`),
    ).toEqual(['agent a: system']);
  });

  it('knows what a typed context gives back, and answers that validators get', () => {
    expect(
      facts(`from dataclasses import dataclass
import asyncpg
from pydantic_ai import Agent, RunContext

@dataclass
class Deps:
    conn: asyncpg.Connection

agent = Agent('openai:gpt-5.5', name='a', deps_type=Deps)

@agent.output_validator
async def validate(ctx: RunContext[Deps], output):
    await ctx.deps.conn.execute(f'EXPLAIN {output}')
    return output
`),
    ).toContain('flow model-output → sql');
  });

  it('reads functions in a class that only groups them', () => {
    expect(
      facts(`import subprocess
from langchain.tools import tool

class Tools:
    @tool('run')
    def run(command):
        """Run a command"""
        ${run}
`),
    ).toEqual(['flow tool-input → shell', 'tool run(command): exec; gated unknown']);
  });

  it('leaves tables of functions alone', () => {
    expect(
      facts(`from handlers import HANDLERS
answer = HANDLERS['x']('y')
`),
    ).toEqual([]);
  });

  it.each([
    ['a function', 'run'],
    ['a method', 'Kit().go'],
    ['methods of an object', 'Plugin()'],
    ['an object of a tool class', 'Runner()'],
  ])('gives an agent %s as a tool', (_, given) => {
    expect(
      facts(`import subprocess
from langchain.agents import create_agent
from langchain.tools import BaseTool, tool

def run(command: str) -> str:
    ${run}

class Kit:
    def go(self, command: str) -> str:
        ${run}

class Plugin:
    @tool
    def start(self, command: str) -> str:
        ${run}

class Runner(BaseTool):
    name: str = 'runner'
    def _run(self, command: str) -> str:
        ${run}

agent = create_agent('openai:gpt-5.5', tools=[${given}], name='a')
`).find((line) => line.startsWith('agent a')),
    ).toMatch(/^agent a: ; tools (?:run|go|start|runner)$/);
  });

  it('takes a chain of operators for what its links are', () => {
    expect(
      facts(`import subprocess
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI

prompt = ChatPromptTemplate.from_messages([('system', 'Help.'), ('human', '{text}')])
chain = {'text': lambda given: given} | prompt | ChatOpenAI() | StrOutputParser()
subprocess.getoutput(chain.invoke('x'))
`),
    ).toEqual(['call ChatPromptTemplate.from_messages: system, user', 'call invoke: ', 'flow model-output → shell']);
  });
});
