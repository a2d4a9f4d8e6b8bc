import { describe, expect, it } from 'vitest';
import { createPythonScan, pythonImports } from '../../src/workspace/python-imports.js';

describe('imports of a Python file by its text', () => {
  it.each([
    ['import a.b, c as d  # x', ['a.b', 'c']],
    ['from a.b import (c,\n  d as e,\n)', ['a.b', 'a.b.c', 'a.b.d']],
    ['from . import a\nfrom ..b import c', ['.', '.a', '..b', '..b.c']],
    ['  from a import *', ['a']],
    ['x = "import a"', []],
    ['import uvicorn\nuvicorn.run("a.b:app")', ['uvicorn', 'a.b']],
    ['x = "a.b:app"', []],
  ])('%j', (text, modules) => {
    expect(pythonImports(text)).toEqual(modules);
  });

  it('finds importers', () => {
    const texts: Readonly<Record<string, string>> = {
      'app/__init__.py': 'from .tools import run',
      'app/tools.py': '',
      'app/server.py': 'from . import tools',
      'main.py': 'from app import tools\nimport app.server',
      'src/lib/x.py': '',
      'tests/test_x.py': 'from lib.x import y',
      'other/tools.py': '',
    };
    const importersOf = createPythonScan(Object.keys(texts), (path) => pythonImports(texts[path] ?? ''));
    expect(importersOf('app/tools.py')).toEqual(['app/__init__.py', 'app/server.py', 'main.py']);
    expect(importersOf('app/__init__.py')).toEqual(['app/server.py', 'main.py']);
    expect(importersOf('src/lib/x.py')).toEqual(['tests/test_x.py']);
    expect(importersOf('other/tools.py')).toEqual([]);
  });
});
