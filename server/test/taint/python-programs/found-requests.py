#: state of a request
from fastapi import Request
async def add_tenant(request: Request, call_next):
    request.state.tenant = source()
    return await call_next(request)
def read(request: Request):
    sink(request.state.tenant)

#: state of a request in another file, by name
from starlette.requests import Request
def read(request: Request):
    sink(getattr(request.state, 'tenant', None))
#: file middleware.py
from starlette.middleware.base import BaseHTTPMiddleware
from fastapi import Request
class Tenants(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next):
        setattr(request.state, 'tenant', source())
        return await call_next(request)

#: entry of what the state of a request keeps
from starlette.types import Receive, Scope, Send
from starlette.requests import Request
class Middleware:
    async def __call__(self, scope: Scope, receive: Receive, send: Send):
        kept = {}
        kept['url'] = source()
        scope['state']['settings'] = kept
def read(request: Request):
    settings = getattr(request.state, 'settings', {})
    sink(settings.get('url'))

#: state in the scope of a request
from fastapi import Depends, Request
def tenant(request: Request):
    request.scope['state']['tenant'] = source()
def read(request: Request):
    sink(request.state.tenant)

#: copy of a scope
from starlette.types import Scope
from starlette.requests import Request
class Middleware:
    async def __call__(self, scope: Scope, receive, send):
        copied = dict(scope)
        self.keep(copied)
    def keep(self, scope: Scope):
        scope['state']['url'] = source()
def read(request: Request):
    sink(request.state.url)

#: context of a request of Flask
from flask import Flask, g
app = Flask(__name__)
@app.before_request
def load():
    g.url = source()
@app.get('/')
def read():
    sink(g.url)

#: context of a request of Flask with get
from flask import g
def load():
    g.url = source()
def read():
    sink(g.get('url'))

#: entry of a request of aiohttp
from aiohttp import web
@web.middleware
async def load(request: web.Request, handler):
    request['url'] = source()
    return await handler(request)
async def read(request: web.Request):
    sink(request['url'])

#: refused for another reason before it is kept
from fastapi import Request
from fastapi.responses import JSONResponse
ALLOWED = {'a', 'b'}
async def keep(request: Request, call_next):
    url = source()
    name = other()
    if url:
        if name not in ALLOWED:
            return JSONResponse({'error': name})
    request.state.url = url
def read(request: Request):
    sink(request.state.url)
