#: default argument
def run(x=source()):
    sink(x)
run()

#: keyword argument
def run(a, *, x):
    sink(x)
run(1, x=source())

#: positional rest
def run(*args):
    sink(args[0])
run(source())

#: keyword rest
def run(**kwargs):
    sink(kwargs['x'])
run(x=source())

#: keyword rest with get
def run(**kwargs):
    sink(kwargs.get('x'))
run(x=source())

#: passed on by name
def inner(*, x):
    sink(x)
def run(*args, **kwargs):
    inner(*args, **kwargs)
run(x=source())

#: spread arguments
def run(a, b):
    sink(b)
args = [1, source()]
run(*args)

#: spread options
def run(a, b):
    sink(b)
options = {'a': 1, 'b': source()}
run(**options)

#: closure
def outer(x):
    def inner():
        sink(x)
    inner()
outer(source())

#: function that is returned
def outer(x):
    def inner():
        return x
    return inner
sink(outer(source())())

#: nonlocal
def outer():
    x = ''
    def inner():
        nonlocal x
        x = source()
    inner()
    sink(x)

#: lambda
run = lambda x: sink(x)
run(source())

#: partial with the value
from functools import partial
def run(x, a):
    sink(x)
go = partial(run, source())
go(1)

#: decorator with wraps
from functools import wraps
def logged(f):
    @wraps(f)
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapper
@logged
def run(x):
    sink(x)
run(source())

#: result of a decorated function
from functools import wraps
def logged(f):
    @wraps(f)
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapper
@logged
def load():
    return source()
sink(load())

#: decorator with options
def retry(times):
    def decorate(f):
        def wrapper(*args, **kwargs):
            return f(*args, **kwargs)
        return wrapper
    return decorate
@retry(3)
def load():
    return source()
sink(load())

#: decorator of a package
from tenacity import retry
@retry
def load():
    return source()
sink(load())

#: lru_cache
from functools import lru_cache
@lru_cache(maxsize=1)
def load():
    return source()
sink(load())

#: table of functions
def run(x):
    sink(x)
table = {'run': run, 'stop': lambda x: None}
table['run'](source())

#: table of functions with a computed key
def run(x):
    sink(x)
table = {'run': run}
def go(name, x):
    table[name](x)
go(name(), source())

#: table of functions with get
def run(x):
    sink(x)
table = {'run': run}
def go(name, x):
    handler = table.get(name)
    handler(x)
go(name(), source())

#: table of bound methods
class A:
    def __init__(self):
        self.table = {'run': self.run}
    def run(self, x):
        sink(x)
    def go(self, name, x):
        self.table[name](x)
A().go(name(), source())

#: getattr with a literal
class A:
    def run(self, x):
        sink(x)
getattr(A(), 'run')(source())

#: value by getattr
class A:
    pass
a = A()
a.x = source()
sink(getattr(a, 'x', None))

#: setattr
class A:
    pass
a = A()
setattr(a, 'x', source())
sink(a.x)

#: globals
def run(x):
    sink(x)
globals()['run'](source())

#: callback
def load(done):
    done(source())
load(lambda x: sink(x))

#: callback by reference
def load(done):
    done(source())
def show(x):
    sink(x)
load(done=show)

#: recursion
def run(x, n):
    if n == 0:
        sink(x)
    else:
        run(x, n - 1)
run(source(), 3)
#: by place, in a thread
import threading

def run(x):
    sink(x)

threading.Thread(None, run, 'name', (source(),)).start()
#: in a process that a module makes
import multiprocessing as mp

def run(x):
    sink(x)

mp.Process(target=run, args=(source(),)).start()
#: in a pool that is handed in
def run(x):
    sink(x)

def start(pool):
    pool.submit(run, source())
#: after the answer
from fastapi import BackgroundTasks

def run(x):
    sink(x)

def answer(tasks: BackgroundTasks):
    tasks.add_task(run, source())
#: later
import threading

def run(x):
    sink(x)

threading.Timer(5, run, [source()]).start()
