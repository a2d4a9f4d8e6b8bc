import { describe, expect, it } from 'vitest';
import { analyseFiles, lineAt } from '../rules/analyse-files.js';

type Files = Readonly<Record<string, string>>;

/** `rule: source → sink`, the texts of both ends. */
function findings(files: Files): readonly string[] {
  const report = analyseFiles(files);
  expect(report.problems).toEqual([]);
  return report.findings.map(({ rule, primary, trace }) => {
    const text = (span: typeof primary): string => files[span.file]?.slice(span.start, span.end) ?? '';
    const [source] = trace;
    return `${rule}: ${source === undefined ? '' : `${text(source.span)} → `}${text(primary)}`;
  });
}

function lines(files: Files): readonly string[] {
  return analyseFiles(files).findings.map(
    ({ rule, primary }) => `${primary.file}:${String(lineAt(files[primary.file] ?? '', primary.start))} ${rule}`,
  );
}

const head =
  'from mcp.server.fastmcp import FastMCP, Context\nimport os\nimport subprocess\n\nmcp = FastMCP("demo")\n\n';

describe('Python', () => {
  const cases: readonly { readonly title: string; readonly files: Files; readonly found: readonly string[] }[] = [
    {
      title: 'a decorated function is a tool, its parameters are what the model fills',
      files: {
        'server.py': `${head}@mcp.tool()\ndef run(command: str, ctx: Context) -> str:\n    os.system(command)\n    os.system(ctx.x)\n`,
      },
      found: ['server.py:9 exec-tool-shell'],
    },
    {
      title: 'through modules, keyword arguments and relative imports',
      files: {
        'app/__init__.py': '',
        'app/server.py': `${head}from .tools import shell\nfrom app.tools.files import listing as ls\n@mcp.tool()\ndef run(command: str, folder: str):\n    ls(path=folder)\n    return shell.execute(timeout=1, command=command)\n`,
        'app/tools/__init__.py': '',
        'app/tools/shell.py':
          'import subprocess\ndef execute(command, timeout):\n    return subprocess.run(command, shell=True)\n',
        'app/tools/files.py': 'import os\ndef listing(path):\n    return os.popen("ls %s" % path)\n',
      },
      found: ['app/tools/files.py:3 exec-tool-shell', 'app/tools/shell.py:3 exec-tool-shell'],
    },
    {
      title: 'through objects, stars and comprehensions',
      files: {
        'server.py': `${head}class Runner:\n    def __init__(self, command, *parts, **options):\n        self.command = command\n        self.parts = parts\n        self.options = options\n    def go(self):\n        os.system(self.command)\n        os.system(" ".join(self.parts))\n        os.system(self.options["tail"])\n        os.system(self.options["head"])\n@mcp.tool()\ndef run(a: str, b: str, c: str):\n    Runner(a, *[p.strip() for p in [b]], tail=c, head="x").go()\n`,
      },
      found: ['server.py:13 exec-tool-shell', 'server.py:14 exec-tool-shell', 'server.py:15 exec-tool-shell'],
    },
    {
      title: 'types, lists and equality are guards',
      files: {
        'server.py': `${head}from typing import Literal\nALLOWED = {"a", "b"}\n@mcp.tool()\ndef run(n: int, kind: Literal["x", "y"], name: str, other: str, flag: bool):\n    if name not in ALLOWED or other != "z":\n        raise ValueError(name)\n    os.system(f"tool {n} {kind} {name} {other} {flag} {len(name)} {int(other)}")\n`,
      },
      found: [],
    },
    {
      title: 'a list of words that are refused is no guard',
      files: {
        'server.py': `${head}@mcp.tool()\ndef run(name: str):\n    if "rm" in name: return\n    os.system(name)\n`,
      },
      found: ['server.py:10 exec-tool-shell'],
    },
    {
      title: 'programs without a shell',
      files: { 'server.py': `${head}@mcp.tool()\ndef run(name: str):\n    subprocess.run(["ls", "--", name])\n` },
      found: [],
    },
    {
      title: 'names of other packages',
      files: {
        'server.py': `from other import FastMCP\nimport os\nmcp = FastMCP()\n@mcp.resource('x://{command}')\ndef run(command: str):\n    os.system(command)\n`,
      },
      found: [],
    },
    {
      title: 'a tool that is declared to a framework which nobody knows',
      files: {
        'server.py': `from other import Server\nimport os\nserver = Server()\n@server.tool()\ndef run(command: str):\n    os.system(command)\n`,
      },
      found: ['server.py:6 exec-tool-shell'],
    },
  ];
  it.each(cases)('$title', ({ files, found }) => {
    expect(lines(files).filter((line) => line.includes(' exec-'))).toEqual(found);
  });
});

it('offers edits that are Python', () => {
  const key = ['sk', 'proj', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8s9T0'].join('-');
  const { findings: found } = analyseFiles({
    'a.py': `from openai import OpenAI\nclient = OpenAI(api_key="${key}")\n`,
  });
  expect(found.map(({ rule, fixes }) => [rule, fixes.map(({ title }) => title)])).toEqual([
    [
      'secret-hardcoded',
      [
        'Read the key from os.environ["OPENAI_API_KEY"]',
        'Remove the option: the client reads OPENAI_API_KEY by itself',
      ],
    ],
  ]);
});

describe('the same program in two languages', () => {
  it('has the same flows', () => {
    const typescript = {
      'ops.ts': `import { Agent, run, tool } from '@openai/agents';
import { execSync } from 'node:child_process';
import { z } from 'zod';
function prepare(target: string, options: { dry?: boolean }) {
  if (options.dry) return 'true';
  return \`deploy \${target}\`;
}
const deploy = tool({
  name: 'deploy', description: 'Deploys.', parameters: z.object({ target: z.string(), replicas: z.number() }), needsApproval: true,
  execute: async ({ target, replicas }) => execSync(prepare(target, {}) + replicas),
});
const agent = new Agent({ name: 'ops', instructions: 'You operate.', tools: [deploy] });
const result = await run(agent, 'hello');
eval(result.finalOutput);
`,
    };
    const python = {
      'ops.py': `from agents import Agent, Runner, function_tool
import subprocess
def prepare(target: str, dry=False):
    if dry: return "true"
    return f"deploy {target}"
@function_tool(needs_approval=True)
async def deploy(target: str, replicas: int) -> str:
    """Deploys."""
    return subprocess.check_output(prepare(target) + str(replicas), shell=True)
agent = Agent(name="ops", instructions="You operate.", tools=[deploy])
async def main():
    result = await Runner.run(agent, "hello")
    eval(result.final_output)
`,
    };
    const inTypeScript = findings(typescript);
    expect(findings(python).map((line) => line.split(':')[0])).toEqual(inTypeScript.map((line) => line.split(':')[0]));
    expect(inTypeScript).toHaveLength(2);
  });
});
