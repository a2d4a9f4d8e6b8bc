import { describe } from 'vitest';
import { table } from './python-tool-uses.js';

describe('paths', () => {
  const read = 'return open(p).read()';
  table(
    'tool-path-traversal',
    [
      [
        'only words are left',
        `p = re.sub(r'[^\\w\\s-]', '', name[:40]).strip()\nreturn open(f'{BASE}/notes_{p}.md').read()`,
      ],
      [
        'only words are left, by a compiled pattern',
        `p = re.compile('[^A-Za-z0-9]+').sub('_', name)\nreturn open(f'{BASE}/{p}.md').read()`,
      ],
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
      [
        'a set of characters',
        `if not set(name) <= set('abc-_'):\n    raise ValueError('no')\np = ROOT / name\n${read}`,
      ],
      [
        'a subset of characters',
        `if not set(name).issubset(string.ascii_letters):\n    raise ValueError('no')\np = ROOT / name\n${read}`,
      ],
      [
        'parts of which none is in a list of parents',
        `if Path(name).is_absolute() or any(part in {'..', ''} for part in Path(name).parts):\n    raise ValueError('no')\np = ROOT / name\n${read}`,
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
      ['slashes are left', `p = re.sub(r'[^\\w./]', '', name)\nreturn open(f'{BASE}/{p}.md').read()`],
      ['one character is taken out', `p = re.sub(r'[^\\w]', '', name, count=1)\nreturn open(f'{BASE}/{p}.md').read()`],
      ['slashes come back', `p = re.sub(r'[^\\w]', '/', name)\nreturn open(f'{BASE}/{p}.md').read()`],
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
      [
        'a set of characters with dots and slashes',
        `if not set(name) <= set('abc./'):\n    raise ValueError('no')\np = ROOT / name\n${read}`,
      ],
      [
        'a set that holds one of them',
        `if not set('abc') <= set(name):\n    raise ValueError('no')\np = ROOT / name\n${read}`,
      ],
      [
        'parts of which none is in a list of others',
        `if Path(name).is_absolute() or any(part in {'.', ''} for part in Path(name).parts):\n    raise ValueError('no')\np = ROOT / name\n${read}`,
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
