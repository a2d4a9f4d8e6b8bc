#: clean another key of a dictionary that is kept
STATE = {}
def put(): STATE['a'] = source()
def get(): sink(STATE['b'])
put(); get()
#: clean another attribute of a global object
class State: pass
state = State()
def put(): state.a = source()
def get(): sink(state.b)
#: clean another attribute through kwargs
class Box:
    def __init__(self, **kwargs):
        self.a = kwargs['a']
        self.b = kwargs['b']
box = Box(a=source(), b='x')
sink(box.b)
#: clean another attribute through kwargs.get
class Box:
    def __init__(self, **kwargs):
        self.a = kwargs.get('a')
        self.b = kwargs.get('b', 'x')
box = Box(a=source())
sink(box.b)
#: clean kwargs handed on
def inner(a, b): sink(b)
def outer(**kwargs): inner(**kwargs)
outer(a=source(), b='x')
#: clean kwargs handed on twice
def inner(a=None, b=None): sink(b)
def middle(**kwargs): inner(**kwargs)
def outer(**kwargs): middle(**kwargs)
outer(a=source(), b='x')
#: clean kwargs of a dictionary
def inner(a=None, b=None): sink(b)
options = dict(a=source(), b='x')
inner(**options)
#: clean kwargs of a literal
def inner(a=None, b=None): sink(b)
options = {'a': source(), 'b': 'x'}
inner(**options)
#: clean kwargs of a literal that is spread
def inner(a=None, b=None): sink(b)
base = {'a': source()}
inner(**{**base, 'b': 'x'})
#: clean kwargs with an own argument
def inner(a=None, b=None): sink(b)
options = {'a': source()}
inner(b='x', **options)
#: clean kwargs updated
def inner(a=None, b=None): sink(b)
options = {}
options.update(a=source())
inner(**options)
#: clean kwargs updated with a dictionary
def inner(a=None, b=None): sink(b)
options = {'b': 'x'}
options.update({'a': source()})
inner(**options)
#: clean kwargs popped
def run(**kwargs):
    a = kwargs.pop('a')
    sink(kwargs.pop('b'))
run(a=source(), b='x')
#: clean kwargs to constructor of the class above
class Base:
    def __init__(self, a=None, b=None):
        self.a = a
        self.b = b
class Child(Base):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
sink(Child(a=source(), b='x').b)
#: clean dataclass
from dataclasses import dataclass
@dataclass
class Box:
    a: str
    b: str
sink(Box(a=source(), b='x').b)
#: clean dataclass by place
from dataclasses import dataclass
@dataclass
class Box:
    a: str
    b: str
sink(Box(source(), 'x').b)
#: clean dataclass with a default
from dataclasses import dataclass, field
@dataclass
class Box:
    a: str
    b: list = field(default_factory=list)
sink(Box(a=source()).b)
#: clean dataclass replaced
from dataclasses import dataclass, replace
@dataclass
class Box:
    a: str
    b: str
box = Box(a='y', b='x')
other = replace(box, a=source())
sink(other.b)
#: clean model of pydantic
from pydantic import BaseModel
class Box(BaseModel):
    a: str
    b: str
sink(Box(a=source(), b='x').b)
#: clean model of pydantic from a dictionary
from pydantic import BaseModel
class Box(BaseModel):
    a: str
    b: str
sink(Box(**{'a': source(), 'b': 'x'}).b)
#: clean model of pydantic copied
from pydantic import BaseModel
class Box(BaseModel):
    a: str
    b: str
box = Box(a='y', b='x')
sink(box.model_copy(update={'a': source()}).b)
#: clean model of pydantic, dumped
from pydantic import BaseModel
class Box(BaseModel):
    a: str
    b: str
box = Box(a=source(), b='x')
sink(box.model_dump()['b'])
#: clean typed dictionary
from typing import TypedDict
class Box(TypedDict):
    a: str
    b: str
box = Box(a=source(), b='x')
sink(box['b'])
#: clean typed dictionary kept in an object
from typing import TypedDict
class Box(TypedDict):
    a: str
    b: str
class Keep:
    def __init__(self):
        self.state: Box = {'a': '', 'b': 'x'}
    def put(self): self.state['a'] = source()
    def get(self): sink(self.state['b'])
#: clean typed named tuple
from typing import NamedTuple
class Box(NamedTuple):
    a: str
    b: str
sink(Box(source(), 'x').b)
#: clean typed named tuple taken apart
from typing import NamedTuple
class Box(NamedTuple):
    a: str
    b: str
a, b = Box(source(), 'x')
sink(b)
#: clean simple namespace
from types import SimpleNamespace
box = SimpleNamespace(a=source(), b='x')
sink(box.b)
#: clean updated attributes
class Box:
    def __init__(self, **kwargs):
        self.b = 'x'
        self.__dict__.update(kwargs)
sink(Box(a=source()).b)
#: clean updated attributes of keywords
class Box:
    def __init__(self, a):
        self.b = 'x'
        self.__dict__.update(a=a)
sink(Box(source()).b)
#: clean setattr with a known name
class Box:
    def __init__(self):
        self.b = 'x'
box = Box()
setattr(box, 'a', source())
sink(box.b)
#: clean setattr of all keywords
class Box:
    def __init__(self, **kwargs):
        self.b = 'x'
        for name, value in kwargs.items():
            setattr(self, name, value)
sink(Box(a=source()).b)
#: clean list of objects
boxes = []
boxes.append({'a': source(), 'b': 'x'})
for box in boxes:
    sink(box['b'])
#: clean list of objects, kept
class Keep:
    def __init__(self):
        self.boxes = []
    def put(self): self.boxes.append({'a': source(), 'b': 'x'})
    def get(self):
        for box in self.boxes:
            sink(box['b'])
#: clean list of objects by comprehension
boxes = [{'a': x, 'b': 'x'} for x in source()]
sink(boxes[0]['b'])
#: clean another field of the first
boxes = [{'a': source(), 'b': 'x'}]
sink(boxes[-1]['b'])
#: clean attribute of an object kept in another
class Settings:
    def __init__(self, a, b):
        self.a = a
        self.b = b
class App:
    def __init__(self, settings):
        self.settings = settings
    def run(self): sink(self.settings.b)
App(Settings(source(), 'x')).run()
#: clean state of a graph
def first(state): return {'messages': [source()], 'b': 'x'}
def second(state): sink(state['b'])
second(first({}))
#: clean state of a graph that is handed on
def first(state): return {**state, 'a': source()}
def second(state): sink(state['b'])
second(first({'b': 'x'}))
#: clean state of a graph merged by or
def first(state): return state | {'a': source()}
def second(state): sink(state['b'])
second(first({'b': 'x'}))
#: clean dictionary by dict with a spread
def first(state): return dict(state, a=source())
sink(first({'b': 'x'})['b'])
#: clean copied
import copy
box = {'a': source(), 'b': 'x'}
other = copy.deepcopy(box)
sink(other['b'])
#: clean copied by method
box = {'a': source(), 'b': 'x'}
other = box.copy()
sink(other['b'])
#: clean get of another
box = {'a': source(), 'b': 'x'}
sink(box.get('b'))
#: clean default of setdefault
box = {'a': source()}
sink(box.setdefault('b', 'x'))
#: clean values by name
box = {'a': source(), 'b': 'x'}
name = 'b'
sink(box[name])
#: clean tuple returned
def pair(): return source(), 'x'
a, b = pair()
sink(b)
#: clean tuple returned, by index
def pair(): return source(), 'x'
sink(pair()[1])
#: clean zipped
for a, b in zip(source(), ['x']):
    sink(b)
#: clean enumerated
for i, x in enumerate(source()):
    sink(i)
#: clean getattr with a known name
class Box:
    def __init__(self, a):
        self.a = a
        self.b = 'x'
sink(getattr(Box(source()), 'b', None))
#: clean argparse namespace like
class Args:
    a = None
    b = 'x'
args = Args()
args.a = source()
sink(args.b)
#: clean context in a list of tuples
items = [('a', source()), ('b', 'x')]
for name, value in items:
    sink(name)
#: clean locals spread
def inner(a=None, b=None): sink(b)
def outer(a, b):
    inner(**locals())
outer(source(), 'x')
#: clean a loop that fills by names
def inner(a=None, b=None): sink(b)
options = {k: v for k, v in {'a': source(), 'b': 'x'}.items()}
inner(**options)
#: clean result of a class method
class Box:
    def __init__(self, a, b):
        self.a, self.b = a, b
    @classmethod
    def make(cls, a): return cls(a, 'x')
sink(Box.make(source()).b)
#: clean partial
from functools import partial
def inner(a, b): sink(b)
run = partial(inner, source())
run('x')
#: clean generator of pairs
def pairs():
    yield source(), 'x'
for a, b in pairs():
    sink(b)
#: broken same key of a dictionary that is kept
STATE = {}
def put(): STATE['a'] = source()
def get(): sink(STATE['a'])
#: broken same attribute through kwargs
class Box:
    def __init__(self, **kwargs):
        self.a = kwargs['a']
sink(Box(a=source(), b='x').a)
#: broken kwargs handed on
def inner(a, b): sink(a)
def outer(**kwargs): inner(**kwargs)
outer(a=source(), b='x')
#: broken kwargs of a dictionary
def inner(a=None, b=None): sink(a)
options = dict(a=source(), b='x')
inner(**options)
#: broken kwargs updated with a dictionary
def inner(a=None, b=None): sink(a)
options = {'b': 'x'}
options.update({'a': source()})
inner(**options)
#: broken kwargs popped
def run(**kwargs):
    a = kwargs.pop('a')
    sink(a)
run(a=source(), b='x')
#: broken kwargs to constructor of the class above
class Base:
    def __init__(self, a=None, b=None):
        self.a = a
        self.b = b
class Child(Base):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
sink(Child(a=source(), b='x').a)
#: broken dataclass
from dataclasses import dataclass
@dataclass
class Box:
    a: str
    b: str
sink(Box(a=source(), b='x').a)
#: broken dataclass by place
from dataclasses import dataclass
@dataclass
class Box:
    a: str
    b: str
sink(Box(source(), 'x').a)
#: broken dataclass replaced
from dataclasses import dataclass, replace
@dataclass
class Box:
    a: str
    b: str
box = Box(a='y', b='x')
other = replace(box, a=source())
sink(other.a)
#: broken model of pydantic from a dictionary
from pydantic import BaseModel
class Box(BaseModel):
    a: str
    b: str
sink(Box(**{'a': source(), 'b': 'x'}).a)
#: broken model of pydantic, dumped
from pydantic import BaseModel
class Box(BaseModel):
    a: str
    b: str
box = Box(a=source(), b='x')
sink(box.model_dump()['a'])
#: broken named tuple
from collections import namedtuple
Box = namedtuple('Box', ['a', 'b'])
sink(Box(a=source(), b='x').a)
#: broken named tuple by place
from collections import namedtuple
Box = namedtuple('Box', 'a b')
sink(Box(source(), 'x').a)
#: broken typed named tuple
from typing import NamedTuple
class Box(NamedTuple):
    a: str
    b: str
sink(Box(source(), 'x').a)
#: broken simple namespace
from types import SimpleNamespace
box = SimpleNamespace(a=source(), b='x')
sink(box.a)
#: broken setattr with a known name
class Box:
    def __init__(self):
        self.b = 'x'
box = Box()
setattr(box, 'a', source())
sink(box.a)
#: broken list of objects, kept
class Keep:
    def __init__(self):
        self.boxes = []
    def put(self): self.boxes.append({'a': source(), 'b': 'x'})
    def get(self):
        for box in self.boxes:
            sink(box['a'])
#: broken state of a graph that is handed on
def first(state): return {**state, 'a': source()}
def second(state): sink(state['a'])
second(first({'b': 'x'}))
#: broken state of a graph merged by or
def first(state): return state | {'a': source()}
def second(state): sink(state['a'])
second(first({'b': 'x'}))
#: broken copied
import copy
box = {'a': source(), 'b': 'x'}
other = copy.deepcopy(box)
sink(other['a'])
#: broken result of a class method
class Box:
    def __init__(self, a, b):
        self.a, self.b = a, b
    @classmethod
    def make(cls, a): return cls(a, 'x')
sink(Box.make(source()).a)
#: broken partial
from functools import partial
def inner(a, b): sink(a)
run = partial(inner, source())
run('x')
