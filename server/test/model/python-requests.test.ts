import { describe, expect, it } from 'vitest';
import { analyseFiles, lineAt } from '../rules/analyse-files.js';

/** What reaches the instructions of an agent on a line with `# sent` was sent by somebody; on other lines it was not. */
const cases: Readonly<Record<string, string>> = {
  'Flask: the request, parts of the path, converters': `
from agents import Agent
from flask import Blueprint, Flask, request

app = Flask(__name__)
pages = Blueprint("pages", __name__)


@app.post("/a/<name>/<int:number>")
def a(name, number):
    Agent(name="a", instructions=request.json["persona"])  # sent
    Agent(name="a", instructions=request.get_json().get("persona"))  # sent
    Agent(name="a", instructions=request.headers["x-persona"])  # sent
    Agent(name="a", instructions=name)  # sent
    Agent(name="a", instructions=f"Page {number}")
    Agent(name="a", instructions="Page " + str(request.args.get("page", 1, type=int)))
    Agent(name="a", instructions=request.method)


def b(who):
    Agent(name="a", instructions=who)  # sent


pages.add_url_rule("/b/<who>", view_func=b)
`,
  'Flask: views that are classes': `
from agents import Agent
from flask import request
from flask.views import MethodView


class Page(MethodView):
    def post(self, who):
        Agent(name="a", instructions=who)  # sent
        Agent(name="a", instructions=request.form["who"])  # sent

    def helper(self, text):
        Agent(name="a", instructions=text)
`,
  Quart: `
from agents import Agent
from quart import Quart, request

app = Quart(__name__)


@app.post("/")
async def a():
    data = await request.get_json()
    Agent(name="a", instructions=data["persona"])  # sent
    Agent(name="a", instructions=(await request.form)["persona"])  # sent
`,
  'FastAPI: parameters by their declaration': `
from datetime import date
from enum import Enum
from typing import Annotated, Literal

from agents import Agent
from fastapi import BackgroundTasks, Body, FastAPI, Header, Query, UploadFile
from pydantic import BaseModel
from sqlalchemy.orm import Session

app = FastAPI()


class Tone(str, Enum):
    dry = "dry"


class Wish(BaseModel):
    persona: str
    tone: Tone = Tone.dry
    size: Literal["s", "l"] = "s"
    count: int = 1
    day: date | None = None

    def text(self) -> str:
        return "You are " + self.persona


@app.post("/{who}")
async def a(
    who: str,
    wish: Wish,
    tasks: BackgroundTasks,
    session: Session,
    number: int,
    upload: UploadFile,
    q: str = Query("x"),
    agent: Annotated[str, Header()] = "",
    note: str = Body(),
):
    Agent(name="a", instructions=who)  # sent
    Agent(name="a", instructions=wish.persona)  # sent
    Agent(name="a", instructions=wish.text())  # sent
    Agent(name="a", instructions=f"{wish.tone} {wish.size} {wish.count} {wish.day} {number}")
    Agent(name="a", instructions=session.query(Wish).first().persona)
    Agent(name="a", instructions=q)  # sent
    Agent(name="a", instructions=agent)  # sent
    Agent(name="a", instructions=note)  # sent
    Agent(name="a", instructions=(await upload.read()).decode())  # sent
`,
  'FastAPI: dependencies': `
from typing import Annotated

from agents import Agent
from fastapi import APIRouter, Depends, Request

router = APIRouter()


def tenant(request: Request) -> str:
    return request.headers["x-tenant"]


def persona(q: str = "x"):
    yield "You are " + q


def fixed():
    return "You help."


Tenant = Annotated[str, Depends(tenant)]


@router.get("/")
async def a(
    plain=Depends(tenant),
    annotated: Annotated[str, Depends(persona)] = "",
    alias: Tenant = "",
    harmless=Depends(fixed),
):
    Agent(name="a", instructions=plain)  # sent
    Agent(name="a", instructions=annotated)  # sent
    Agent(name="a", instructions=alias)  # sent
    Agent(name="a", instructions=harmless)
`,
  'FastAPI: web sockets, requests, functions that are added': `
from agents import Agent
from fastapi import FastAPI, Request, WebSocket

app = FastAPI()


@app.websocket("/ws/{room}")
async def talk(websocket: WebSocket, room: str):
    Agent(name="a", instructions=await websocket.receive_text())  # sent
    async for text in websocket.iter_text():
        Agent(name="a", instructions=text)  # sent
    Agent(name="a", instructions=room)  # sent


@app.post("/raw")
async def raw(request: Request):
    body = await request.json()
    Agent(name="a", instructions=body["persona"])  # sent
    Agent(name="a", instructions=request.app.state.persona)


def added(who: str):
    Agent(name="a", instructions=who)  # sent


app.add_api_route("/added", added)
`,
  Starlette: `
from agents import Agent
from starlette.applications import Starlette
from starlette.routing import Route


async def a(request):
    Agent(name="a", instructions=request.path_params["who"])  # sent
    Agent(name="a", instructions=(await request.json())["who"])  # sent
    Agent(name="a", instructions=request.app.state.persona)


app = Starlette(routes=[Route("/{who}", a)])
`,
  'Django: functions that give responses, classes, types': `
import json

from agents import Agent
from django.http import HttpRequest, JsonResponse
from django.shortcuts import render
from django.views import View
from django.views.decorators.csrf import csrf_exempt


def a(request):
    data = json.loads(request.body)
    Agent(name="a", instructions=data["persona"])  # sent
    Agent(name="a", instructions=request.POST.get("persona"))  # sent
    return JsonResponse({})


def b(thing):
    Agent(name="a", instructions=thing.POST)
    return "no response"


def c(request: HttpRequest):
    Agent(name="a", instructions=request.GET["persona"])  # sent


@csrf_exempt
def d(request):
    Agent(name="a", instructions=request.GET["persona"])  # sent
    return render(request, "page.html")


class Page(View):
    def post(self, request, *args):
        Agent(name="a", instructions=request.POST["persona"])  # sent
        Agent(name="a", instructions=self.request.GET["persona"])  # sent
`,
  'Django REST framework': `
from agents import Agent
from rest_framework.decorators import api_view
from rest_framework.views import APIView


@api_view(["POST"])
def a(request):
    Agent(name="a", instructions=request.data["persona"])  # sent


class Page(APIView):
    def post(self, request):
        Agent(name="a", instructions=request.data["persona"])  # sent
`,
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
  'command lines': `
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

describe('what was sent to a program in Python', () => {
  it.each(Object.entries(cases))('%s', (_, code) => {
    const { findings } = analyseFiles({ 'app.py': code });
    const found = findings.filter(({ rule }) => rule === 'prompt-untrusted-in-system');
    const lines = found.map(({ primary }) => lineAt(code, primary.start));
    const expected = code.split('\n').flatMap((line, index) => (line.includes('# sent') ? [index + 1] : []));
    expect([...new Set(lines)].sort((a, b) => a - b)).toEqual(expected);
  });
});
