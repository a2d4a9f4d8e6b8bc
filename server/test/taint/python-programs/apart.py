#: another key
d = {'x': source(), 'y': 'b'}
sink(d['y'])

#: another key after update
d = {'y': 'b'}
d.update({'x': source()})
sink(d['y'])

#: another field
class A:
    def __init__(self):
        self.x = source()
        self.y = 'b'
    def run(self):
        sink(self.y)

#: another call of the same function
def same(x):
    return x
a = same(source())
sink(same('b'))

#: another instance
class A:
    def __init__(self, x):
        self.x = x
a = A(source())
b = A('b')
sink(b.x)

#: overwritten
x = source()
x = 'b'
sink(x)

#: overwritten on both ways
x = source()
if other():
    x = 'a'
else:
    x = 'b'
sink(x)

#: test
x = source()
sink(x == 'a')

#: membership
sink('a' in source())

#: member of a list
x = source()
if x in ['a', 'b']:
    sink(x)

#: member of a set by a name
ALLOWED = {'a', 'b'}
x = source()
if x not in ALLOWED:
    raise ValueError(x)
sink(x)

#: key of a table
TABLE = {'a': 'one', 'b': 'two'}
sink(TABLE[source()])

#: key of a table with get
TABLE = {'a': 'one', 'b': 'two'}
sink(TABLE.get(source(), 'three'))

#: equal to a constant
x = source()
if x == 'a':
    sink(x)

#: equal to one of two
x = source()
if x == 'a' or x == 'b':
    sink(x)

#: chained comparison
x = source()
if 'a' == x == 'a':
    sink(x)

#: match on constants
x = source()
match x:
    case 'a' | 'b':
        sink(x)

#: assert
x = source()
assert x in ('a', 'b')
sink(x)

#: guard in a function
def check(x):
    if x not in ('a', 'b'):
        raise ValueError
x = source()
check(x)
sink(x)

#: predicate
def fine(x):
    return x in ('a', 'b')
x = source()
if not fine(x):
    exit(1)
sink(x)

#: another argument
def run(a, b):
    sink(a)
run('a', source())

#: another argument by name
def run(a, b):
    sink(a)
run(b=source(), a='a')

#: another keyword of the rest
def run(**kwargs):
    sink(kwargs['y'])
run(x=source(), y='b')

#: another position of the rest
def run(*args):
    sink(args[1])
run(source(), 'b')

#: another field of a data class
from dataclasses import dataclass
@dataclass
class A:
    n: str
    x: str
sink(A('n', source()).n)

#: another part of a tuple
def pair():
    return 'a', source()
a, b = pair()
sink(a)

#: another method of the same name
class A:
    def load(self):
        return source()
class B:
    def load(self):
        return 'b'
sink(B().load())

#: another function of the table
def run(x):
    sink(x)
def stop(x):
    pass
table = {'run': run, 'stop': stop}
table['stop'](source())

#: enum
from enum import Enum
class Color(Enum):
    RED = 'red'
sink(Color(source()).value)

#: result of gather in order
import asyncio
async def load():
    return source()
async def other():
    return 'b'
async def run():
    a, b = await asyncio.gather(load(), other())
    sink(b)

#: shadowed name
def sinks(source):
    sink(source())
sinks(lambda: 'a')

#: name that __all__ leaves out of what is passed on
from pkg import load
sink(load())
#: file pkg/__init__.py
from .a import *
#: file pkg/a.py
__all__ = ['other']
other = 1
def load():
    return source()

#: private name that is not passed on
from pkg import _load
sink(_load())
#: file pkg/__init__.py
from .a import *
#: file pkg/a.py
def _load():
    return source()

#: another name of the state of a request
from fastapi import Request
async def keep(request: Request, call_next):
    request.state.tenant = source()
def read(request: Request):
    sink(request.state.user)

#: entry of another name in the state of a request
from fastapi import Request
async def keep(request: Request, call_next):
    request.state.settings = {'url': source(), 'name': 'a'}
def read(request: Request):
    sink(request.state.settings.get('name'))

#: state of the application
from fastapi import Request
async def keep(request: Request, call_next):
    request.state.url = source()
def read(request: Request):
    sink(request.app.state.url)

#: state of something else
from fastapi import Request
from machines import Machine
def keep(machine: Machine):
    machine.state.url = source()
def read(request: Request):
    sink(request.state.url)

#: context of another framework
from fastapi import Request
from flask import g
def keep():
    g.url = source()
def read(request: Request):
    sink(request.state.url)

#: result of a check in the state of a request
from fastapi import Request
ALLOWED = {'a', 'b'}
async def keep(request: Request, call_next):
    request.state.allowed = source() in ALLOWED
def read(request: Request):
    sink(request.state.allowed)

#: checked before it is kept
from fastapi import HTTPException, Request
ALLOWED = {'a', 'b'}
async def keep(request: Request, call_next):
    url = source()
    if url not in ALLOWED:
        raise HTTPException(403)
    request.state.url = url
def read(request: Request):
    sink(request.state.url)

#: written again before it is read
from fastapi import Request
async def keep(request: Request, call_next):
    request.state.url = source()
def read(request: Request):
    request.state.url = 'b'
    sink(request.state.url)

#: state of a request of another project
from fastapi import Request
def read(request: Request):
    sink(request.state.url)
#: file pyproject.toml
[project]
#: file other/pyproject.toml
[project]
#: file other/app.py
from fastapi import Request
async def keep(request: Request, call_next):
    request.state.url = source()

#: checked where there is one before it is kept
from fastapi import Request
from fastapi.responses import JSONResponse
ALLOWED = {'a', 'b'}
def problem(url):
    if url not in ALLOWED:
        return 'unknown'
    return None
async def keep(request: Request, call_next):
    url = source()
    if url:
        error = problem(url)
        if error:
            return JSONResponse({'error': error})
    kept = {}
    if url:
        kept['url'] = url
    request.state.kept = kept
def read(request: Request):
    sink(request.state.kept.get('url'))
#: what a method of another package does with a function and a value
from forms import Form

def run(x):
    sink(x)

Form().submit(run, source())
#: what a method of the project does with a function and a value
class Form:
    def submit(self, fn, x):
        return None

def run(x):
    sink(x)

Form().submit(run, source())
#: a thread of another package
from weaving import Thread

def run(x):
    sink(x)

Thread(target=run, args=(source(),))
#: another argument of a thread
from threading import Thread

def run(x, y):
    sink(y)

Thread(target=run, args=(source(), 'a'))
#: the name of what is looked up in something parsed
import json
sink(json.loads('{}').get(source()))
