import type { Finding, RuleMeta } from '@leashlint/rules';
import { describe, expect, test } from 'vitest';
import { oneRootCause } from '../../src/engine/one-root-cause.js';
import { finding } from './parts.js';

const families: Readonly<Record<string, RuleMeta['family']>> = {
  'exec-tool-shell': 'exec',
  'exec-unsandboxed-code-tool': 'exec',
  'approval-missing-high-impact': 'approval',
  'tool-path-traversal': 'tool',
  'tool-ssrf': 'tool',
  'secret-hardcoded': 'secret',
};

const merge = (...findings: readonly Finding[]): readonly Finding[] => oneRootCause(findings, (rule) => families[rule]);
const span = (start: number, end = start + 1, file = 'a.ts'): Finding['primary'] => ({ file, start, end });
const rules = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule).sort();

describe('findings of different rules at one node', () => {
  test('the family that says most stays and names the others', () => {
    const fix = { title: 'Add a schema', kind: 'suggest', edits: [] } as const;
    const found = merge(
      finding({ rule: 'tool-ssrf', message: 'any address', fixes: [fix] }),
      finding({ rule: 'exec-tool-shell', severity: 'warning', related: [{ span: span(9), message: 'from here' }] }),
      finding({ rule: 'approval-missing-high-impact', severity: 'info', message: 'nobody is asked' }),
    );
    expect(rules(found)).toEqual(['exec-tool-shell']);
    expect(found[0]).toMatchObject({
      severity: 'error',
      related: [
        { span: span(9), message: 'from here' },
        { span: span(0), message: 'any address (tool-ssrf)' },
        { span: span(0), message: 'nobody is asked (approval-missing-high-impact)' },
      ],
      fixes: [fix],
    });
  });

  test.each<[string, Finding]>([
    ['another node', finding({ rule: 'tool-ssrf', primary: span(0, 5) })],
    ['another file', finding({ rule: 'tool-ssrf', primary: span(0, 1, 'b.ts') })],
    ['a key, which has to go whatever else is wrong', finding({ rule: 'secret-hardcoded' })],
    ['another rule of the same family', finding({ rule: 'exec-unsandboxed-code-tool' })],
    ['a second finding of the same rule', finding({ message: 'another value reaches a shell' })],
  ])('%s keeps its finding', (_, other) => {
    expect(merge(finding(), other)).toHaveLength(2);
  });
});

describe('uses of what comes in at one place', () => {
  const use = (at: number, rank: number, more: Partial<Finding> = {}): Finding =>
    finding({
      rule: 'tool-path-traversal',
      primary: span(at),
      trace: [{ span: span(at), message: `reaches \`use${at}\`` }],
      origins: { key: 'path a.ts:1 argument `path`', rank },
      ...more,
    });

  test('are one finding in a file, at the worst of them', () => {
    const [read, removed, written] = [use(10, 2), use(20, 0), use(30, 1)];
    const found = merge(read, removed, written);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      primary: span(20),
      trace: removed.trace,
      otherTraces: [written.trace, read.trace],
      related: [
        { span: span(30), message: 'reaches `use30`' },
        { span: span(10), message: 'reaches `use10`' },
      ],
    });
  });

  test.each<[string, Partial<Finding>]>([
    ['another source', { origins: { key: 'path a.ts:1 argument `other`', rank: 0 } }],
    ['another file', { primary: span(0, 1, 'b.ts') }],
    ['another rule', { rule: 'tool-ssrf' }],
  ])('%s keeps its finding', (_, more) => {
    expect(merge(use(10, 0), use(20, 0, more))).toHaveLength(2);
  });

  test('are one finding in all files where one helper makes paths of it', () => {
    const here = use(10, 1, { origins: { key: 'path a.ts:1', rank: 1, joined: 'path folders.ts:5' } });
    const there = use(20, 0, {
      primary: span(20, 21, 'b.ts'),
      origins: { key: 'path b.ts:1', rank: 0, joined: 'path folders.ts:5' },
    });
    const apart = use(30, 0, {
      primary: span(30, 31, 'b.ts'),
      origins: { key: 'path b.ts:9', rank: 0, joined: 'path folders.ts:9' },
    });
    expect(merge(here, there, apart)).toMatchObject([
      { primary: there.primary, related: [{ span: here.primary }] },
      { primary: apart.primary, related: [] },
    ]);
  });

  test.each<[string, readonly (readonly [at: number, text: string])[], readonly string[]]>([
    [
      'are repaired together',
      [
        [0, 'import'],
        [20, 'confined'],
      ],
      ['0 import', '10 confined', '20 confined'],
    ],
    [
      'are not repaired where repairs meet',
      [
        [0, 'import'],
        [10, 'other'],
      ],
      [],
    ],
    ['are not repaired one by one', [], []],
  ])('%s', (_, edits, expected) => {
    const repair = (made: typeof edits): Pick<Finding, 'fixes'> => ({
      fixes:
        made.length === 0
          ? []
          : [{ title: 'Confine it', kind: 'suggest', edits: made.map(([at, text]) => ({ span: span(at), text })) }],
    });
    const [found] = merge(
      use(
        10,
        0,
        repair([
          [0, 'import'],
          [10, 'confined'],
        ]),
      ),
      use(20, 0, repair(edits)),
    );
    const repaired = (found?.fixes ?? []).flatMap((fix) => fix.edits.map((edit) => `${edit.span.start} ${edit.text}`));
    expect(repaired.sort()).toEqual(expected);
  });

  test('rely on a check only where all of them do', () => {
    const check = { span: span(100), reason: 'the case is not looked at' };
    const [found] = merge(use(10, 0, { causes: [check] }), use(20, 0, { causes: [] }));
    expect(found?.causes).toEqual([]);
  });
});

describe('uses that rely on one check that does not count', () => {
  const check = { span: span(100, 120, 'validate.ts'), reason: '`includes` accepts any text around the word' };
  const other = { span: span(200, 220, 'validate.ts'), reason: 'the case is not looked at' };
  const use = (at: number, steps: number, more: Partial<Finding> = {}): Finding =>
    finding({
      rule: 'tool-path-traversal',
      primary: span(at),
      trace: [
        ...Array.from({ length: steps }, (_, step) => ({ span: span(step), message: 'goes on' })),
        { span: span(at), message: `reaches \`use${at}\`` },
      ],
      causes: [check],
      ...more,
    });

  test('are one finding at the check, with the shortest way there and the others behind it', () => {
    const [long, short, middle] = [use(10, 5, { severity: 'warning' }), use(20, 1), use(30, 3)];
    const found = merge(long, short, middle);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      rule: 'tool-path-traversal',
      severity: 'error',
      message: '3 uses rely on this check, which does not count: `includes` accepts any text around the word',
      primary: check.span,
      trace: short.trace,
      otherTraces: [long.trace, middle.trace],
      related: [
        { span: span(10), message: 'reaches `use10`' },
        { span: span(20), message: 'reaches `use20`' },
        { span: span(30), message: 'reaches `use30`' },
      ],
    });
  });

  test('offer no repair of one of them: it would leave the check and the others', () => {
    const fix = { title: 'Confine the path', kind: 'suggest', edits: [] } as const;
    const found = merge(use(10, 1, { fixes: [fix] }), use(20, 1, { fixes: [fix] }));
    expect(found.map(({ fixes }) => fixes)).toEqual([[]]);
  });

  test('count for the check that most of them share', () => {
    const found = merge(
      use(10, 1, { causes: [other, check] }),
      use(20, 1, { causes: [other] }),
      use(30, 1),
      use(40, 1),
      use(50, 1, { causes: [] }),
    );
    expect(found.map(({ primary }) => primary)).toEqual([span(20), span(50), check.span]);
    expect(found[2]?.related[0]).toEqual({
      span: other.span,
      message: 'does not count either: the case is not looked at',
    });
  });

  test.each<[string, Finding]>([
    ['another rule', use(20, 1, { rule: 'tool-ssrf' })],
    ['no check', use(20, 1, { causes: [] })],
    ['another check', use(20, 1, { causes: [other] })],
  ])('a use with %s stays where it is', (_, apart) => {
    const first = use(10, 1);
    expect(merge(first, apart)).toEqual([first, apart]);
  });
});
