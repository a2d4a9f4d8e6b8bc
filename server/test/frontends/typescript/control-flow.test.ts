import { describe } from 'vitest';
import { testCases } from './cases.js';

describe('conditions', () => {
  testCases([
    { title: 'if and else', source: 'if (a) f(1); else f(2); f(3)', calls: ['f(1) if a', 'f(2) if not a', 'f(3)'] },
    { title: 'tests are taken apart', source: 'if (a && !(b || c)) f(1)', calls: ['f(1) if a & not b & not c'] },
    {
      title: 'what cannot be taken apart is one test',
      source: 'if (a && !b) return0(); else f(1); if (a || b) f(2)',
      calls: ['return0() if a & not b', 'f(1) if not and(a, not(b))', 'f(2) if or(a, b)'],
    },
    { title: 'early return', source: 'function g() { if (!a || b) return; f(1) }', calls: ['f(1) if a & not b'] },
    {
      title: 'early throw and continue',
      source: 'for (const x of xs) { if (!x.a) continue; if (x.b) throw x; f(x) }',
      calls: ['f(each xs) if each xs.a & not each xs.b in loop 0'],
    },
    {
      title: 'early exit of the process',
      source: 'if (!a) process.exit(1); f(1)',
      calls: ['process.exit(1) if not a', 'f(1) if a'],
    },
    {
      title: 'early exit by a function that never returns',
      source: 'function fail() { throw new Error() } if (!a) fail(); f(1)',
      calls: ['function fail() if not a', 'f(1) if a', '= new Error()'],
    },
    {
      title: 'never as a return type',
      source: 'if (!a) fail(); f(1); function fail(): never { return g() }',
      path: 'a.ts',
      calls: ['function fail() if not a', 'f(1) if a', '= g()'],
    },
    {
      title: 'return in else',
      source: 'function g() { if (a) { b(x) } else return; f(1) }',
      calls: ['b(x) if a', 'f(1) if a & done b(x)'],
    },
    {
      title: 'a test kept in a variable',
      source: 'const ok = a && !b; if (!ok) throw 1; f(1)',
      calls: ['f(1) if a & not b'],
    },
    {
      title: 'a negated test kept in a variable',
      source: 'const bad = !a; if (bad) throw 1; f(1)',
      calls: ['f(1) if a'],
    },
    {
      title: 'inside expressions',
      source: 'a && f(1); a || f(2); a ? f(3) : f(4); g(a ?? f(5))',
      calls: ['f(1) if a', 'f(2) if not a', '= f(3) if a', '= f(4) if not a', '= f(5)', 'g(phi(a | f(5)))'],
    },
    { title: 'chains of operators', source: 'x(a && b && f(1))', calls: ['= f(1) if a & b', 'x(phi(a | b | f(1)))'] },
    { title: 'inside a test', source: 'if (a && f(1)) g()', calls: ['= f(1) if a', 'g() if a & f(1)'] },
    { title: 'optional chaining', source: 'a?.b(c); f()', calls: ['a.b(c) if a', 'f() if done a.b(c)'] },
    {
      title: 'completed calls',
      source: 'check(a); await verify(b); const c = parse(d); f(1)',
      calls: [
        'check(a)',
        'verify(b) if done check(a)',
        '= parse(d) if done check(a) & done verify(b)',
        'f(1) if done check(a) & done verify(b) & done parse(d)',
      ],
    },
    {
      title: 'calls that say nothing',
      source: `log('a'); on(() => 1); say({ a }); f(1)`,
      calls: ['log("a")', 'on(function anonymous)', 'say({a: a})', 'f(1)'],
    },
    {
      title: 'the text that was checked is used',
      source: 'const q = `a${b}`; check(q); f(q)',
      calls: ['check(`a${b}`)', 'f(`a${b}`) if done check(`a${b}`)'],
    },
    {
      title: 'closures continue the conditions around them',
      source: 'if (a) { g(() => f(1)) }',
      calls: ['g(function anonymous) if a', '= f(1) if a'],
    },
  ]);
});

describe('meeting ways', () => {
  testCases([
    { title: 'phi', source: 'let x = 1; if (a) x = 2; f(x)', calls: ['f(phi(2 | 1))'] },
    { title: 'phi of both branches', source: 'let x; if (a) x = 1; else x = 2; f(x)', calls: ['f(phi(1 | 2))'] },
    { title: 'the same on both ways', source: 'let x = 1; if (a) f(0); f(x)', calls: ['f(0) if a', 'f(1)'] },
    {
      title: 'a way that exits does not meet',
      source: 'function g() { let x = 1; if (a) { x = 2; return x } f(x) }',
      calls: ['f(1) if not a'],
      returns: ['g: 2 if a', 'g: nothing if not a'],
    },
    { title: 'ternary', source: 'f(a ? b : c)', calls: ['f(phi(b | c))'] },
    { title: 'assignment inside an expression', source: 'let x = 1; a && (x = 2); f(x)', calls: ['f(phi(1 | 2))'] },
    { title: 'default of a parameter', source: 'function g(a = 1) { f(a) }', calls: ['f(phi(@a | 1))'] },
    {
      title: 'dead code after both branches exit',
      source: 'function g() { if (a) return 1; else throw 2; f(3) }',
      returns: ['g: 1 if a'],
    },
  ]);
});

describe('switch', () => {
  testCases([
    {
      title: 'cases',
      source: `switch (a) { case 'b': f(1); break; case 'c': case 'd': f(2); break; default: f(3) }`,
      calls: [
        'f(1) if ===(a, "b")',
        'f(2) if or(===(a, "c"), ===(a, "d"))',
        'f(3) if not ===(a, "b") & not ===(a, "c") & not ===(a, "d")',
      ],
    },
    {
      title: 'falling through',
      source: `let x = 0; switch (a) { case 1: x = 1; case 2: f(x) } f(x)`,
      calls: ['f(phi(0 | 1))', 'f(phi(phi(0 | 1) | 0)) if (done f(phi(0 | 1)) | not ===(a, 1) & not ===(a, 2))'],
    },
    {
      title: 'switch over true',
      source: 'switch (true) { case a.b(): f(1); break; case !c: f(2) }',
      calls: ['= a.b()', 'f(1) if a.b()', 'f(2) if not c'],
    },
    {
      title: 'only one case goes on',
      source: `switch (a) { case 1: break; default: throw 0 } f(1)`,
      calls: ['f(1) if ===(a, 1)'],
    },
    {
      title: 'values of cases meet',
      source: `let x; switch (a) { case 1: x = b; break; case 2: x = c; break; default: x = d } f(x)`,
      calls: ['f(phi(b | c | d)) if (===(a, 1) | ===(a, 2) | not ===(a, 1) & not ===(a, 2))'],
    },
  ]);
});

describe('loops', () => {
  testCases([
    {
      title: 'while',
      source: 'let n = 0; while (n < 3) { f(n); n++ } g(n)',
      calls: ['f(phi(0 | ++(↺))) if <(phi(0 | ++(↺)), 3) in loop 0', 'g(phi(0 | ++(↺))) if not <(phi(0 | ++(↺)), 3)'],
      loops: ['while test <(phi(0 | ++(↺)), 3) exits[]'],
    },
    {
      title: 'for',
      source: 'for (let i = 0; i < 3; i++) f(i)',
      calls: ['f(phi(0 | ++(↺))) if <(phi(0 | ++(↺)), 3) in loop 0'],
      loops: ['for test <(phi(0 | ++(↺)), 3) exits[]'],
    },
    {
      title: 'endless loop left by break',
      source: 'while (true) { const r = g(); if (r.done) break; f(r) } f(1)',
      calls: ['= g() in loop 0', 'f(g()) if not g().done in loop 0', 'f(1) if g().done'],
      loops: ['while test true exits[if g().done]'],
    },
    {
      title: 'endless loop left by return',
      source: 'async function h() { for (;;) { if (await g()) return 1 } }',
      loops: ['for exits[if await g()]'],
      returns: ['h: 1 if await g()'],
    },
    {
      title: 'do',
      source: 'do { f(1) } while (a); f(2)',
      calls: ['f(1) in loop 0', 'f(2) if not a'],
      loops: ['do test a exits[]'],
    },
    {
      title: 'of and in',
      source: 'for (const [k, v] of xs) f(k, v); for (const p in o) f(p); for await (x of ys) f(x)',
      calls: [
        'f(each xs.0, each xs.1) in loop 0',
        'f(unknown(o)) if each(done f(each xs.0, each xs.1)) in loop 1',
        'f(x) if each(done f(each xs.0, each xs.1)) in loop 2',
      ],
      loops: ['of of xs exits[]', 'in of o exits[]', 'of of ys exits[]'],
    },
    {
      title: 'a variable that the loop assigns',
      source: 'let s = a; for (const x of xs) s = s + x; f(s)',
      calls: ['f(phi(a | +`${↺}${each xs}`))'],
    },
    {
      title: 'a variable that the loop leaves alone',
      source: 'let s = a; for (const x of xs) { f(s) }',
      calls: ['f(a) in loop 0'],
    },
    {
      title: 'nested loops and labels',
      source: 'outer: for (;;) { for (;;) { if (a) break outer; if (b) continue outer } }',
      loops: ['for exits[if a]', 'for exits[if a; if not a & b]'],
    },
    {
      title: 'labelled block',
      source: 'x: { if (a) break x; f(1) } f(2)',
      calls: ['f(1) if not a', 'f(2) if (not a | a)'],
    },
    {
      title: 'test that assigns',
      source: 'let m; while ((m = g())) f(m)',
      calls: ['= g() in loop 0', 'f(g()) if g() in loop 0'],
    },
    {
      title: 'closure in a loop',
      source: 'for (const x of xs) ys.push(() => f(x))',
      calls: ['ys.push(function anonymous) in loop 0', '= f(each xs)'],
    },
  ]);
});

describe('try', () => {
  testCases([
    {
      title: 'what the block changes may have changed',
      source: 'let x = 1; try { x = 2 } catch { f(x) } g(x)',
      calls: ['f(phi(1 | 2))', 'g(phi(2 | phi(1 | 2)))'],
    },
    {
      title: 'a handler that exits',
      source: 'function h() { let x; try { x = g(a) } catch (e) { return } f(x) }',
      calls: ['= g(a)', 'f(g(a)) if done g(a)'],
    },
    {
      title: 'completed calls survive when the handler exits',
      source: 'try { check(a) } catch (e) { throw e } f(a)',
      calls: ['check(a)', 'f(a) if done check(a)'],
    },
    {
      title: 'completed calls do not survive when it goes on',
      source: 'try { check(a) } catch (e) { log(e) } f(a)',
      calls: ['check(a)', 'log(unknown())', 'f(a) if (done check(a) | done log(unknown()))'],
    },
    {
      title: 'finally',
      source: 'function h() { try { return g() } finally { f(1) } }',
      calls: ['= g()', 'f(1)'],
      returns: ['h: g()'],
    },
  ]);
});
