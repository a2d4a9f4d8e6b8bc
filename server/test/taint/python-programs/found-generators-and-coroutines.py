#: with as
class A:
    def __enter__(self):
        return self
    def __exit__(self, *args): pass
    def load(self):
        return source()
with A() as a:
    sink(a.load())

#: contextmanager
from contextlib import contextmanager
@contextmanager
def opened():
    yield source()
with opened() as x:
    sink(x)

#: asynccontextmanager
from contextlib import asynccontextmanager
@asynccontextmanager
async def opened():
    try:
        yield {'x': source()}
    finally:
        pass
async def run():
    async with opened() as state:
        sink(state['x'])

#: closing
from contextlib import closing
class A:
    def load(self):
        return source()
with closing(A()) as a:
    sink(a.load())

#: generator
def load():
    yield source()
for x in load():
    sink(x)

#: generator that passes on
def load():
    yield source()
def lines(xs):
    for x in xs:
        yield x.strip()
for x in lines(load()):
    sink(x)

#: yield from
def a():
    yield source()
def b():
    yield from a()
for x in b():
    sink(x)

#: list of a generator
def load():
    yield source()
sink(list(load())[0])

#: async generator
async def load():
    yield source()
async def run():
    async for x in load():
        sink(x)

#: await
async def load():
    return source()
async def run():
    sink(await load())

#: asyncio.run
import asyncio
async def load():
    return source()
sink(asyncio.run(load()))

#: asyncio.gather
import asyncio
async def load():
    return source()
async def run():
    a, b = await asyncio.gather(other(), load())
    sink(b)

#: gather of a list
import asyncio
async def load(n):
    return source()
async def run():
    results = await asyncio.gather(*[load(n) for n in range(3)])
    for x in results:
        sink(x)

#: create_task
import asyncio
async def load():
    return source()
async def run():
    task = asyncio.create_task(load())
    sink(await task)

#: argument of create_task
import asyncio
async def show(x):
    sink(x)
async def run():
    asyncio.create_task(show(source()))

#: wait_for
import asyncio
async def load():
    return source()
async def run():
    sink(await asyncio.wait_for(load(), timeout=3))

#: to_thread
import asyncio
def load():
    return source()
async def run():
    sink(await asyncio.to_thread(load))

#: argument of to_thread
import asyncio
def show(n, x):
    sink(x)
async def run():
    await asyncio.to_thread(show, 1, source())

#: run_in_executor
import asyncio
def show(x):
    sink(x)
async def run():
    loop = asyncio.get_event_loop()
    await loop.run_in_executor(None, show, source())

#: result of run_in_executor
import asyncio
def load():
    return source()
async def run():
    loop = asyncio.get_running_loop()
    sink(await loop.run_in_executor(None, load))

#: submit
from concurrent.futures import ThreadPoolExecutor
def show(x):
    sink(x)
with ThreadPoolExecutor() as pool:
    pool.submit(show, source())

#: result of submit
from concurrent.futures import ThreadPoolExecutor
def load():
    return source()
with ThreadPoolExecutor() as pool:
    future = pool.submit(load)
    sink(future.result())

#: thread
import threading
def show(x):
    sink(x)
threading.Thread(target=show, args=(source(),)).start()

#: value in an exception handler
x = ''
try:
    x = source()
    other()
except ValueError:
    sink(x)

#: value after try
try:
    x = source()
except (KeyError, ValueError) as error:
    x = ''
else:
    pass
finally:
    pass
sink(x)

#: loop that runs a coroutine
import asyncio
async def load():
    return source()
loop = asyncio.new_event_loop()
sink(loop.run_until_complete(load()))

#: task group
import asyncio
async def show(x):
    sink(x)
async def run():
    async with asyncio.TaskGroup() as group:
        group.create_task(show(source()))
