import { describe, expect, it } from 'vitest';
import { createPythonModules } from '../../src/program/resolve-python-module.js';

function resolver(
  files: readonly string[],
  projects: readonly string[] = [],
  texts: Readonly<Record<string, string>> = {},
) {
  return createPythonModules({
    exists: (path) => files.some((file) => file === path || file.startsWith(`${path}/`)),
    read: (path) => texts[path],
    mayExport: (path, name) => (texts[path] ?? name).includes(name),
    pythonProjects: () => projects,
  });
}

interface Case {
  readonly title: string;
  readonly files: readonly string[];
  readonly projects?: readonly string[];
  readonly texts?: Readonly<Record<string, string>>;
  readonly from: string;
  readonly module: string;
  readonly name?: string;
  readonly is: string;
}

const cases: readonly Case[] = [
  { title: 'a module beside', files: ['a.py', 'b.py'], from: 'a.py', module: 'b', is: 'b.py' },
  { title: 'a package', files: ['a.py', 'b/__init__.py'], from: 'a.py', module: 'b', is: 'b/__init__.py' },
  {
    title: 'a module in a package',
    files: ['a.py', 'b/__init__.py', 'b/c.py'],
    from: 'a.py',
    module: 'b.c',
    is: 'b/c.py',
  },
  {
    title: 'from inside of a package',
    files: ['app/__init__.py', 'app/x/__init__.py', 'app/x/a.py', 'app/y.py'],
    from: 'app/x/a.py',
    module: 'app.y',
    is: 'app/y.py',
  },
  {
    title: 'not the neighbour in a package',
    files: ['app/__init__.py', 'app/a.py', 'app/openai.py'],
    from: 'app/a.py',
    module: 'openai',
    is: 'python:openai',
  },
  { title: 'not the file itself', files: ['mcp.py'], from: 'mcp.py', module: 'mcp', is: 'python:mcp' },
  {
    title: 'not a script that wraps a package of its name',
    files: ['a.py', 'openai.py'],
    texts: { 'openai.py': 'import openai\n' },
    from: 'a.py',
    module: 'openai',
    is: 'python:openai',
  },
  {
    title: 'not a script without the name',
    files: ['a.py', 'openai.py'],
    texts: { 'openai.py': 'x = 1\n' },
    from: 'a.py',
    module: 'openai',
    name: 'OpenAI',
    is: 'python:openai',
  },
  {
    title: 'src layout',
    files: ['src/app/__init__.py', 'src/app/a.py', 'tests/test_a.py'],
    from: 'tests/test_a.py',
    module: 'app.a',
    is: 'src/app/a.py',
  },
  {
    title: 'another project of the workspace',
    files: ['libs/core/src/core/x.py', 'apps/web/main.py'],
    projects: ['libs/core', 'apps/web'],
    from: 'apps/web/main.py',
    module: 'core.x',
    is: 'libs/core/src/core/x.py',
  },
  {
    title: 'relative',
    files: ['app/x/a.py', 'app/x/b.py', 'app/c.py'],
    from: 'app/x/a.py',
    module: '.b',
    is: 'app/x/b.py',
  },
  {
    title: 'relative, further up',
    files: ['app/x/a.py', 'app/c.py'],
    from: 'app/x/a.py',
    module: '..c',
    is: 'app/c.py',
  },
  {
    title: 'the package itself',
    files: ['app/__init__.py', 'app/a.py'],
    from: 'app/a.py',
    module: '.',
    name: 'x',
    is: 'app/__init__.py',
  },
  {
    title: 'a module of a folder without __init__',
    files: ['app/a.py', 'app/b.py'],
    from: 'app/a.py',
    module: '.',
    name: 'b',
    is: 'app/__init__.py',
  },
  {
    title: 'a namespace package',
    files: ['main.py', 'app/tools/b.py'],
    from: 'main.py',
    module: 'app.tools',
    name: 'b',
    is: 'app/tools/__init__.py',
  },
  {
    title: 'a folder of examples is no package',
    files: ['main.py', 'openai/example.py'],
    from: 'main.py',
    module: 'openai',
    name: 'OpenAI',
    is: 'python:openai',
  },
  { title: 'a notebook', files: ['a.ipynb', 'b.py'], from: 'a.ipynb', module: 'b', is: 'b.py' },
  { title: 'out of the workspace', files: ['a.py'], from: 'a.py', module: '...b', is: 'python:b' },
  { title: 'a package', files: ['a.py'], from: 'a.py', module: 'google.genai', is: 'python:google.genai' },
];

describe('Python modules', () => {
  it.each(cases)('$title: $module', ({ files, projects, texts, from, module, name, is }) => {
    const found = resolver(files, projects, texts).resolve(from, module, name);
    expect(found.kind === 'file' ? found.path : found.module).toBe(is);
  });

  it('finds modules inside of packages', () => {
    const { submodule } = resolver(['app/__init__.py', 'app/b.py', 'app/c/__init__.py']);
    expect([submodule('app/__init__.py', 'b'), submodule('app/__init__.py', 'c'), submodule('app/b.py', 'c')]).toEqual([
      'app/b.py',
      'app/c/__init__.py',
      undefined,
    ]);
  });
});
