import { describe } from 'vitest';
import { table } from './python-tool-uses.js';

describe('addresses', () => {
  const get = 'return requests.get(url, allow_redirects=False).text';
  table(
    'tool-ssrf',
    [
      ['hostname in a set', `if urlparse(url).hostname not in HOSTS:\n    raise ValueError('no')\n${get}`],
      [
        'hostname in a variable',
        `parsed = urlparse(url)\nif parsed.scheme != 'https' or parsed.hostname not in HOSTS:\n    raise ValueError('no')\n${get}`,
      ],
      ['netloc in a set', `if urlsplit(url).netloc not in HOSTS:\n    raise ValueError('no')\n${get}`],
      ['hostname equals', `if urlparse(url).hostname == 'api.example.com':\n    ${get}\nreturn ''`],
      [
        'a host below a domain',
        `host = urlparse(url).hostname or ''\nif not (host == 'example.com' or host.endswith('.example.com')):\n    raise ValueError('no')\n${get}`,
      ],
      [
        'one of several domains',
        `host = urlparse(url).hostname\nif not any(host == d or host.endswith('.' + d) for d in HOSTS):\n    raise ValueError('no')\n${get}`,
      ],
      ['host of a client of its own', `if httpx.URL(url).host not in HOSTS:\n    raise ValueError('no')\n${get}`],
      [
        'a prefix with the slash behind the host',
        `if not url.startswith('https://api.example.com/'):\n    raise ValueError('no')\n${get}`,
      ],
      ['a fixed host', `return requests.get(f'https://api.example.com/items/{name}').text`],
      [
        'a fixed host in a text made before',
        `base = f'https://api.example.com/items?name={name}'; return requests.get(base + f'&again={name}').text`,
      ],
      ['a fixed host in a constant', `return requests.get('https://api.example.com' + '/items/' + name).text`],
      [
        'one of several patterns',
        `patterns = [r'^https?://docs\\.example\\.com/']\npatterns.append(r'^https://example\\.org/')\nif not any(re.match(pattern, url) for pattern in patterns):\n    raise ValueError('no')\n${get}`,
      ],
      [
        'a fixed host in a text that goes on',
        `first = f'https://archive.example.com/find?url={url}'\nsecond = first + f'&time={name}'\nreturn requests.get(second).text`,
      ],
      ['a quoted part', `return requests.get('https://api.example.com/?q=' + quote(name)).text`],
      ['parameters', `return requests.get('https://api.example.com', params={'q': name}).text`],
      [
        'the address that a name has',
        `ip = ipaddress.ip_address(socket.gethostbyname(urlparse(url).hostname))\nif ip.is_private or ip.is_loopback:\n    raise ValueError('no')\n${get}`,
      ],
      [
        'the address in the host, without redirects',
        `if ipaddress.ip_address(urlparse(url).hostname).is_private:\n    raise ValueError('no')\n${get}`,
      ],
      ['a table of addresses', `return requests.get({'a': 'https://a.example.com'}[name]).text`],
    ],
    [
      ['nothing', get],
      ['a client', `with httpx.Client() as client:\n    return client.get(url).text`],
      ['a scheme', `if urlparse(url).scheme not in ('http', 'https'):\n    raise ValueError('no')\n${get}`],
      [
        'a prefix without the slash',
        `if not url.startswith('https://api.example.com'):\n    raise ValueError('no')\n${get}`,
      ],
      ['any https', `if not url.startswith('https://'):\n    raise ValueError('no')\n${get}`],
      ['the host somewhere', `if 'api.example.com' not in url:\n    raise ValueError('no')\n${get}`],
      [
        'a suffix without a dot',
        `if not urlparse(url).hostname.endswith('example.com'):\n    raise ValueError('no')\n${get}`,
      ],
      ['the end of the address', `if not url.endswith('.example.com'):\n    raise ValueError('no')\n${get}`],
      ['refused hosts', `if urlparse(url).hostname in {'localhost', '127.0.0.1'}:\n    raise ValueError('no')\n${get}`],
      [
        'the address in the host, with redirects',
        `if ipaddress.ip_address(urlparse(url).hostname).is_private:\n    raise ValueError('no')\nreturn requests.get(url).text`,
      ],
      ['a host from outside', `return requests.get(f'https://{name}/items').text`],
      [
        'one of several patterns, of which one is open',
        `if not any(re.match(pattern, url) for pattern in [r'^https://example\\.org/', r'https?://.*']):\n    raise ValueError('no')\n${get}`,
      ],
      [
        'a pattern that is not anchored',
        `if not re.match(r'https://api\\.example\\.com', url):\n    raise ValueError('no')\n${get}`,
      ],
    ],
  );
});

describe('commands', () => {
  const run = `return subprocess.run(f'ping {name}', shell=True, capture_output=True, text=True).stdout`;
  table(
    'exec-tool-shell',
    [
      ['quoted', `return os.popen('ping ' + shlex.quote(name)).read()`],
      ['quoted with join', `return subprocess.run(shlex.join(['ping', name]), shell=True, text=True).stdout`],
      ['an argument of a harmless program', `return subprocess.run(['ping', '-c', '1', name], text=True).stdout`],
      ['behind --', `return subprocess.check_output(['git', 'log', '--', name], text=True)`],
      ['the value of an option', `return subprocess.check_output(['git', 'commit', '-m', name], text=True)`],
      ['behind a fixed beginning', `return subprocess.check_output(['git', 'log', f'--author={name}'], text=True)`],
      [
        'no dash in front',
        `if name.startswith('-'):\n    raise ValueError('no')\nreturn subprocess.check_output(['git', 'log', name], text=True)`,
      ],
      ['membership', `if name not in ['a', 'b']:\n    raise ValueError('no')\n${run}`],
      ['a pattern', `if not re.fullmatch(r'[a-z0-9.-]+', name):\n    raise ValueError('no')\n${run}`],
      ['a number', `return os.popen(f'kill {int(name)}').read()`],
      ['a number that stays a text', `try:\n    int(name)\nexcept ValueError:\n    return ''\n${run}`],
      ['an address', `ipaddress.ip_address(name)\n${run}`],
      ['isinstance', `if not isinstance(name, int):\n    raise ValueError('no')\n${run}`],
      [
        'none or isinstance',
        `if name is not None and (isinstance(name, bool) or not isinstance(name, int)):\n    return ''\n${run}`,
      ],
      [
        'none or isinstance of what was looked up',
        `name = {'n': name}.get('n')\nif name is not None and not isinstance(name, int):\n    return ''\n${run}`,
      ],
      [
        'a program from a list',
        `args = shlex.split(name)\nif args[0] not in {'ls', 'cat'}:\n    raise ValueError('no')\nreturn subprocess.run(args, text=True).stdout`,
      ],
      [
        'a program that another function asks for',
        `check(name)\nargs = shlex.split(name)\nreturn subprocess.run(args, text=True).stdout`,
        `def check(text):\n    words = shlex.split(text)\n    if not words or words[0].lower() != 'kubectl':\n        raise ValueError('no')`,
      ],
      [
        'a program in front of what is split',
        `return subprocess.run(shlex.split(f'kubectl {name}'), text=True).stdout`,
      ],
      [
        'a program that is put in front if need be',
        `if not name.strip().startswith('kubectl '):\n    name = f'kubectl {name}'\nreturn subprocess.run(name.strip().split(), text=True).stdout`,
      ],
      [
        'options that a list gets later',
        `command = ['helm', 'get', '--', name]\nif url:\n    command += ['-n', url]\nreturn subprocess.run(command, text=True).stdout`,
      ],
      [
        'items behind the program',
        `command = ['helm', 'get', '--']\ncommand.extend(names)\ncommand.append(name)\nreturn subprocess.run(command, text=True).stdout`,
      ],
      ['a fixed command', `return subprocess.run('ls -la', shell=True, text=True).stdout`],
      ['input', `return subprocess.run(['cat'], input=name, text=True).stdout`],
    ],
    [
      ['nothing', run],
      ['os.system', `os.system(name)\nreturn ''`],
      ['the program', `return subprocess.run(shlex.split(name), text=True).stdout`],
      ['a first word that has no end', `return subprocess.run(shlex.split(f'kube{name}'), text=True).stdout`],
      [
        'a list that may be empty before',
        `command = []\ncommand += [name]\nreturn subprocess.run(command, text=True).stdout`,
      ],
      ['a list of arguments', `return subprocess.run(names, text=True).stdout`],
      ['a shell in a list', `return subprocess.run(['bash', '-c', name], text=True).stdout`],
      ['an option of git', `return subprocess.check_output(['git', 'log', name], text=True)`],
      ['quotes', `return os.popen(f"ping '{name}'").read()`],
      ['refused words', `if 'rm' in name or ';' in name:\n    raise ValueError('no')\n${run}`],
      [
        'a list of refused words',
        `if any(word in name for word in ['rm', 'sudo']):\n    raise ValueError('no')\n${run}`,
      ],
      ['the first word', `if name.split()[0] not in {'ls', 'cat'}:\n    raise ValueError('no')\n${run}`],
      ['a pattern that is not anchored', `if not re.match(r'[a-z]+', name):\n    raise ValueError('no')\n${run}`],
      ['strip', `return os.popen('ping ' + name.strip()).read()`],
      ['format', `return os.popen('ping {}'.format(name)).read()`],
      ['percent', `return os.popen('ping %s' % name).read()`],
    ],
  );
});

describe('code', () => {
  table(
    'exec-model-output-eval',
    [
      ['literals', `import ast\nreturn str(ast.literal_eval(name))`],
      ['a table of functions', `return str({'up': str.upper}[name]('x'))`],
      ['a compiled pattern', `return str(re.compile(name))`],
    ],
    [
      ['eval', `return str(eval(name))`],
      ['eval without builtins', `return str(eval(name, {'__builtins__': {}}, {}))`],
      ['exec of compiled code', `exec(compile(name, 'x', 'exec'))\nreturn ''`],
      ['an interpreter', `return subprocess.run([sys.executable, '-c', name], text=True).stdout`],
      ['refused words', `if 'import' in name:\n    raise ValueError('no')\nreturn str(eval(name))`],
    ],
  );
});

describe('statements', () => {
  const open = `db = sqlite3.connect('x.db')\ncursor = db.cursor()\n`;
  table(
    'tool-sql-injection',
    [
      ['parameters', `${open}cursor.execute('SELECT * FROM t WHERE id = ?', (name,))\nreturn str(cursor.fetchall())`],
      [
        'named parameters',
        `${open}cursor.execute('SELECT * FROM t WHERE id = :id', {'id': name})\nreturn str(cursor.fetchall())`,
      ],
      [
        'a listed table',
        `${open}if name not in {'users', 'orders'}:\n    raise ValueError('no')\ncursor.execute(f'SELECT * FROM {name}')\nreturn ''`,
      ],
      [
        'placeholders',
        `${open}marks = ','.join('?' for _ in names)\ncursor.execute(f'SELECT * FROM t WHERE id IN ({marks})', names)\nreturn ''`,
      ],
      ['a number', `${open}cursor.execute(f'SELECT * FROM t LIMIT {int(name)}')\nreturn ''`],
      [
        'an identifier',
        `${open}if not name.isidentifier():\n    raise ValueError('no')\ncursor.execute(f'SELECT * FROM {name}')\nreturn ''`,
      ],
    ],
    [
      ['an f-string', `${open}cursor.execute(f"SELECT * FROM t WHERE id = '{name}'")\nreturn ''`],
      ['percent', `${open}cursor.execute("SELECT * FROM t WHERE id = '%s'" % name)\nreturn ''`],
      ['free SQL', `${open}cursor.execute(name)\nreturn ''`],
      [
        'SELECT in front',
        `${open}if not name.strip().upper().startswith('SELECT'):\n    raise ValueError('no')\ncursor.execute(name)\nreturn ''`,
      ],
      [
        'a with statement',
        `with sqlite3.connect('x.db') as db:\n    return str(db.execute('SELECT * FROM ' + name).fetchall())`,
      ],
    ],
  );
});
