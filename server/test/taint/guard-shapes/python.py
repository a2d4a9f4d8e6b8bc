#: clean guard under a test for something
x = source()
if x:
    if x not in ALLOWED:
        raise ValueError(x)
sink(x)
#: clean guard under a test for something, in a function that returns
def run(x):
    if x:
        if x not in ALLOWED:
            return 'no'
    return sink(x)
run(source())
#: clean guard in the same test
x = source()
if x and x not in ALLOWED:
    raise ValueError(x)
sink(x)
#: clean guard behind a test for None
x = source()
if x is not None and x not in ALLOWED:
    raise ValueError(x)
sink(x)
#: clean guard under a test for None
x = source()
if x is not None:
    if x not in ALLOWED:
        raise ValueError(x)
sink(x)
#: clean guard under a length
x = source()
if len(x) > 0:
    if x not in ALLOWED:
        raise ValueError(x)
sink(x)
#: clean guard under a test that is not empty
x = source()
if x != '':
    if x not in ALLOWED:
        raise ValueError(x)
sink(x)
#: clean guard in an else
x = source()
if not x:
    x = 'a'
else:
    if x not in ALLOWED:
        raise ValueError(x)
sink(x)
#: clean guard in an else that does nothing otherwise
x = source()
if not x:
    pass
elif x not in ALLOWED:
    raise ValueError(x)
sink(x)
#: clean none in an else
x = source()
if x is None:
    log('nothing')
elif x not in ALLOWED:
    raise ValueError(x)
sink(x)
#: clean guard in elif, others leave
x = source()
if flag():
    x = 'a'
elif x not in ALLOWED:
    raise ValueError(x)
sink(x)
#: clean guard on both ways
x = source()
if flag():
    if x not in ALLOWED:
        raise ValueError(x)
else:
    if x not in OTHERS:
        raise ValueError(x)
sink(x)
#: clean assertion helper on both ways
def check(x):
    if x not in ALLOWED:
        raise ValueError(x)
x = source()
if flag():
    check(x)
else:
    check(x)
sink(x)
#: clean replaced where it is not allowed
x = source()
if x not in ALLOWED:
    x = 'a'
sink(x)
#: clean replaced where it is empty or not allowed
x = source()
if not x or x not in ALLOWED:
    x = 'a'
sink(x)
#: clean conditional expression
x = source()
y = x if x in ALLOWED else 'a'
sink(y)
#: clean conditional expression with none
x = source()
y = x if x and x in ALLOWED else None
sink(y)
#: clean guard in try
x = source()
try:
    if x not in ALLOWED:
        raise ValueError(x)
except ValueError:
    return_()
    raise
sink(x)
#: clean guard in try, handler returns
def run(x):
    try:
        if x not in ALLOWED:
            raise ValueError(x)
    except ValueError as error:
        return str(error)
    return sink(x)
run(source())
#: clean guard in try, use in else
def run(x):
    try:
        check(x)
    except ValueError:
        return 'no'
    else:
        return sink(x)
def check(x):
    if x not in ALLOWED:
        raise ValueError(x)
run(source())
#: clean guard in try, with finally
def run(x):
    try:
        check(x)
        return sink(x)
    finally:
        done()
def check(x):
    if x not in ALLOWED:
        raise ValueError(x)
run(source())
#: clean guard before a try
def run(x):
    if x not in ALLOWED:
        return 'no'
    try:
        return sink(x)
    except OSError:
        return 'error'
run(source())
#: clean guard in with
def run(x):
    with lock:
        if x not in ALLOWED:
            raise ValueError(x)
    return sink(x)
run(source())
#: clean use in with
def run(x):
    with lock:
        if x not in ALLOWED:
            raise ValueError(x)
        return sink(x)
run(source())
#: clean for else
def run(x):
    for each in ALLOWED:
        if x == each:
            break
    else:
        raise ValueError(x)
    return sink(x)
run(source())
#: clean flag of a loop
def run(x):
    found = False
    for each in ALLOWED:
        if x == each:
            found = True
            break
    if not found:
        raise ValueError(x)
    return sink(x)
run(source())
#: clean continue in a loop
for x in source():
    if x not in ALLOWED:
        continue
    sink(x)
#: clean continue in a loop for what is empty, and then the test
for x in source():
    if not x:
        continue
    if x not in ALLOWED:
        continue
    sink(x)
#: clean break in a loop
while True:
    x = source()
    if x in ALLOWED:
        break
sink(x)
#: clean every element is checked first
def run(xs):
    for x in xs:
        if x not in ALLOWED:
            raise ValueError(x)
    for x in xs:
        sink(x)
run(source())
#: clean filtered by a comprehension
xs = [x for x in source() if x in ALLOWED]
for x in xs:
    sink(x)
#: clean all elements
def run(xs):
    if not all(x in ALLOWED for x in xs):
        raise ValueError(xs)
    for x in xs:
        sink(x)
run(source())
#: clean any bad element
def run(xs):
    if any(x not in ALLOWED for x in xs):
        raise ValueError(xs)
    for x in xs:
        sink(x)
run(source())
#: clean match
def run(x):
    match x:
        case 'a' | 'b':
            return sink(x)
        case _:
            raise ValueError(x)
run(source())
#: clean match that leaves otherwise
def run(x):
    match x:
        case 'a' | 'b':
            pass
        case _:
            raise ValueError(x)
    return sink(x)
run(source())
#: clean match with a guard
def run(x):
    match x:
        case str() if x in ALLOWED:
            return sink(x)
    return None
run(source())
#: clean assertion
x = source()
assert x in ALLOWED, 'no'
sink(x)
#: clean assertion for what is there
x = source()
assert not x or x in ALLOWED
sink(x)
#: clean helper that raises
def check(x):
    if x not in ALLOWED:
        raise ValueError(x)
x = source()
check(x)
sink(x)
#: clean helper that raises for what is there
def check(x):
    if x:
        if x not in ALLOWED:
            raise ValueError(x)
x = source()
check(x)
sink(x)
#: clean helper that returns early for nothing
def check(x):
    if not x:
        return
    if x not in ALLOWED:
        raise ValueError(x)
x = source()
check(x)
sink(x)
#: clean helper that raises, two levels deep
def check(x):
    inner(x)
def inner(x):
    if x not in ALLOWED:
        raise ValueError(x)
x = source()
check(x)
sink(x)
#: clean helper that raises, two levels and a predicate deep
def check(x):
    inner(x, 'name')
def inner(value, name):
    if not ok(value):
        fail(name)
def fail(name):
    raise ValueError(name)
def ok(x):
    return x in ALLOWED
x = source()
check(x)
sink(x)
#: clean helper that is called under a test for something
def check(x):
    if x not in ALLOWED:
        raise ValueError(x)
x = source()
if x:
    check(x)
sink(x)
#: clean helper that is called under a test for None
def check(x):
    if x not in ALLOWED:
        raise ValueError(x)
x = source()
if x is not None:
    check(x)
sink(x)
#: clean asynchronous helper
async def check(x):
    if x not in ALLOWED:
        raise ValueError(x)
async def run(x):
    await check(x)
    sink(x)
run(source())
#: clean helper that gives the value
def checked(x):
    if x not in ALLOWED:
        raise ValueError(x)
    return x
sink(checked(source()))
#: clean helper that gives the value or nothing
def checked(x):
    if x in ALLOWED:
        return x
    return None
sink(checked(source()))
#: clean helper that gives the value, under a test for something
def checked(x):
    if x:
        if x not in ALLOWED:
            raise ValueError(x)
    return x
sink(checked(source()))
#: clean predicate
def ok(x):
    return x in ALLOWED
x = source()
if not ok(x):
    raise ValueError(x)
sink(x)
#: clean predicate with ways out
def ok(x):
    if not x:
        return False
    if x in ALLOWED:
        return True
    return False
x = source()
if not ok(x):
    raise ValueError(x)
sink(x)
#: clean predicate that accepts what is empty
def ok(x):
    if not x:
        return True
    return x in ALLOWED
x = source()
if not ok(x):
    raise ValueError(x)
sink(x)
#: clean predicate in a variable
def ok(x):
    return x in ALLOWED
x = source()
good = ok(x)
if not good:
    raise ValueError(x)
sink(x)
#: clean comparison in a variable
x = source()
good = x in ALLOWED
if not good:
    raise ValueError(x)
sink(x)
#: clean predicate that gives a pair
def ok(x):
    if x not in ALLOWED:
        return False, 'no'
    return True, ''
x = source()
good, why = ok(x)
if not good:
    raise ValueError(why)
sink(x)
#: clean helper that gives what is wrong
def problem(x):
    if x not in ALLOWED:
        return 'no'
    return None
x = source()
error = problem(x)
if error:
    raise ValueError(error)
sink(x)
#: clean helper that gives what is wrong, compared with None
def problem(x):
    if x not in ALLOWED:
        return 'no'
    return None
x = source()
error = problem(x)
if error is not None:
    raise ValueError(error)
sink(x)
#: clean helper that gives what is wrong, by walrus
def problem(x):
    if x not in ALLOWED:
        return 'no'
x = source()
if error := problem(x):
    raise ValueError(error)
sink(x)
#: clean method that checks
class Tool:
    def check(self, x):
        if x not in ALLOWED:
            raise ValueError(x)
    def run(self, x):
        self.check(x)
        sink(x)
Tool().run(source())
#: clean setter that checks
class Tool:
    def __init__(self, x):
        if x not in ALLOWED:
            raise ValueError(x)
        self.x = x
    def run(self):
        sink(self.x)
Tool(source()).run()
#: clean field of an object
o = source()
if o.x and o.x not in ALLOWED:
    raise ValueError(o.x)
sink(o.x)
#: clean entry of a dictionary
o = source()
if 'x' in o and o['x'] not in ALLOWED:
    raise ValueError(o)
sink(o['x'])
#: clean entry of a dictionary by get
o = source()
if o.get('x') not in ALLOWED:
    raise ValueError(o)
sink(o.get('x'))
#: clean get tested, entry used
o = source()
x = o.get('x')
if x and x not in ALLOWED:
    raise ValueError(o)
sink(o['x'])
#: clean two tests in one, both needed
x = source()
if not (isinstance(x, str) and x in ALLOWED):
    raise ValueError(x)
sink(x)
#: clean error as a value
def run(x):
    error = None
    if x not in ALLOWED:
        error = 'no'
    if error:
        return error
    return sink(x)
run(source())
#: clean errors in a list
def run(x):
    errors = []
    if x not in ALLOWED:
        errors.append('no')
    if errors:
        return errors
    return sink(x)
run(source())
#: clean checked copy after a test for something
def run(x):
    target = None
    if x:
        if x in ALLOWED:
            target = x
    if target:
        return sink(target)
run(source())
#: clean sys.exit
import sys
x = source()
if x not in ALLOWED:
    sys.exit(1)
sink(x)
#: clean helper that never returns
def fail(x):
    raise ValueError(x)
x = source()
if x not in ALLOWED:
    fail(x)
sink(x)
#: clean nested tests for something of two
def run(x, y):
    if x or y:
        if x not in ALLOWED:
            raise ValueError(x)
    return sink(x)
run(source(), 'a')
#: clean lambda as a predicate
ok = lambda x: x in ALLOWED
x = source()
if not ok(x):
    raise ValueError(x)
sink(x)
#: clean two tests joined by or
x = source()
if not x or x not in ALLOWED:
    raise ValueError(x)
sink(x)
#: clean test inverted
x = source()
if x in ALLOWED:
    pass
else:
    raise ValueError(x)
sink(x)
#: broken nothing
x = source()
sink(x)
#: broken test for something only
x = source()
if x:
    pass
sink(x)
#: broken guard under a flag
x = source()
if flag():
    if x not in ALLOWED:
        raise ValueError(x)
sink(x)
#: broken guard in the same test with a flag
x = source()
if flag() and x not in ALLOWED:
    raise ValueError(x)
sink(x)
#: broken guard under a test for another
x = source()
y = other()
if y:
    if x not in ALLOWED:
        raise ValueError(x)
sink(x)
#: broken guard that only warns
x = source()
if x:
    if x not in ALLOWED:
        log('no')
sink(x)
#: broken guard of another
x = source()
y = other()
if x:
    if y not in ALLOWED:
        raise ValueError(x)
sink(x)
#: broken guard on one way
x = source()
if flag():
    if x not in ALLOWED:
        raise ValueError(x)
else:
    log(x)
sink(x)
#: broken guard in try, handler goes on
def run(x):
    try:
        if x not in ALLOWED:
            raise ValueError(x)
    except ValueError as error:
        log(error)
    return sink(x)
run(source())
#: broken helper in try, handler goes on
def check(x):
    if x not in ALLOWED:
        raise ValueError(x)
def run(x):
    try:
        check(x)
    except Exception:
        pass
    return sink(x)
run(source())
#: broken guard then reassigned
x = source()
if x not in ALLOWED:
    raise ValueError(x)
x = source()
sink(x)
#: broken guard then reassigned on one way
x = source()
if x not in ALLOWED:
    raise ValueError(x)
if flag():
    x = source()
sink(x)
#: broken the wrong way round
x = source()
if x in ALLOWED:
    raise ValueError(x)
sink(x)
#: broken helper result is not used
def ok(x):
    return x in ALLOWED
x = source()
ok(x)
sink(x)
#: broken helper accepts everything on one way
def ok(x):
    if flag():
        return True
    return x in ALLOWED
x = source()
if not ok(x):
    raise ValueError(x)
sink(x)
#: broken match with another case
def run(x):
    match x:
        case 'a' | 'b':
            log(x)
        case _:
            log('other')
    return sink(x)
run(source())
#: broken loop does not look at all
def run(x):
    for each in ALLOWED:
        if x == each:
            log(x)
    return sink(x)
run(source())
#: broken loop that continues in the wrong place
for x in source():
    if x in ALLOWED:
        continue
    sink(x)
#: broken default of a helper that accepts None, with text
def check(x):
    if x is None:
        return
    log(x)
x = source()
check(x)
sink(x)
#: broken only what is long is checked
x = source()
if len(x) > 3:
    if x not in ALLOWED:
        raise ValueError(x)
sink(x)
#: broken only what is one word is checked
x = source()
if x != 'admin':
    if x in ALLOWED:
        log(x)
sink(x)
#: broken only what starts so is checked
x = source()
if x.startswith('a'):
    if x not in ALLOWED:
        raise ValueError(x)
sink(x)
#: broken assertion about another
x = source()
assert flag()
sink(x)
#: broken error as a value that is not looked at
def run(x):
    error = None
    if x not in ALLOWED:
        error = 'no'
    return sink(x)
run(source())
#: broken errors in a list that is only logged
def run(x):
    errors = []
    if x not in ALLOWED:
        errors.append('no')
    if errors:
        log(errors)
    return sink(x)
run(source())
#: broken any element is enough
def run(xs):
    if not any(x in ALLOWED for x in xs):
        raise ValueError(xs)
    for x in xs:
        sink(x)
run(source())
#: broken only some elements are checked
def run(xs):
    for x in xs:
        if flag():
            if x not in ALLOWED:
                raise ValueError(x)
    for x in xs:
        sink(x)
run(source())
#: broken elements are checked until the first
def run(xs):
    for x in xs:
        if x in ALLOWED:
            break
    for x in xs:
        sink(x)
run(source())
#: broken field of another object
o = source()
p = source()
if o.x and o.x not in ALLOWED:
    raise ValueError(o.x)
sink(p.x)
#: broken another field
o = source()
if o.x and o.x not in ALLOWED:
    raise ValueError(o.x)
sink(o.y)
