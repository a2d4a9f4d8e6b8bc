import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../rules/analyse-files.js';

function lines(text: string, rule: string): readonly number[] {
  return analyseFiles({ 'main.py': text })
    .findings.filter((finding) => finding.rule === rule)
    .map(({ primary }) => text.slice(0, primary.start).split('\n').length);
}

describe('a tool that a project declares itself', () => {
  it.each([
    [
      'a class that is a tool',
      `class ShellTool:\n    name = 'shell'\n    description = 'Runs a command'\n    def run(self, command: str):\n        os.system(command)`,
    ],
    [
      'a class with a schema',
      `class Shell:\n    name = 'shell'\n    description = 'Runs a command'\n    parameters = {'type': 'object'}\n    def execute(self, command):\n        os.system(command)`,
    ],
    [
      'a class with properties',
      `class Shell:\n    @property\n    def name(self): return 'shell'\n    @property\n    def description(self): return 'Runs a command'\n    @property\n    def input_schema(self): return {}\n    def __call__(self, command):\n        os.system(command)`,
    ],
    [
      'a function under a decorator of the project',
      `def tool(f):\n    f.is_tool = True\n    return f\n\n@tool\ndef shell(command: str):\n    os.system(command)`,
    ],
    [
      'a method under a decorator for what an interface offers',
      `from some_agents import BaseAction, tool_api\n\nclass Shell(BaseAction):\n    @tool_api\n    def run(self, command: str):\n        os.system(command)`,
    ],
    [
      'a function under a decorator of an unknown package',
      `from some_agents import Agent\nagent = Agent()\n\n@agent.tool(name='shell')\ndef shell(command: str):\n    os.system(command)`,
    ],
    [
      'a function of a module that Strands loads',
      `from strands.types.tools import ToolResult, ToolUse\nTOOL_SPEC = {'name': 'sh', 'description': 'Runs', 'inputSchema': {'json': {}}}\ndef sh(tool: ToolUse, **kwargs) -> ToolResult:\n    given = tool['input']\n    os.system(given['command'])`,
    ],
  ])('is reported: %s', (_, code) => {
    expect(lines(`import os\n${code}\n`, 'exec-tool-shell')).toHaveLength(1);
  });

  it.each([
    [
      'the number of the call',
      `from strands.types.tools import ToolUse\ndef sh(tool: ToolUse, **kwargs):\n    os.system('echo ' + tool['toolUseId'])`,
    ],
    [
      'a command of a program',
      `class Shell:\n    name = 'shell'\n    description = 'Runs a command'\n    def run(self, command: str):\n        os.system(command)`,
    ],
    [
      'a tool without a description',
      `class ShellTool:\n    name = 'shell'\n    def run(self, command: str):\n        os.system(command)`,
    ],
    [
      'a method that nobody runs',
      `class ShellTool:\n    name = 'shell'\n    description = 'x'\n    def set_up(self, command: str):\n        os.system(command)`,
    ],
    [
      'a number',
      `class ShellTool:\n    name = 'shell'\n    description = 'x'\n    def run(self, seconds: int):\n        os.system(f'sleep {seconds}')`,
    ],
    [
      'a decorator about tools',
      `from some_agents import tool_timeout\n\n@tool_timeout(3)\ndef shell(command: str):\n    os.system(command)`,
    ],
    [
      'a decorator for something else',
      `def command(f):\n    return f\n\n@command\ndef shell(command: str):\n    os.system(command)`,
    ],
  ])('is not meant: %s', (_, code) => {
    expect(lines(`import os\nfrom mcp.server.fastmcp import FastMCP\n${code}\n`, 'exec-tool-shell')).toEqual([]);
  });
});

const HEAD = `import asyncio, functools, logging, os, subprocess, sys, tempfile, threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from mcp.server.fastmcp import FastMCP
mcp = FastMCP('x')
log = logging.getLogger(__name__)

def work(code, times=1):
    return eval(code)

`;

describe('a function of a package in a thread', () => {
  it.each([
    ['to_thread', 'return await asyncio.to_thread(subprocess.getoutput, code)'],
    ['an executor', 'return await asyncio.get_running_loop().run_in_executor(None, subprocess.getoutput, code)'],
    [
      'a bound call',
      'return await asyncio.get_running_loop().run_in_executor(None, functools.partial(subprocess.run, code, shell=True))',
    ],
    ['a pool', 'with ThreadPoolExecutor() as pool:\n        return pool.submit(subprocess.getoutput, code).result()'],
  ])('runs there: %s', (_, code) => {
    const text = `${HEAD}@mcp.tool()\nasync def run(code: str) -> str:\n    ${code}\n`;
    expect(lines(text, 'exec-tool-shell')).toHaveLength(1);
  });

  it('does not run where something else is submitted', () => {
    const text = `${HEAD}@mcp.tool()\nasync def run(code: str) -> str:\n    return form.submit('log', code)\n`;
    expect(lines(text, 'exec-tool-shell')).toEqual([]);
  });
});

describe('a function in a thread', () => {
  it.each([
    ['to_thread', 'return await asyncio.to_thread(work, code, 2)'],
    ['an executor', 'return await asyncio.get_event_loop().run_in_executor(None, work, code)'],
    [
      'an executor that gets a bound call',
      'return await asyncio.get_event_loop().run_in_executor(None, functools.partial(work, code))',
    ],
    ['a pool', 'with ThreadPoolExecutor() as pool:\n        return pool.submit(work, code).result()'],
    ['a thread', 'threading.Thread(target=work, args=(code,)).start()'],
  ])('gets what it is given: %s', (_, code) => {
    const text = `${HEAD}@mcp.tool()\nasync def run(code: str) -> str:\n    ${code}\n`;
    expect(lines(text, 'exec-model-output-eval')).toEqual([9]);
  });
});

it('follows a method into a thread', () => {
  const owner = `class Server:\n    def _run(self, code):\n        eval(code)\n    def set_up(self):\n        @mcp.tool()\n        async def run(code: str):\n            return await asyncio.to_thread(self._run, code)\n`;
  expect(lines(`${HEAD}${owner}`, 'exec-model-output-eval')).toHaveLength(1);
});

describe('a script that is written and run', () => {
  it.each([
    [
      'a temporary file',
      `with tempfile.NamedTemporaryFile('w', suffix='.py', delete=False) as f:\n        f.write(code)\n    return subprocess.run([sys.executable, f.name])`,
    ],
    [
      'a temporary file by its path',
      `with tempfile.NamedTemporaryFile(suffix='.py', delete=False) as f:\n        path = f.name\n        f.write(code.encode())\n    return subprocess.check_output(['python3', path])`,
    ],
    [
      'a file',
      `with open('/tmp/x.py', 'w') as f:\n        f.write(code)\n    return subprocess.run(['python', '/tmp/x.py'])`,
    ],
    [
      'a path',
      `script = Path('/tmp') / 'x.py'\n    script.write_text(code)\n    return subprocess.run([sys.executable, str(script)])`,
    ],
  ])('is code: %s', (_, body) => {
    const text = `${HEAD}@mcp.tool()\ndef run(code: str) -> str:\n    ${body}\n`;
    expect(lines(text, 'exec-model-output-eval')).toHaveLength(1);
  });

  it('is no code where another file is run', () => {
    const body = `Path('/tmp/x.txt').write_text(code)\n    return subprocess.run([sys.executable, '/app/count.py', '/tmp/x.txt'])`;
    expect(lines(`${HEAD}@mcp.tool()\ndef run(code: str) -> str:\n    ${body}\n`, 'exec-model-output-eval')).toEqual(
      [],
    );
  });
});

describe('a credential in a log', () => {
  it.each([
    ['an attribute', 'log.info(f"secret {config.client_secret}")'],
    ['a parameter', 'log.debug("key %s", api_key)'],
    ['a constant', 'class Config:\n        API_KEY = "k3y-9f27-b1c4"\n    print(f"key {Config.API_KEY}")'],
    ['a keyword', 'log.info("x", extra={"key": api_key})'],
    ['the environment', 'print("key", os.environ["OPENAI_API_KEY"])'],
    ['getenv', 'print("key", os.getenv("OPENAI_API_KEY"))'],
    ['environ.get', 'log.warning("key " + os.environ.get("OPENAI_API_KEY", ""))'],
  ])('is reported: %s', (_, code) => {
    expect(lines(`${HEAD}def show(config, api_key):\n    ${code}\n`, 'obs-sensitive-content-logged')).toHaveLength(1);
  });

  it.each([
    ['its length', 'log.info("key of %d letters", len(api_key))'],
    ['whether it is there', 'log.info("key: %s", bool(api_key))'],
    ['whether it is there, in words', 'log.info("key: %s", "set" if api_key else "missing")'],
    ['its beginning', 'log.info("key: %s…", api_key[:4])'],
    ['a token of a text', 'print(config.token, end="")'],
    [
      'a way to sign in',
      'class Way(str, Enum):\n        DB_PASSWORD = "db_password"\n    log.info("by %s", Way.DB_PASSWORD)',
    ],
    ['the key of a tag', 'print(os.environ.get("FUNCTION_TAG_KEY", ""))'],
    [
      'the name of the variable that holds it',
      'if not os.getenv(config["api_key"]):\n        print(f"{config[\'api_key\']} is not set")',
    ],
    ['another variable', 'print(os.environ["HOME"], os.getenv("PATH"))'],
  ])('is not meant: %s', (_, code) => {
    expect(lines(`${HEAD}def show(config, api_key):\n    ${code}\n`, 'obs-sensitive-content-logged')).toEqual([]);
  });
});

describe('a dictionary that is filtered', () => {
  const copy = (key: string): string =>
    `${HEAD}@mcp.tool()\ndef run(code: str) -> str:\n    table = {'code': code, 'limit': '3'}\n    kept = {key: value for key, value in table.items() if value is not None}\n    return eval(kept['${key}'])\n`;

  it('has the entries of the other', () => {
    expect(lines(copy('code'), 'exec-model-output-eval')).toHaveLength(1);
  });

  it('has each under its own key', () => {
    expect(lines(copy('limit'), 'exec-model-output-eval')).toEqual([]);
  });
});

describe('a command that is spread into the arguments of a call', () => {
  const text = (command: string): string =>
    `${HEAD}@mcp.tool()\nasync def run(name: str) -> str:\n    command = ${command}\n    process = await asyncio.create_subprocess_exec(*command)\n    return str(process)\n`;

  it('is harmless where its program is fixed', () => {
    expect(lines(text("['sam', 'invoke', name]"), 'exec-tool-shell')).toEqual([]);
  });

  it('lets the model choose options of a program that runs others', () => {
    expect(lines(text("['git', 'log', name]"), 'exec-tool-shell')).toHaveLength(1);
  });

  it('lets the model choose the program', () => {
    expect(lines(text('name.split()'), 'exec-tool-shell')).toHaveLength(1);
  });
});

describe('a handler of a low-level server', () => {
  it.each([
    ['an address', '@app.read_resource()\nasync def read(uri):\n    return open(str(uri)[7:]).read()'],
    [
      'an argument of a prompt',
      '@app.get_prompt()\nasync def prompt(name, arguments):\n    return open(arguments["file"]).read()',
    ],
  ])('is asked from outside: %s', (_, code) => {
    const text = `from mcp.server import Server\napp = Server('x')\n\n${code}\n`;
    expect(lines(text, 'tool-path-traversal')).toEqual([6]);
  });
});

describe('a tool that a decorator of the project wraps', () => {
  const text = `import functools, os
from mcp.server.fastmcp import FastMCP
mcp = FastMCP('x')

def checked(func):
    @functools.wraps(func)
    async def wrapper(*args, **kwargs):
        return await func(*args, **kwargs)
    return wrapper

@mcp.tool()
@checked
async def run(command: str) -> str:
    return os.popen(command).read()

@mcp.tool()
@checked
async def remove(name: str) -> str:
    os.remove(name)
`;

  it('has the name and the parameters of the function', () => {
    const { findings } = analyseFiles({ 'main.py': text });
    const messages = findings.map(({ rule, message }) => `${rule}: ${message}`);
    expect(messages.some((message) => message.includes('`wrapper`'))).toBe(false);
    expect(messages.some((message) => /exec-tool-shell: .*`command` of tool `run`/.test(message))).toBe(true);
    expect(messages.some((message) => /tool-path-traversal: .*`name` of tool `remove`/.test(message))).toBe(true);
  });
});
