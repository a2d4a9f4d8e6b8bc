#: star import
from lib import *
sink(load())
#: file lib.py
def load():
    return source()

#: star import through __all__
from pkg import *
sink(load())
#: file pkg/__init__.py
from .a import *
__all__ = ['load']
#: file pkg/a.py
__all__ = ('load',)
def load():
    return source()

#: star import with __all__ +=
from pkg import *
sink(_load())
#: file pkg/__init__.py
from . import a
from .a import *
__all__ = []
__all__ += a.__all__
#: file pkg/a.py
__all__ = ['other']
__all__ += ['_load']
def _load():
    return source()
def other(): pass

#: module by alias
import pkg.a as b
sink(b.load())
#: file pkg/__init__.py
#: file pkg/a.py
def load():
    return source()

#: dotted module
import pkg.a
sink(pkg.a.load())
#: file pkg/__init__.py
#: file pkg/a.py
def load():
    return source()

#: namespace package
from space.tools.a import load
sink(load())
#: file space/tools/a.py
def load():
    return source()

#: src layout
from app.a import load
sink(load())
#: file pyproject.toml
#: file src/app/__init__.py
#: file src/app/a.py
def load():
    return source()

#: package-dir of setuptools
from app.a import load
sink(load())
#: file pyproject.toml
[tool.setuptools.package-dir]
"" = "code"

#: file code/app/__init__.py
#: file code/app/a.py
def load():
    return source()

#: where of setuptools
from app.a import load
sink(load())
#: file pyproject.toml
[tool.setuptools.packages.find]
where = ["sources"]

#: file sources/app/__init__.py
#: file sources/app/a.py
def load():
    return source()

#: packages of poetry
from app.a import load
sink(load())
#: file pyproject.toml
[tool.poetry]
packages = [{ include = "app", from = "code" }]

#: file code/app/__init__.py
#: file code/app/a.py
def load():
    return source()

#: packages of hatch
from app.a import load
sink(load())
#: file pyproject.toml
[tool.hatch.build.targets.wheel]
packages = ["backend/app"]

#: file backend/app/__init__.py
#: file backend/app/a.py
def load():
    return source()

#: workspace of uv
from app.a import load
sink(load())
#: file pyproject.toml
[tool.uv.workspace]
members = ["packages/*"]

#: file packages/app/pyproject.toml
[project]
name = "app"

#: file packages/app/src/app/__init__.py
#: file packages/app/src/app/a.py
def load():
    return source()

#: import that may fail
try:
    from fast import load
except ImportError:
    load = None
sink(load())
#: file fast.py
def load():
    return source()

#: import with a fallback
try:
    import missing as lib
except ImportError:
    import lib
sink(lib.load())
#: file lib.py
def load():
    return source()

#: import in a function
def run():
    from lib import load
    sink(load())
#: file lib.py
def load():
    return source()

#: type-only import of a receiver
from __future__ import annotations
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from lib import Client
def run(client: Client):
    sink(client.load())
#: file lib.py
class Client:
    def load(self):
        return source()

#: re-export of a package
from pkg import load
sink(load())
#: file pkg/__init__.py
from .a import load as load
#: file pkg/a.py
def load():
    return source()

#: singleton of another file
from state import store
sink(store.text)
#: file state.py
class Store:
    def __init__(self):
        self.text = source()
store = Store()

#: module global
text = None
def load():
    global text
    text = source()
def run():
    sink(text)
