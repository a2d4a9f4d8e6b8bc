import { describe, expect, it } from 'vitest';
import { contextsIn, expressionsIn, parseExpression } from '../../../src/model/ci/expression.js';

const context = (name: string): object => ({ kind: 'context', name });
const literal = (value: string): object => ({ kind: 'literal', value });

describe('parseExpression', () => {
  it.each([
    ['github.event.issue.body', context('github.event.issue.body')],
    ["github.event['issue'].labels[0].Name", context('github.event.issue.labels.0.name')],
    [
      "${{ github.actor == 'octo''cat' }}",
      { kind: 'compare', operator: '==', left: context('github.actor'), right: literal("octo'cat") },
    ],
    ['!cancelled()', { kind: 'not', item: { kind: 'call', name: 'cancelled', arguments: [] } }],
    ["a && (b || 'x')", { kind: 'and', items: [context('a'), { kind: 'or', items: [context('b'), literal('x')] }] }],
    [
      "contains(fromJSON('[1]'), -1.5)",
      {
        kind: 'call',
        name: 'contains',
        arguments: [{ kind: 'call', name: 'fromjson', arguments: [literal('[1]')] }, literal('-1.5')],
      },
    ],
    ['TRUE', literal('true')],
    ['', { kind: 'unknown' }],
    ['a b', { kind: 'unknown' }],
    ["'open", { kind: 'unknown' }],
    ['a == ', { kind: 'compare', operator: '==', left: context('a'), right: { kind: 'unknown' } }],
  ])('%s', (text, expected) => {
    expect(parseExpression(text)).toEqual(expected);
  });

  it('ends on texts that nest without end', () => {
    expect(parseExpression('('.repeat(2_000)).kind).toBe('unknown');
  });
});

describe('expressionsIn', () => {
  it('says where each stands', () => {
    const text = 'echo "${{ a.b }}" ${{\n c }}';
    const found = expressionsIn(text).map(({ end, expression, start }) => [
      text.slice(start, end),
      contextsIn(expression),
    ]);
    expect(found).toEqual([
      ['${{ a.b }}', ['a.b']],
      ['${{\n c }}', ['c']],
    ]);
  });
});
