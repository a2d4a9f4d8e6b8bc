import { describe, expect, it } from 'vitest';
import { marked, sent } from './sent-lines.js';

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
};

describe('what was sent to a web framework in Python', () => {
  it.each(Object.entries(cases))('%s', (_, code) => {
    expect(sent(code)).toEqual(marked(code));
  });
});
