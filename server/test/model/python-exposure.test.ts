import { expect, test } from 'vitest';
import { analyseFiles } from '../rules/analyse-files.js';

type Files = Readonly<Record<string, string>>;

const OPEN = 'identity-unauthenticated-agent-endpoint';
const EXPOSED = 'mcp-server-exposed';

/** A tool that runs a program, and an agent that has it. */
const agent: Files = {
  'agent.py': `
import subprocess

from agents import Agent, Runner, function_tool


@function_tool
def log(count: int) -> str:
    """The last commits."""
    return subprocess.run(["git", "log", f"-{count}"], capture_output=True, text=True).stdout


helper = Agent(name="Helper", instructions="You help.", tools=[log])


async def answer(text: str) -> str:
    return (await Runner.run(helper, text)).final_output
`,
};

const fastapi = (lines: string, run = 'uvicorn.run(app, host="0.0.0.0")'): Files => ({
  ...agent,
  'app.py': `
import os

import uvicorn
from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException, Request, Security, status
from fastapi.middleware.cors import CORSMiddleware
from fastapi.security import APIKeyHeader, HTTPBearer
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import JSONResponse

from agent import answer
from elsewhere import gate

app = FastAPI()
router = APIRouter()
${lines}
${run}
`,
});

const plain = `
@app.post("/chat")
async def chat(text: str):
    return await answer(text)
`;

const flask = (lines: string, run = 'app.run(host="0.0.0.0")'): Files => ({
  ...agent,
  'app.py': `
import asyncio
import os

from flask import Blueprint, Flask, abort, jsonify, request, session
from flask_cors import CORS
from flask_limiter import Limiter
from acme_auth import AcmeAuth

from agent import answer

app = Flask(__name__)
pages = Blueprint("pages", __name__)
${lines}
${run}
`,
});

const view = `
@app.post("/chat")
def chat():
    return asyncio.run(answer(request.get_json()["text"]))
`;

const cases: readonly (readonly [name: string, files: Files, open: boolean])[] = [
  ['FastAPI: a route', fastapi(plain), true],
  ['FastAPI: on this machine', fastapi(plain, 'uvicorn.run(app)'), false],
  ['FastAPI: started by a command', fastapi(plain, ''), false],
  ['FastAPI: named as a text', fastapi(plain, 'uvicorn.run("app:app", host="0.0.0.0")'), true],
  ['FastAPI: the host of the environment', fastapi(plain, 'uvicorn.run(app, host=os.getenv("HOST", "0.0.0.0"))'), true],
  ['FastAPI: an unknown host', fastapi(plain, 'uvicorn.run(app, host=os.environ["HOST"])'), false],
  [
    'FastAPI: middleware that lets all through',
    fastapi(`app.add_middleware(CORSMiddleware, allow_origins=["*"])${plain}`),
    true,
  ],
  ['FastAPI: middleware that nobody knows', fastapi(`app.add_middleware(gate)${plain}`), false],
  [
    'FastAPI: middleware that asks',
    fastapi(`
@app.middleware("http")
async def known(request: Request, call_next):
    if request.headers.get("x-api-key") != os.environ["KEY"]:
        return JSONResponse({}, status_code=401)
    return await call_next(request)
${plain}`),
    false,
  ],
  [
    'FastAPI: a class that asks',
    fastapi(`
class Known(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        if "authorization" not in request.headers:
            return JSONResponse({}, status_code=401)
        return await call_next(request)


app.add_middleware(Known)
${plain}`),
    false,
  ],
  [
    'FastAPI: a class that only counts',
    fastapi(`
class Counted(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        print(request.url.path)
        return await call_next(request)


app.add_middleware(Counted)
${plain}`),
    true,
  ],
  [
    'FastAPI: a dependency of the application',
    {
      ...agent,
      'app.py': (fastapi(plain)['app.py'] ?? '').replace('FastAPI()', 'FastAPI(dependencies=[Depends(HTTPBearer())])'),
    },
    false,
  ],
  [
    'FastAPI: an object that asks',
    fastapi(`
class Role:
    def __init__(self, name: str):
        self.name = name

    def __call__(self, request: Request):
        if request.headers.get("x-role") != self.name:
            raise HTTPException(status_code=status.HTTP_403_FORBIDDEN)


@app.post("/chat", dependencies=[Depends(Role("admin"))])
async def chat(text: str):
    return await answer(text)
`),
    false,
  ],
  [
    'FastAPI: a header that is compared',
    fastapi(`
async def known(x_key: str = Header()):
    if x_key != os.environ["KEY"]:
        raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED)


@app.post("/chat")
async def chat(text: str, _=Security(known)):
    return await answer(text)
`),
    false,
  ],
  [
    'FastAPI: a dependency that gives a connection',
    fastapi(`
def connection():
    yield 3


@app.post("/chat")
async def chat(text: str, db=Depends(connection)):
    return await answer(text)
`),
    true,
  ],
  [
    'FastAPI: a router that is never taken',
    fastapi(`
@router.post("/chat")
async def chat(text: str):
    return await answer(text)
`),
    false,
  ],
  [
    'FastAPI: a router with a dependency where it is taken',
    fastapi(`
@router.post("/chat")
async def chat(text: str):
    return await answer(text)


app.include_router(router, dependencies=[Depends(HTTPBearer())])
`),
    false,
  ],
  ['Flask: a view', flask(view), true],
  ['Flask: on this machine', flask(view, 'app.run()'), false],
  ['Flask: extensions that let all through', flask(`CORS(app)\nLimiter(app=app)${view}`), true],
  ['Flask: an extension that nobody knows', flask(`AcmeAuth(app)${view}`), false],
  [
    'Flask: a function before every request',
    flask(`
@app.before_request
def known():
    if request.path != "/health" and "user" not in session:
        abort(401)
${view}`),
    false,
  ],
  [
    'Flask: a check in the view',
    flask(`
@app.post("/chat")
def chat():
    if request.headers.get("Authorization") != os.environ["KEY"]:
        return jsonify({}), 401
    return asyncio.run(answer(request.get_json()["text"]))
`),
    false,
  ],
  [
    'Flask: a blueprint, added by rule',
    flask(`
def chat(text):
    return asyncio.run(answer(text))


pages.add_url_rule("/chat/<text>", view_func=chat)
app.register_blueprint(pages)
`),
    true,
  ],
  [
    'aiohttp: a table of routes',
    {
      ...agent,
      'app.py': `
from aiohttp import web

from agent import answer

routes = web.RouteTableDef()


@routes.post("/chat")
async def chat(request):
    return web.Response(text=await answer(await request.text()))


app = web.Application()
app.add_routes(routes)
web.run_app(app)
`,
    },
    true,
  ],
  [
    'Gradio: shared with everybody',
    {
      ...agent,
      'app.py': `
import gradio as gr

from agent import answer


async def chat(message, history):
    return await answer(message)


gr.ChatInterface(chat).launch(share=True)
`,
    },
    true,
  ],
  [
    'Gradio: with a password',
    {
      ...agent,
      'app.py': `
import gradio as gr

from agent import answer


async def chat(message, history):
    return await answer(message)


gr.ChatInterface(chat).launch(server_name="0.0.0.0", auth=("user", "password"))
`,
    },
    false,
  ],
];

test.each(cases)('%s', (_, files, open) => {
  const rules = analyseFiles(files).findings.map(({ rule }) => rule);
  expect(rules.includes(OPEN)).toBe(open);
});

const mcp = (lines: string): Files => ({
  'server.py': `
import asyncio

import uvicorn
from fastapi import FastAPI
from fastmcp import FastMCP
from mcp.server.fastmcp import FastMCP as Official
from starlette.applications import Starlette
from starlette.routing import Mount

server = Official("a")
other = FastMCP("b")
app = FastAPI()
${lines}
`,
});

const servers: readonly (readonly [name: string, files: Files, exposed: boolean])[] = [
  ['MCP: standard input and output', mcp('server.run()'), false],
  ['MCP: this machine', mcp('server.run(transport="sse")\nother.run(transport="http")'), false],
  ['MCP: a host that is set later', mcp('server.settings.host = "0.0.0.0"\nserver.run(transport="sse")'), true],
  ['MCP: a host of the call', mcp('other.run(transport="http", host="0.0.0.0")'), true],
  ['MCP: a host of a task', mcp('asyncio.run(other.run_async(transport="http", host="0.0.0.0"))'), true],
  ['MCP: a task of this machine', mcp('asyncio.run(other.run_async(transport="http"))'), false],
  ['MCP: standard input and output with a host', mcp('other.run(transport="stdio", host="0.0.0.0")'), false],
  ['MCP: middleware', mcp('other.add_middleware(check)\nother.run(transport="http", host="0.0.0.0")'), false],
  ['MCP: an app', mcp('uvicorn.run(server.streamable_http_app(), host="0.0.0.0")'), true],
  ['MCP: inside of an app', mcp('app.mount("/mcp", other.http_app())\nuvicorn.run(app, host="0.0.0.0")'), true],
  [
    'MCP: in a list of routes',
    mcp('web = Starlette(routes=[Mount("/", app=server.sse_app())])\nuvicorn.run(web, host="0.0.0.0")'),
    true,
  ],
  ['MCP: an app that asks', mcp('uvicorn.run(FastMCP("c", auth=check).http_app(), host="0.0.0.0")'), false],
];

test.each(servers)('%s', (_, files, exposed) => {
  const rules = analyseFiles(files).findings.map(({ rule }) => rule);
  expect(rules.includes(EXPOSED)).toBe(exposed);
});
