#: field
class A:
    def __init__(self, x):
        self.x = x
    def run(self):
        sink(self.x)
A(source()).run()

#: field of the class
class A:
    x = source()
    def run(self):
        sink(self.x)

#: property
class A:
    @property
    def x(self):
        return source()
sink(A().x)

#: cached property
from functools import cached_property
class A:
    @cached_property
    def x(self):
        return source()
sink(A().x)

#: setter
class A:
    @property
    def x(self):
        return self._x
    @x.setter
    def x(self, value):
        self._x = value
a = A()
a.x = source()
sink(a.x)

#: classmethod
class A:
    def __init__(self, x):
        self.x = x
    @classmethod
    def load(cls):
        return cls(source())
sink(A.load().x)

#: staticmethod
class A:
    @staticmethod
    def load():
        return source()
sink(A.load())

#: constructor of the class above
class A:
    def __init__(self, x):
        self.x = x
class B(A):
    def __init__(self, x):
        super().__init__(x)
sink(B(source()).x)

#: method of the class above
class A:
    def load(self):
        return source()
class B(A):
    def load(self):
        return super().load().strip()
sink(B().load())

#: overridden method
class A:
    def run(self):
        sink(self.load())
    def load(self):
        raise NotImplementedError
class B(A):
    def load(self):
        return source()

#: __call__
class A:
    def __call__(self, x):
        sink(x)
a = A()
a(source())

#: __call__ of a field
class A:
    def __call__(self, x):
        sink(x)
class B:
    def __init__(self):
        self.a = A()
    def run(self, x):
        self.a(x)
B().run(source())

#: __iter__
class A:
    def __iter__(self):
        yield source()
for x in A():
    sink(x)

#: second base
class A:
    pass
class B:
    def load(self):
        return source()
class C(A, B):
    pass
sink(C().load())

#: data class
from dataclasses import dataclass
@dataclass
class A:
    n: int
    x: str = ''
sink(A(1, source()).x)

#: data class by name
from dataclasses import dataclass
@dataclass
class A:
    n: int
    x: str = ''
sink(A(n=1, x=source()).x)

#: data class in a method
from dataclasses import dataclass
@dataclass
class A:
    x: str
    def run(self):
        sink(self.x)
A(source()).run()

#: replace of a data class
from dataclasses import dataclass, replace
@dataclass
class A:
    n: int
    x: str
a = replace(A(1, ''), x=source())
sink(a.x)

#: named tuple
from typing import NamedTuple
class A(NamedTuple):
    n: int
    x: str
sink(A(1, source()).x)

#: pydantic model
from pydantic import BaseModel
class A(BaseModel):
    x: str
sink(A(x=source()).x)

#: pydantic model that is validated
from pydantic import BaseModel
class A(BaseModel):
    x: str
sink(A.model_validate_json(source()).x)

#: typed dict
from typing import TypedDict
class A(TypedDict):
    x: str
a: A = {'x': source()}
sink(a['x'])

#: simple namespace
from types import SimpleNamespace
a = SimpleNamespace(x=source())
sink(a.x)

#: receiver by its annotation
class A:
    def load(self):
        return source()
def run(a: A):
    sink(a.load())

#: receiver by an optional annotation
from typing import Optional
class A:
    def load(self):
        return source()
def run(a: Optional[A]):
    sink(a.load())

#: receiver by a union
class A:
    def load(self):
        return source()
def run(a: A | None):
    sink(a.load())

#: receiver by a quoted annotation
class A:
    def load(self):
        return source()
def run(a: 'A'):
    sink(a.load())

#: receiver by the annotation of a field
class A:
    def load(self):
        return source()
class B:
    a: A
    def run(self):
        sink(self.a.load())

#: receiver by what a function gives
import lib
class A:
    def load(self):
        return source()
def make() -> A:
    return lib.make()
sink(make().load())

#: field that holds a client
class Client:
    def load(self):
        return source()
class B:
    def __init__(self, client: Client):
        self.client = client
    def run(self):
        sink(self.client.load())
