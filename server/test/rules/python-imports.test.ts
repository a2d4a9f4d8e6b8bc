import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../src/engine/apply-fixes.js';
import { analyseFiles } from './analyse-files.js';
import { pythonProblems } from './python-syntax.js';

// In two parts, so that no scanner takes the test for a leak.
const key = ['sk-proj-', 'qN7rT2vX9bL4mK8wZ3cJ5hG6fD1sA0pY'].join('');
const client = `client = OpenAI(api_key="${key}")\n`;

/** The file after the first fix of the first finding of a rule. */
function repaired(text: string, rule: string): string {
  const settings = JSON.stringify({ heuristics: true });
  const [finding] = analyseFiles({ 'a.py': text, 'leashlint.config.json': settings }).findings.filter(
    (found) => found.rule === rule,
  );
  const [fix] = finding?.fixes ?? [];
  return (fix && applyFixes([fix], (file) => (file === 'a.py' ? text : undefined)).files.get('a.py')) ?? '';
}

interface Case {
  readonly name: string;
  readonly head: string;
  readonly after: string;
  /** How the variable is read; `os.environ` if undefined. */
  readonly reads?: string;
}

const cases: readonly Case[] = [
  {
    name: 'in a section of its own above other packages',
    head: 'from openai import OpenAI\n\n',
    after: 'import os\n\nfrom openai import OpenAI\n\n',
  },
  {
    name: 'in order among modules of the standard library',
    head: 'import json\nimport sys\nfrom typing import Any\n\nfrom openai import OpenAI\n\n',
    after: 'import json\nimport os\nimport sys\nfrom typing import Any\n\nfrom openai import OpenAI\n\n',
  },
  {
    name: 'below the docstring and imports of the future',
    head: '#!/usr/bin/env python3\n"""Answers."""\n\nfrom __future__ import annotations\n\nfrom openai import OpenAI\n\n',
    after:
      '#!/usr/bin/env python3\n"""Answers."""\n\nfrom __future__ import annotations\n\nimport os\n\nfrom openai import OpenAI\n\n',
  },
  {
    name: 'not again',
    head: 'import os  # paths\nfrom openai import OpenAI\n\n',
    after: 'import os  # paths\nfrom openai import OpenAI\n\n',
  },
  {
    name: 'under the name that the file gives it',
    head: 'import os as system\nfrom openai import OpenAI\n\n',
    after: 'import os as system\nfrom openai import OpenAI\n\n',
    reads: 'system.environ',
  },
  {
    name: 'by the member that is imported',
    head: 'from os import environ\nfrom openai import OpenAI\n\n',
    after: 'from os import environ\nfrom openai import OpenAI\n\n',
    reads: 'environ',
  },
  {
    name: 'under another name where the name is taken',
    head: 'from openai import OpenAI\n\nos = "linux"\n',
    after: 'import os as os2\n\nfrom openai import OpenAI\n\nos = "linux"\n',
    reads: 'os2.environ',
  },
  {
    name: 'for the whole file where a function has it for itself',
    head: 'from openai import OpenAI\n\ndef where():\n    import os\n    return os.getcwd()\n\n',
    after: 'import os\n\nfrom openai import OpenAI\n\ndef where():\n    import os\n    return os.getcwd()\n\n',
  },
];

describe('a module that a fix needs is imported', () => {
  it.each(cases)('$name', ({ after, head, reads = 'os.environ' }) => {
    const expected = `${after}${client.replace(`"${key}"`, `${reads}["OPENAI_API_KEY"]`)}`;
    expect(repaired(head + client, 'secret-hardcoded')).toBe(expected);
    expect(pythonProblems([expected])).toEqual([null]);
  });
});

describe('a name that a fix needs is merged into an import', () => {
  const tool = '@mcp.tool()\ndef run(command: str) -> str:\n    """Run."""\n    return os.popen(command).read()\n';
  const head = 'import os\nfrom mcp.server.fastmcp import FastMCP\n';
  const made = '\nmcp = FastMCP("x")\n\n';

  it.each<[string, string, string]>([
    ['one line', 'from typing import Any\n', 'from typing import Any, Literal\n'],
    [
      'several lines',
      'from typing import (\n    Any,  # anything\n    Final,\n)\n',
      'from typing import (\n    Any,  # anything\n    Final,\n    Literal,\n)\n',
    ],
    ['in parentheses', 'from typing import (Any, Final)\n', 'from typing import (Any, Final, Literal)\n'],
    ['there already, under another name', 'from typing import Literal as L\n', 'from typing import Literal as L\n'],
  ])('%s', (_, before, after) => {
    const local = after.includes(' as L') ? 'L' : 'Literal';
    const expected = head + after + made + tool.replace('command: str', `command: ${local}["status"]`);
    expect(repaired(head + before + made + tool, 'tool-weak-input-schema')).toBe(expected);
    expect(pythonProblems([expected])).toEqual([null]);
  });
});

it('offers no edit of a notebook, whose code stands in strings', () => {
  const source = ['from openai import OpenAI\n', client];
  const notebook = JSON.stringify({ cells: [{ cell_type: 'code', source }], nbformat: 4 });
  const found = analyseFiles({ 'a.ipynb': notebook }).findings.filter(({ rule }) => rule === 'secret-hardcoded');
  expect(found.map(({ fixes }) => fixes)).toEqual([[]]);
});
