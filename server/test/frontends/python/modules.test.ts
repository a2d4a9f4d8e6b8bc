import { describe } from 'vitest';
import { testPython } from './cases.js';

describe('imports', () => {
  testPython([
    {
      title: 'modules',
      source: 'import a.b, c\nimport d.e as g\nf(a, c, g)',
      imports: ['esm a.b {* as a}', 'esm c {* as c}', 'esm d.e {* as g}'],
      calls: ['f(<a>.*, <c>.*, <d.e>.*)'],
    },
    {
      title: 'names',
      source: 'from a.b import (c, d as e,)\nf(c, e)',
      imports: ['esm a.b {c, d as e}'],
      calls: ['f(<a.b>.c, <a.b>.d)'],
    },
    {
      title: 'relative',
      source: 'from . import a\nfrom .b import c\nfrom ... d import e\nf(a, c, e)',
      imports: ['esm . {a}', 'esm .b {c}', 'esm ...d {e}'],
      calls: ['f(<.>.a, <.b>.c, <...d>.e)'],
    },
    {
      title: 'all names',
      source: 'from a import *\nx = 1\nf(b, x, len)',
      imports: ['esm a {*}'],
      exports: ['* = * of a', 'x = 1'],
      calls: ['<a>.f(<a>.b, 1, len)'],
    },
    {
      title: 'all names of several',
      source: 'from a import *\nfrom b import *\nprint(c)',
      calls: ['print(phi(<a>.c | <b>.c))'],
    },
    { title: 'in functions', source: 'def g():\n  import a\n  f(a.b)', calls: ['f(<a>.*.b)'] },
    { title: 'of the future', source: 'from __future__ import annotations\nf(1)', calls: ['f(1)'] },
  ]);
});

describe('exports', () => {
  testPython([
    {
      title: 'every name of the module',
      source:
        'from a import b\nc = 1\ndef d(): pass\nclass E: pass\nif x:\n  y = 2\nfor i in c: pass\ndef g():\n  global h\n  h = 3',
      exports: [
        'b = <a>.b',
        'c = 1',
        'd = function d',
        'E = class E',
        'y = 2',
        'i = phi(undefined | each 1)',
        'g = function g',
        'h = 3',
      ],
    },
    { title: 'of the end', source: 'a = 1\na = 2', exports: ['a = 2'] },
  ]);
});
