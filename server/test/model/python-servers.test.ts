import { expect, test } from 'vitest';
import { analyseFiles } from '../rules/analyse-files.js';

type Files = Readonly<Record<string, string>>;

/** An agent with a tool that runs a program. */
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


def answer_now(text: str) -> str:
    return Runner.run_sync(helper, text).final_output
`,
};

const fastapi = `
from fastapi import BackgroundTasks, FastAPI

from agent import answer, answer_now

app = FastAPI()


@app.post("/chat")
async def chat(text: str):
    return await answer(text)
`;

const factory = `
from flask import Flask, request

from agent import answer_now


def create_app():
    app = Flask(__name__)

    @app.post("/chat")
    def chat():
        return answer_now(request.json["text"])

    return app
`;

const flask = `
from flask import Flask, request

from agent import answer_now

app = Flask(__name__)


@app.post("/chat")
def chat():
    return answer_now(request.json["text"])
`;

const sockets = (does: string, before = '', run = 'socketio.run(app, host="0.0.0.0")'): Files => ({
  ...agent,
  'app.py': `
from threading import Thread

import tiktoken
from fastlogging import LogInit
from flask import Flask
from flask_socketio import SocketIO

from agent import answer_now

app = Flask(__name__)
socketio = SocketIO()
socketio.init_app(app)
logger = LogInit(console=True)
encoding = tiktoken.get_encoding("cl100k_base")

${before}

@socketio.on("message")
def handle(data):
    ${does}


${run}
`,
});

const now = 'answer_now(data["text"])';

const gradio = (inside: string, launch: string): Files =>
  served(
    launch,
    `
import gradio as gr

from agent import answer_now


def chat(message, history):
    return answer_now(message)


with gr.Blocks() as demo:
    box = gr.Textbox()
    out = gr.Textbox()
    ${inside}
`,
  );

const websocket = (host: string, first = 'pass'): Files => ({
  ...agent,
  'app.py': `
import asyncio

import websockets

from agent import answer


async def handler(socket):
    async for message in socket:
        ${first}
        await socket.send(await answer(message))


async def main():
    async with websockets.serve(handler, ${host}, 8765):
        await asyncio.Future()
`,
});

const aiohttp = (host: string): Files => ({
  ...agent,
  'app.py': `
from aiohttp import web

from agent import answer


async def chat(request):
    return web.Response(text=await answer(await request.text()))


async def main():
    app = web.Application()
    app.router.add_post("/chat", chat)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, ${host}, 8080).start()
`,
});

const hypercorn = (bind: string): Files =>
  served(
    `
import asyncio

from hypercorn.asyncio import serve
from hypercorn.config import Config

config = Config()
config.bind = ["${bind}"]
asyncio.run(serve(app, config))
`,
    fastapi,
  );

const option = (host: string): Files =>
  served(
    `
import argparse

import uvicorn

parser = argparse.ArgumentParser()
parser.add_argument("-H", "--host", default="${host}")
args = parser.parse_args()
uvicorn.run(app, host=args.host)
`,
    fastapi,
  );

const open: readonly (readonly [name: string, files: Files])[] = [
  ['uvicorn: named in another file', { ...agent, 'main.py': fastapi, 'run.py': started('main:app') }],
  [
    'uvicorn: named from a folder that is added to the path',
    {
      'src/agent.py': agent['agent.py'] ?? '',
      'src/web/main.py': fastapi,
      'src/web/run.py': `import sys\nsys.path.append("..")\n${started('web.main:app')}`,
    },
  ],
  ['uvicorn: a factory', { ...agent, 'main.py': factory, 'run.py': started('main:create_app') }],
  [
    'Flask: a factory in another file',
    {
      ...agent,
      'web/__init__.py': factory,
      'run.py': 'from web import create_app\n\napp = create_app()\napp.run(host="0.0.0.0")\n',
    },
  ],
  [
    'FastAPI: a task after the answer',
    {
      ...agent,
      'main.py': `
import uvicorn
${fastapi}

@app.post("/later")
async def later(text: str, tasks: BackgroundTasks):
    tasks.add_task(answer_now, text)

uvicorn.run(app, host="0.0.0.0")
`.replace('return await answer(text)', 'return text'),
    },
  ],
  ['waitress: a list of addresses', served('from waitress import serve\nserve(app, listen="*:8000")')],
  ['gevent: an empty host', served('from gevent.pywsgi import WSGIServer\nWSGIServer(("", 80), app).serve_forever()')],
  ['Gradio: a button', gradio('gr.Button().click(chat, [box, out], out)', 'demo.launch(server_name="0.0.0.0")')],
  [
    'Gradio: after another step',
    gradio('box.submit(print, box).then(chat, [box, out], out)', 'demo.launch(share=True)'),
  ],
  ['Gradio: an app inside', gradio('gr.ChatInterface(chat)', 'demo.queue().launch(share=True)')],
  ['websockets: all interfaces', websocket('"0.0.0.0"')],
  ['aiohttp: a site', aiohttp('"0.0.0.0"')],
  ['Hypercorn: an address', hypercorn('0.0.0.0:8000')],
  ['argparse: the default of an option', option('0.0.0.0')],
  ['Socket.IO: a handler', sockets(now)],
  ['Socket.IO: a thread', sockets('Thread(target=answer_now, args=(data["text"],)).start()')],
  ['Socket.IO: a thread with a function in place', sockets(`Thread(target=lambda: ${now}).start()`)],
  ['Socket.IO: a task', sockets('socketio.start_background_task(answer_now, data["text"])')],
  ['Socket.IO: a log and a count of tokens', sockets(`logger.info(len(encoding.encode(data["text"])))\n    ${now}`)],
  ['Socket.IO: a connection that is noted', sockets(now, gate('print("connected")'))],
];

function started(name: string): string {
  return `import uvicorn\n\nif __name__ == "__main__":\n    uvicorn.run("${name}", host="0.0.0.0")\n`;
}

function served(run: string, app = flask): Files {
  return { ...agent, 'app.py': `${app}\n\n${run}\n` };
}

function gate(body: string): string {
  return `@socketio.on("connect")\ndef connect(auth):\n    ${body}\n\n`;
}

const closed: readonly (readonly [name: string, files: Files])[] = [
  [
    'uvicorn: named in another file, on this machine',
    { ...agent, 'main.py': fastapi, 'run.py': started('main:app').replace('0.0.0.0', '127.0.0.1') },
  ],
  [
    'uvicorn: named in another file, where a signature is verified',
    {
      ...agent,
      'hooks/api.py': `
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Request
from slack_sdk.signature import SignatureVerifier

from agent import answer

app = FastAPI()


class Bot:
    def __init__(self, secret: str):
        self.verifier = SignatureVerifier(secret)


@app.post("/events")
async def events(request: Request, bot: Annotated[Bot, Depends()]):
    if not bot.verifier.is_valid_request(await request.body(), dict(request.headers)):
        raise HTTPException(status_code=400, detail="Request verification failed")
    return await answer((await request.json())["text"])
`,
      'hooks/run.py': `from hooks.api import Bot, app\n\napp.dependency_overrides[Bot] = lambda: Bot("s")\n${started('hooks.api:app')}`,
    },
  ],
  [
    'uvicorn: another application is named',
    { ...agent, 'main.py': fastapi, 'other.py': 'app = None\n', 'run.py': started('other:app') },
  ],
  ['waitress: an address on this machine', served('from waitress import serve\nserve(app, listen="127.0.0.1:80")')],
  ['Flask: an empty host', served('app.run(host="")')],
  ['Gradio: this machine', gradio('gr.Button().click(chat, [box, out], out)', 'demo.launch()')],
  [
    'Gradio: a password',
    gradio('gr.Button().click(chat, [box, out], out)', 'demo.launch(share=True, auth=("me", "secret"))'),
  ],
  ['Gradio: a button without an agent', gradio('gr.Button().click(print, box, out)', 'demo.launch(share=True)')],
  ['Gradio: a button of something else', gradio('Button().click(chat, [box, out], out)', 'demo.launch(share=True)')],
  ['websockets: this machine', websocket('"localhost"')],
  [
    'websockets: strangers are sent away',
    websocket('"0.0.0.0"', 'if message != KEY:\n            await socket.close(1008)\n            return'),
  ],
  ['aiohttp: a site on this machine', aiohttp('"127.0.0.1"')],
  ['Hypercorn: an address on this machine', hypercorn('127.0.0.1:8000')],
  ['argparse: a default on this machine', option('127.0.0.1')],
  ['Socket.IO: this machine', sockets(now, '', 'socketio.run(app)')],
  ['Socket.IO: a thread for something else', sockets('Thread(target=print, args=(answer_now,)).start()')],
  [
    'Socket.IO: a connection without a token is refused',
    sockets(now, gate('if auth["token"] != KEY:\n        return False')),
  ],
  [
    'Socket.IO: a connection is refused with an exception',
    sockets(now, gate('if not known(auth):\n        raise ConnectionRefusedError("who?")')),
  ],
  [
    'Socket.IO: an event by the name of its function',
    {
      ...agent,
      'app.py': `
import socketio
import uvicorn

from agent import answer

server = socketio.AsyncServer(async_mode="asgi")


@server.event
async def connect(sid, environ, auth):
    if auth["key"] != KEY:
        raise socketio.exceptions.ConnectionRefusedError("who?")


@server.event
async def message(sid, data):
    await server.emit("answer", await answer(data))


uvicorn.run(socketio.ASGIApp(server), host="0.0.0.0")
`,
    },
  ],
];

function reports(files: Files): boolean {
  return analyseFiles(files).findings.some(({ rule }) => rule === 'identity-unauthenticated-agent-endpoint');
}

test.each(open)('%s: found', (_, files) => {
  expect(reports(files)).toBe(true);
});

test.each(closed)('%s: silent', (_, files) => {
  expect(reports(files)).toBe(false);
});
