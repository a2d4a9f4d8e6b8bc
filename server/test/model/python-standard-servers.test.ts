import { describe, expect, it } from 'vitest';
import { marked, sent } from './sent-lines.js';

/** What reaches the instructions of an agent on a line with `# sent` was sent by somebody; on other lines it was not. */
const cases: Readonly<Record<string, string>> = {
  'http.server: a handler that is a class': `
import json
from http.server import BaseHTTPRequestHandler, HTTPServer
from agents import Agent


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        Agent(name="a", instructions=json.loads(body)["persona"])  # sent
        Agent(name="a", instructions=self.headers["x-persona"])  # sent
        Agent(name="a", instructions=self.path)  # sent
        Agent(name="a", instructions=self.command)
        Agent(name="a", instructions=self.server_version)


class Other:
    def do_POST(self):
        Agent(name="a", instructions=self.rfile.read(10))


HTTPServer(("", 80), Handler).serve_forever()
`,
  'sockets: what somebody who connects sends': `
import asyncio
import json
import socket
import socketserver
from agents import Agent

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("0.0.0.0", 9))
server.listen()
connection, address = server.accept()
Agent(name="a", instructions=json.loads(connection.recv(4096).decode("utf-8"))["persona"])  # sent

client = socket.socket()
client.connect(("127.0.0.1", 9))
Agent(name="a", instructions=client.recv(10).decode())


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        Agent(name="a", instructions=self.request.recv(1024).decode())  # sent
        Agent(name="a", instructions=self.server.name)


async def told(reader, writer):
    line = await reader.readline()
    Agent(name="a", instructions=line.decode())  # sent
    Agent(name="a", instructions=writer.name)


asyncio.run(asyncio.start_server(told, "127.0.0.1", 9))
`,
  'Gradio: what is typed into further boxes': `
import gradio as gr
from agents import Agent


def first(question, persona, number, kept, choice, request: gr.Request, more=None):
    Agent(name="a", instructions=question)  # sent
    Agent(name="a", instructions=persona)  # sent
    Agent(name="a", instructions=number)
    Agent(name="a", instructions=kept)
    Agent(name="a", instructions=choice)
    Agent(name="a", instructions=more)


def second(question, persona):
    Agent(name="a", instructions=persona)


with gr.Blocks() as demo:
    question = gr.Textbox()
    persona = gr.Textbox(label="Persona")
    button = gr.Button()
    inputs = [question, persona, gr.Number(), gr.State(""), gr.Dropdown(["x", "y"])]
    button.click(first, inputs, None)
    button.click(fn=second, inputs=[question, gr.State("You help.")])
`,
};

describe('what servers of the standard library are sent', () => {
  it.each(Object.entries(cases))('%s', (_, code) => {
    expect(sent(code)).toEqual(marked(code));
  });
});
