import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../rules/analyse-files.js';

const HEAD = `import json, os
import anthropic, httpx
from dataclasses import dataclass
from google import genai
from langchain_core.output_parsers import JsonOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI
from openai import OpenAI
from pydantic import BaseModel
from typing import Literal

def blocks():
    return anthropic.Anthropic().messages.create(model='x', max_tokens=9, messages=[]).content

def text():
    return OpenAI().responses.create(model='x', input='y').output_text

`;

function runs(code: string): boolean {
  return analyseFiles({ 'main.py': HEAD + code }).findings.some(({ rule }) => rule === 'exec-tool-shell');
}

describe('what a model answered', () => {
  it.each([
    ['a key of the input of a tool', `for block in blocks():\n    os.system(block.input.get('command', ''))`],
    [
      'a key of the arguments of a function',
      `for call in genai.Client().models.generate_content(model='x', contents='y').function_calls:\n    os.system(call.args.get('command'))`,
    ],
    ['keys below each other', `os.system(json.loads(text()).get('a', {}).get('b', ''))`],
    [
      'keys of an answer by HTTP',
      `answer = httpx.post('https://api.openai.com/v1/chat/completions', json={'messages': []}).json()\nos.system(answer.get('choices', [{}])[0].get('message', {}).get('content'))`,
    ],
    [
      'an answer as a dictionary',
      `answer = OpenAI().responses.create(model='x', input='y').to_dict()\nos.system(answer.get('output')[0]['content'])`,
    ],
    [
      'what a chain parsed',
      `chain = ChatPromptTemplate.from_template('{q}') | ChatOpenAI() | JsonOutputParser()\nos.system(chain.invoke({'q': 'x'}).get('command'))`,
    ],
    [
      'a model that takes all fields',
      `class Plan(BaseModel):\n    command: str\n\nos.system(Plan(**json.loads(text())).command)`,
    ],
    [
      'a dataclass that takes all fields',
      `@dataclass\nclass Plan:\n    command: str\n\nplan = Plan(**json.loads(text()))\nos.system(plan.command)`,
    ],
  ])('is in %s', (_, code) => {
    expect(runs(code)).toBe(true);
  });

  it.each([
    [
      'a choice that a model checks',
      `class Plan(BaseModel):\n    command: Literal['ls', 'pwd']\n\nos.system(Plan(**json.loads(text())).command)`,
    ],
    ['a number', `class Plan(BaseModel):\n    port: int\n\nos.system(f'kill {Plan(**json.loads(text())).port}')`],
    [
      'a field that has a value of its own',
      `class Plan(BaseModel):\n    command: str\n\nos.system(Plan(**json.loads(text()), command='ls').command)`,
    ],
  ])('is not in %s', (_, code) => {
    expect(runs(code)).toBe(false);
  });
});
