import { describe, expect, it } from 'vitest';
import { analyseFiles } from '../rules/analyse-files.js';

/** Statements of a tool `run(name: str, url: str, …)`, and whether they let the model do harm. */
type Use = readonly [title: string, code: string];

const HEAD = `
import ipaddress, os, os.path, re, shlex, socket, sqlite3, string, subprocess, sys, uuid
from pathlib import Path
from urllib.parse import urlparse, urlsplit, quote
from enum import Enum
import requests
import httpx
from mcp.server.fastmcp import FastMCP

mcp = FastMCP('files')
ROOT = Path('/data').resolve()
BASE = os.path.realpath('/data')
NAMES = {'a.txt', 'b.txt'}
HOSTS = {'api.example.com'}
PATTERN = re.compile(r'^[a-z]+$')

class Color(Enum):
    RED = 'red'
`;

function findings(body: string, rule: string, before = ''): readonly string[] {
  const indented = body
    .trim()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
  const text = `${HEAD}\n${before}\n@mcp.tool()\ndef run(name: str, url: str, names: list[str]) -> str:\n${indented}\n`;
  const report = analyseFiles({ 'main.py': text });
  return report.findings.filter((finding) => finding.rule === rule).map(({ message }) => message);
}

function table(rule: string, safe: readonly Use[], broken: readonly Use[]): void {
  it.each(safe)('is fine: %s', (_, code) => {
    expect(findings(code, rule)).toEqual([]);
  });
  it.each(broken)('is not enough: %s', (_, code) => {
    expect(findings(code, rule)).toHaveLength(1);
  });
}

describe('paths', () => {
  const read = 'return open(p).read()';
  table(
    'tool-path-traversal',
    [
      [
        'is_relative_to of a resolved path',
        `p = (ROOT / name).resolve()\nif not p.is_relative_to(ROOT):\n    raise ValueError('no')\n${read}`,
      ],
      [
        'the same, reading with a method',
        `p = (ROOT / name).resolve()\nif p.is_relative_to(ROOT):\n    return p.read_text()\nreturn ''`,
      ],
      [
        'relative_to in try',
        `p = (ROOT / name).resolve()\ntry:\n    p.relative_to(ROOT)\nexcept ValueError:\n    raise PermissionError('no')\n${read}`,
      ],
      [
        'relative_to in try with return',
        `p = Path(ROOT, name).resolve()\ntry:\n    p.relative_to(ROOT)\nexcept ValueError as e:\n    return str(e)\n${read}`,
      ],
      ['relative_to without try', `p = (ROOT / name).resolve()\nrelative = p.relative_to(ROOT)\n${read}`],
      [
        'the root among the parents',
        `p = (ROOT / name).resolve()\nif ROOT not in p.parents:\n    raise ValueError('no')\n${read}`,
      ],
      [
        'the root or below',
        `p = (ROOT / name).resolve()\nif ROOT != p and ROOT not in p.parents:\n    raise ValueError('no')\n${read}`,
      ],
      [
        'a prefix with a separator',
        `p = os.path.realpath(os.path.join(BASE, name))\nif not p.startswith(BASE + os.sep):\n    raise ValueError('no')\n${read}`,
      ],
      [
        'a prefix with a slash',
        `p = os.path.abspath(os.path.join(BASE, name))\nif not p.startswith(f'{BASE}/'):\n    raise ValueError('no')\n${read}`,
      ],
      [
        'a prefix that join ends',
        `p = os.path.normpath(os.path.join(BASE, name))\nif not p.startswith(os.path.join(BASE, '')):\n    raise ValueError('no')\n${read}`,
      ],
      [
        'a prefix of the text of a path',
        `p = (ROOT / name).resolve()\nif not str(p).startswith(str(ROOT) + os.sep):\n    raise ValueError('no')\n${read}`,
      ],
      [
        'commonpath',
        `p = os.path.realpath(os.path.join(BASE, name))\nif os.path.commonpath([BASE, p]) != BASE:\n    raise ValueError('no')\n${read}`,
      ],
      [
        'commonpath of texts',
        `p = (ROOT / name).resolve()\nif os.path.commonpath([str(ROOT), str(p)]) == str(ROOT):\n    ${read}\nreturn ''`,
      ],
      [
        'relpath without ..',
        `p = os.path.join(BASE, name)\nif os.path.relpath(p, BASE).startswith('..'):\n    raise ValueError('no')\n${read}`,
      ],
      ['basename', `p = os.path.join(BASE, os.path.basename(name))\n${read}`],
      ['the name of a path', `p = ROOT / Path(name).name\n${read}`],
      [
        'basename that changes nothing',
        `if os.path.basename(name) != name:\n    raise ValueError('no')\np = os.path.join(BASE, name)\n${read}`,
      ],
      [
        'name that changes nothing',
        `if Path(name).name != name:\n    raise ValueError('no')\np = ROOT / name\n${read}`,
      ],
      ['membership in a set', `if name not in NAMES:\n    raise ValueError('no')\np = ROOT / name\n${read}`],
      [
        'membership in a listing',
        `if name not in os.listdir(BASE):\n    raise ValueError('no')\np = os.path.join(BASE, name)\n${read}`,
      ],
      ['a table', `p = {'a': '/data/a.txt'}[name]\n${read}`],
      ['a table with get', `p = {'a': '/data/a.txt'}.get(name, '/data/b.txt')\n${read}`],
      [
        'fullmatch',
        `if not re.fullmatch(r'[\\w-]+\\.txt', name):\n    raise ValueError('no')\np = ROOT / name\n${read}`,
      ],
      [
        'an anchored match',
        `if not re.match(r'^[a-z0-9_-]+$', name):\n    raise ValueError('no')\np = ROOT / name\n${read}`,
      ],
      ['a compiled pattern', `if not PATTERN.match(name):\n    raise ValueError('no')\np = ROOT / name\n${read}`],
      [
        'a match that is not None',
        `m = re.fullmatch(r'[a-z]+', name)\nif m is None:\n    raise ValueError('no')\np = ROOT / name\n${read}`,
      ],
      ['isalnum', `if not name.isalnum():\n    raise ValueError('no')\np = ROOT / name\n${read}`],
      [
        'plain characters',
        `if not all(c.isalnum() or c in '-_' for c in name):\n    raise ValueError('no')\np = ROOT / name\n${read}`,
      ],
      [
        'characters of string',
        `if any(c not in string.ascii_letters + string.digits + '_' for c in name):\n    raise ValueError('no')\np = ROOT / name\n${read}`,
      ],
      ['a UUID', `p = ROOT / f'{uuid.UUID(name)}.txt'\n${read}`],
      ['a number', `p = ROOT / f'{int(name)}.txt'\n${read}`],
      [
        'no .. and not absolute',
        `if '..' in name or os.path.isabs(name):\n    raise ValueError('no')\np = os.path.join(BASE, name)\n${read}`,
      ],
      [
        'no .. and no slash in front',
        `if '..' in name or name.startswith('/'):\n    raise ValueError('no')\np = os.path.join(BASE, name)\n${read}`,
      ],
      [
        'no .. among the parts of a relative path',
        `if Path(name).is_absolute() or '..' in Path(name).parts:\n    raise ValueError('no')\np = ROOT / name\n${read}`,
      ],
      ['no .. under a folder in a text', `if '..' in name:\n    raise ValueError('no')\np = f'/data/{name}'\n${read}`],
      ['assert', `p = (ROOT / name).resolve()\nassert p.is_relative_to(ROOT)\n${read}`],
      [
        'one of several roots',
        `p = Path(name).resolve()\nif not any(p.is_relative_to(root) for root in [ROOT, Path('/tmp')]):\n    raise ValueError('no')\n${read}`,
      ],
      [
        'one of several roots in a loop',
        `p = Path(name).resolve()\nallowed = False\nfor root in [ROOT]:\n    if p.is_relative_to(root):\n        allowed = True\n        break\nif not allowed:\n    raise ValueError('no')\n${read}`,
      ],
      ['an enum', `p = ROOT / Color(name).value\n${read}`],
      ['equality', `if name == 'a.txt':\n    return (ROOT / name).read_text()\nreturn ''`],
    ],
    [
      ['nothing', `p = ROOT / name\n${read}`],
      ['join', `p = os.path.join(BASE, name)\n${read}`],
      ['resolve alone', `p = (ROOT / name).resolve()\n${read}`],
      ['normpath alone', `p = os.path.normpath(os.path.join(BASE, name))\n${read}`],
      [
        'a prefix without a separator',
        `p = os.path.realpath(os.path.join(BASE, name))\nif not p.startswith(BASE):\n    raise ValueError('no')\n${read}`,
      ],
      [
        'a prefix of a text without a separator',
        `p = (ROOT / name).resolve()\nif not str(p).startswith(str(ROOT)):\n    raise ValueError('no')\n${read}`,
      ],
      [
        'a prefix of a path that is not normalised',
        `p = os.path.join(BASE, name)\nif not p.startswith(BASE + os.sep):\n    raise ValueError('no')\n${read}`,
      ],
      [
        'is_relative_to of a path that is not resolved',
        `p = ROOT / name\nif not p.is_relative_to(ROOT):\n    raise ValueError('no')\n${read}`,
      ],
      [
        'is_relative_to of an absolute path',
        `p = (ROOT / name).absolute()\nif not p.is_relative_to(ROOT):\n    raise ValueError('no')\n${read}`,
      ],
      ['relative_to of a path that is not resolved', `p = ROOT / name\np.relative_to(ROOT)\n${read}`],
      [
        'relative_to whose failure is ignored',
        `p = (ROOT / name).resolve()\ntry:\n    p.relative_to(ROOT)\nexcept ValueError:\n    pass\n${read}`,
      ],
      [
        'commonprefix',
        `p = os.path.realpath(os.path.join(BASE, name))\nif os.path.commonprefix([BASE, p]) != BASE:\n    raise ValueError('no')\n${read}`,
      ],
      ['no .. alone', `if '..' in name:\n    raise ValueError('no')\np = os.path.join(BASE, name)\n${read}`],
      [
        'not absolute alone',
        `if os.path.isabs(name):\n    raise ValueError('no')\np = os.path.join(BASE, name)\n${read}`,
      ],
      ['.. removed', `p = os.path.join(BASE, name.replace('..', ''))\n${read}`],
      ['slashes stripped', `p = os.path.join(BASE, name.lstrip('/'))\n${read}`],
      ['an extension', `if not name.endswith('.txt'):\n    raise ValueError('no')\np = ROOT / name\n${read}`],
      [
        'a suffix in a list',
        `if Path(name).suffix not in {'.txt', '.md'}:\n    raise ValueError('no')\np = ROOT / name\n${read}`,
      ],
      [
        'a pattern that is not anchored',
        `if not re.search(r'[a-z]+', name):\n    raise ValueError('no')\np = ROOT / name\n${read}`,
      ],
      [
        'a pattern anchored at the start only',
        `if not re.match(r'[a-z]+', name):\n    raise ValueError('no')\np = ROOT / name\n${read}`,
      ],
      [
        'a pattern with dots and slashes',
        `if not re.fullmatch(r'[\\w./-]+', name):\n    raise ValueError('no')\np = ROOT / name\n${read}`,
      ],
      [
        'characters with dots and slashes',
        `if not all(c.isalnum() or c in '-_./' for c in name):\n    raise ValueError('no')\np = ROOT / name\n${read}`,
      ],
      ['exists', `p = ROOT / name\nif not p.exists():\n    raise ValueError('no')\n${read}`],
      ['a list of refused names', `if name in {'secrets.txt'}:\n    raise ValueError('no')\np = ROOT / name\n${read}`],
      ['the check of another value', `if url not in NAMES:\n    raise ValueError('no')\np = ROOT / name\n${read}`],
      [
        'a check after the use',
        `p = ROOT / name\ntext = open(p).read()\nif name not in NAMES:\n    raise ValueError('no')\nreturn text`,
      ],
      [
        'a check that only warns',
        `p = (ROOT / name).resolve()\nif not p.is_relative_to(ROOT):\n    print('outside')\n${read}`,
      ],
    ],
  );
});

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
      ['a fixed host in a constant', `return requests.get('https://api.example.com' + '/items/' + name).text`],
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
        'a program from a list',
        `args = shlex.split(name)\nif args[0] not in {'ls', 'cat'}:\n    raise ValueError('no')\nreturn subprocess.run(args, text=True).stdout`,
      ],
      ['a fixed command', `return subprocess.run('ls -la', shell=True, text=True).stdout`],
      ['input', `return subprocess.run(['cat'], input=name, text=True).stdout`],
    ],
    [
      ['nothing', run],
      ['os.system', `os.system(name)\nreturn ''`],
      ['the program', `return subprocess.run(shlex.split(name), text=True).stdout`],
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
