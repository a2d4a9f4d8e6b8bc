import { describe, expect, it } from 'vitest';
import { marked, sent } from './sent-lines.js';

/** What reaches the instructions of an agent on a line with `# sent` was sent by somebody; on other lines it was not. */
const cases: Readonly<Record<string, string>> = {
  'aiohttp.web': `
from agents import Agent
from aiohttp import web

routes = web.RouteTableDef()


@routes.post("/a")
async def a(request):
    Agent(name="a", instructions=(await request.json())["persona"])  # sent
    Agent(name="a", instructions=request.query["persona"])  # sent
    Agent(name="a", instructions=request.app["persona"])


async def b(request: web.Request):
    Agent(name="a", instructions=request.match_info["persona"])  # sent


async def c(request):
    Agent(name="a", instructions=await request.text())  # sent


app = web.Application()
app.router.add_post("/c", c)
`,
  Tornado: `
from agents import Agent
from tornado.web import RequestHandler
from tornado.websocket import WebSocketHandler


class Page(RequestHandler):
    def post(self, who):
        Agent(name="a", instructions=self.get_argument("persona"))  # sent
        Agent(name="a", instructions=self.request.body)  # sent
        Agent(name="a", instructions=who)  # sent
        Agent(name="a", instructions=self.settings["persona"])


class Talk(WebSocketHandler):
    def on_message(self, message):
        Agent(name="a", instructions=message)  # sent
`,
  'Sanic, Litestar and Bottle': `
import bottle
from agents import Agent
from litestar import post
from sanic import Sanic

app = Sanic("a")


@app.post("/<who>")
async def a(request, who):
    Agent(name="a", instructions=request.json["persona"])  # sent
    Agent(name="a", instructions=who)  # sent
    Agent(name="a", instructions=request.app.ctx.persona)


@post("/")
async def b(data: dict, state):
    Agent(name="a", instructions=data["persona"])  # sent
    Agent(name="a", instructions=state["persona"])


@bottle.route("/<who>")
def c(who):
    Agent(name="a", instructions=who)  # sent
    Agent(name="a", instructions=bottle.request.json["persona"])  # sent
`,
  Gradio: `
import gradio as gr
from agents import Agent


def form(persona, number: int):
    Agent(name="a", instructions=persona)  # sent
    Agent(name="a", instructions=f"{number}")


def chat(message, history):
    Agent(name="a", instructions=message)  # sent


def clicked(text):
    Agent(name="a", instructions=text)  # sent


def remembered(state, text, amount):
    Agent(name="a", instructions=state["persona"])


gr.Interface(fn=form, inputs=["text", "number"], outputs="text")
gr.ChatInterface(chat)
with gr.Blocks():
    button = gr.Button()
    button.click(clicked, inputs=[], outputs=[])
    memory = gr.State({})
    button.click(fn=remembered, inputs=[memory, gr.Textbox(), gr.Number()], outputs=[])
`,
  Streamlit: `
import streamlit as st
from agents import Agent

Agent(name="a", instructions=st.text_input("Persona"))  # sent
Agent(name="a", instructions=st.sidebar.text_area("Persona"))  # sent
Agent(name="a", instructions=st.selectbox("Persona", ["a", "b"]))
if prompt := st.chat_input():
    Agent(name="a", instructions=prompt)  # sent
`,
  Chainlit: `
import chainlit as cl
from agents import Agent


@cl.on_message
async def a(message: cl.Message):
    Agent(name="a", instructions=message.content)  # sent
    answer = cl.Message(content="")
    Agent(name="a", instructions=answer.content)
`,
  chats: `
from agents import Agent
from discord.ext import commands
from slack_bolt import App
from telegram import Update
from telegram.ext import ContextTypes

app = App()
bot = commands.Bot("!")


@app.event("app_mention")
def mentioned(event, say, logger):
    Agent(name="a", instructions=event["text"])  # sent
    Agent(name="a", instructions=logger.name)


@app.command("/ask")
def asked(ack, command):
    Agent(name="a", instructions=command["text"])  # sent


@bot.event
async def on_message(message):
    Agent(name="a", instructions=message.content)  # sent


@bot.command()
async def ask(ctx, *, question: str, times: int = 1):
    Agent(name="a", instructions=question)  # sent
    Agent(name="a", instructions=f"{times}")


async def told(update: Update, context: ContextTypes.DEFAULT_TYPE):
    Agent(name="a", instructions=update.message.text)  # sent
    Agent(name="a", instructions=str(update.update_id))
`,
  'cloud functions': `
import functions_framework
from agents import Agent
from aws_lambda_powertools.event_handler import APIGatewayRestResolver

app = APIGatewayRestResolver()


@app.post("/a/<who>")
def a(who: str):
    Agent(name="a", instructions=app.current_event.json_body["persona"])  # sent
    Agent(name="a", instructions=who)  # sent


@functions_framework.http
def b(request):
    Agent(name="a", instructions=request.get_json()["persona"])  # sent


def lambda_handler(event, context):
    Agent(name="a", instructions=event["queryStringParameters"]["persona"])  # sent
    Agent(name="a", instructions=context.function_name)
`,
  'what only looks alike': `
from acme import Flask, FastAPI, request
from agents import Agent

app = Flask(__name__)
api = FastAPI()


@app.post("/<name>")
def a(name):
    Agent(name="a", instructions=name)
    Agent(name="a", instructions=request.json["persona"])


@api.post("/")
def b(persona: str):
    Agent(name="a", instructions=persona)
`,
};

/** Whoever starts a program may tell it what to do: only reviewers see these. */
const commandLines = `
import argparse

import click
import typer
from agents import Agent

cli = typer.Typer()
parser = argparse.ArgumentParser()
Agent(name="a", instructions=parser.parse_args().persona)  # sent
Agent(name="a", instructions=input("Persona: "))  # sent


@cli.command()
def a(persona: str, count: int = 1):
    Agent(name="a", instructions=persona)  # sent
    Agent(name="a", instructions=f"{count}")


@click.command()
def b(persona):
    Agent(name="a", instructions=persona)  # sent
`;

describe('what was sent to a program in Python', () => {
  it.each(Object.entries(cases))('%s', (_, code) => {
    expect(sent(code)).toEqual(marked(code));
  });

  it('is told reviewers where it comes from the command line', () => {
    expect(sent(commandLines)).toEqual([]);
    expect(sent(commandLines, { heuristics: true })).toEqual(marked(commandLines));
  });
});
