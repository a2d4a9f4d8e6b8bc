#: slice
x = source()
sink(x[:10])

#: slice of a list
xs = [source(), 'b']
sink(xs[0:1][0])

#: f-string
x = source()
sink(f'run {x!r:>10}')

#: nested f-string
x = source()
sink(f"run {f'{x}'}")

#: percent
sink('run %s' % source())

#: percent with a table
sink('run %(name)s' % {'name': source()})

#: format
sink('run {}'.format(source()))

#: format by name
sink('run {name}'.format(name=source()))

#: join
sink(' '.join(['run', source()]))

#: join of a generator
sink(' '.join(x.strip() for x in source()))

#: augmented
x = 'run '
x += source()
sink(x)

#: list comprehension
sink([f'run {x}' for x in source()][0])

#: dictionary comprehension
d = {k: v for k, v in source().items()}
sink(d['a'])

#: unpacking
a, (b, *c) = 1, (2, source())
sink(c[0])

#: unpacking a call
def pair():
    return 1, source()
n, x = pair()
sink(x)

#: table
d = {'a': 1}
d['x'] = source()
sink(d['x'])

#: table with get
d = {'x': source()}
sink(d.get('x', ''))

#: table of a call
d = dict(x=source())
sink(d['x'])

#: update of a table
d = {}
d.update({'x': source()})
sink(d['x'])

#: update by name
d = {}
d.update(x=source())
sink(d['x'])

#: merged tables
d = {'a': 1} | {'x': source()}
sink(d['x'])

#: spread tables
e = {'x': source()}
d = {'a': 1, **e}
sink(d['x'])

#: items of a table
for k, v in {'x': source()}.items():
    sink(v)

#: append
xs = []
xs.append(source())
sink(xs[0])

#: extend
xs = []
xs.extend([source()])
sink(xs[0])

#: pop
xs = [source()]
sink(xs.pop())

#: enumerate
for i, x in enumerate([source()]):
    sink(x)

#: zip
for a, b in zip(['a'], [source()]):
    sink(b)

#: sorted and reversed
for x in reversed(sorted([source()])):
    sink(x)

#: map with a lambda
for x in map(lambda y: y.strip(), [source()]):
    sink(x)

#: filter
for x in filter(None, [source()]):
    sink(x)

#: next of a generator expression
x = next((y for y in [source()] if y), None)
sink(x)

#: default of or
x = None or source()
sink(x)

#: walrus
if (x := source()):
    sink(x)

#: conditional expression
x = source() if True else ''
sink(x)

#: match on a table
match source():
    case {'x': y}:
        sink(y)

#: match with a capture
match source():
    case str() as y:
        sink(y)

#: encode and decode
sink(source().encode('utf-8').decode())

#: str
sink(str(source()))

#: json
import json
sink(json.loads(source())['x'])

#: look-up in what is declared as a dictionary
def f(options: dict):
    sink(options.get('x', ''))
f({'x': source()})

#: look-up in what is declared as a dictionary with types
from typing import Any, Dict, Optional
def f(options: Optional[Dict[str, Any]]):
    options = options or {}
    sink(options.get('x'))
f({'x': source()})

#: a look-up in what was parsed
import json
sink(json.loads(source()).get('x', ''))

#: look-ups in what was parsed, in another function
import json

def run(args):
    sink(args.get('y', {}).get('z'))

run(json.loads(source().strip()).get('x', {}))

#: an element that is taken out of what was parsed
import yaml
sink(yaml.safe_load(source()).pop('x'))
