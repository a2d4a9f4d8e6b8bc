import type { ConditionId, Range, ValueId } from '../../facts.js';
import { assume, type Test } from '../shared/conditions.js';
import { inWay, join, startWay, type Way } from '../shared/environment.js';
import { addValue, operation } from '../shared/file-draft.js';
import { readMember } from '../shared/places.js';
import { assignName } from '../shared/variables.js';
import { textOf, type FileDraft } from './draft.js';
import { lowerExpression } from './expressions.js';
import { readName } from './names.js';
import { lowerBlock } from './statements.js';
import { lowerTest } from './tested-expressions.js';
import { hasToken, operands, part, parts, type Tree } from './tree.js';

/** Cases are tried in order; what holds in one does not hold in those after it. */
export function lowerMatch(file: FileDraft, node: Tree): void {
  const { frame } = file;
  const subject = subjectOf(file, node);
  const ways: (Way | undefined)[] = [];
  let open: ConditionId | undefined = frame.condition;
  for (const clause of part(node, 'body')?.children ?? []) {
    if (clause.type !== 'case_clause' || open === undefined) continue;
    let otherwise: ConditionId | undefined;
    let entry = open;
    const [, way] = inWay(file, open, () => {
      const before = frame.condition;
      const test = both(patternsTest(file, clause, subject), guardTest(file, clause), clause.range);
      otherwise = test && assume(file, test, false, before);
      if (test) frame.condition = assume(file, test, true);
      entry = frame.condition;
      lowerBlock(file, part(clause, 'consequence'));
    });
    ways.push(way && { ...way, start: entry });
    open = otherwise;
  }
  join(file, [...ways, open === undefined ? undefined : startWay(frame, open)], node.range);
}

function subjectOf(file: FileDraft, node: Tree): ValueId {
  const subjects = parts(node, 'subject');
  const [only, ...others] = subjects.map((subject) => ({
    value: lowerExpression(file, subject),
    range: subject.range,
  }));
  if (only && others.length === 0) return only.value;
  const items = only ? [only, ...others] : [];
  return addValue(file, { kind: 'array', items, range: node.range, fn: file.frame.fn });
}

function guardTest(file: FileDraft, clause: Tree): Test | undefined {
  const guard = part(clause, 'guard');
  return guard && lowerTest(file, guard.children[0]);
}

function both(left: Test | undefined, right: Test | undefined, range: Range): Test | undefined {
  return left && right ? { kind: 'and', left, right, range } : (left ?? right);
}

function patternsTest(file: FileDraft, clause: Tree, subject: ValueId): Test | undefined {
  const patterns = clause.children.filter((child) => child.type === 'case_pattern');
  const [only, ...others] = patterns;
  if (only && others.length === 0) return patternTest(file, only, subject);
  return itemsTest(file, patterns, subject, clause.range);
}

/** What the pattern says of the subject; names in it get its parts. Undefined if anything matches. */
function patternTest(file: FileDraft, node: Tree, subject: ValueId): Test | undefined {
  const { range } = node;
  switch (node.type) {
    case 'case_pattern': {
      const [inner, ...others] = operands(node);
      if (hasToken(node, '-')) return equals(file, node, subject);
      return inner && others.length === 0 ? patternTest(file, inner, subject) : undefined;
    }
    case 'dotted_name': {
      const [head, ...members] = node.children;
      if (!head) return undefined;
      if (members.length === 0) {
        assignName(file, textOf(file, head), subject);
        return undefined;
      }
      return { kind: 'value', value: operation(file, '==', [subject, dotted(file, node)], range) };
    }
    case 'as_pattern': {
      const [inner, name] = operands(node);
      const test = inner && patternTest(file, inner, subject);
      if (name) assignName(file, textOf(file, name), subject);
      return test;
    }
    case 'union_pattern':
      return unionTest(file, node, subject);
    case 'class_pattern':
      return classTest(file, node, subject);
    case 'list_pattern':
    case 'tuple_pattern':
      return itemsTest(file, operands(node), subject, range);
    case 'dict_pattern': {
      const keys = parts(node, 'key');
      const values = parts(node, 'value');
      const test = matched(file, subject, range);
      for (const rest of operands(node)) if (rest.type === 'splat_pattern') patternTest(file, rest, subject);
      return keys.reduce<Test>((found, keyNode, index) => {
        const key = file.values[lowerExpression(file, keyNode)];
        const value = values[index];
        const name = key?.kind === 'literal' ? String(key.value) : '';
        const inner = value && patternTest(file, value, readMember(file, subject, name, keyNode.range));
        return both(found, inner, range) ?? found;
      }, test);
    }
    case 'splat_pattern':
      for (const name of operands(node)) assignName(file, textOf(file, name), subject);
      return undefined;
    default:
      return node.children.length === 0 && node.type === '_' ? undefined : equals(file, node, subject);
  }
}

function equals(file: FileDraft, node: Tree, subject: ValueId): Test {
  const negative = hasToken(node, '-');
  const expression = node.type === 'case_pattern' ? operands(node)[0] : node;
  const facts = file.values[lowerExpression(file, expression)];
  const value = facts?.kind === 'literal' ? facts.value : undefined;
  const literal = addValue(file, {
    kind: 'literal',
    value: negative && typeof value === 'number' ? -value : value,
    range: node.range,
    fn: file.frame.fn,
  });
  return { kind: 'value', value: operation(file, '==', [subject, literal], node.range) };
}

/** A test of which nothing is known but that it is about the subject. */
function matched(file: FileDraft, subject: ValueId, range: Range, ...others: readonly ValueId[]): Test {
  return { kind: 'value', value: operation(file, 'match', [subject, ...others], range) };
}

function unionTest(file: FileDraft, node: Tree, subject: ValueId): Test | undefined {
  const { range } = node;
  let test: Test | undefined;
  let negative = false;
  for (const child of node.children) {
    if (child.type === '|') continue;
    if (child.type === '-') {
      negative = true;
      continue;
    }
    const right = negative ? matched(file, subject, child.range) : patternTest(file, child, subject);
    negative = false;
    if (!right) return undefined;
    test = test ? { kind: 'or', left: test, right, range } : right;
  }
  return test;
}

function classTest(file: FileDraft, node: Tree, subject: ValueId): Test {
  const [name, ...patterns] = operands(node);
  let test = matched(file, subject, node.range, name ? dotted(file, name) : subject);
  patterns.forEach((each, index) => {
    const pattern = each.type === 'case_pattern' ? (operands(each)[0] ?? each) : each;
    const [key, value] = pattern.type === 'keyword_pattern' ? operands(pattern) : [];
    const member = readMember(file, subject, key ? textOf(file, key) : String(index), pattern.range);
    // `str(text)` captures the subject itself.
    const inner = pattern.type === 'keyword_pattern' ? value : pattern;
    const found = inner && patternTest(file, inner, pattern.type === 'keyword_pattern' ? member : subject);
    test = both(test, found, node.range) ?? test;
  });
  return test;
}

function itemsTest(file: FileDraft, items: readonly Tree[], subject: ValueId, range: Range): Test {
  let test = matched(file, subject, range);
  let starred = false;
  items.forEach((item, index) => {
    const inner = item.type === 'case_pattern' ? (operands(item)[0] ?? item) : item;
    starred ||= inner.type === 'splat_pattern';
    const element = starred
      ? addValue(file, { kind: 'iteration', of: subject, range: item.range, fn: file.frame.fn })
      : readMember(file, subject, String(index), item.range);
    const found = patternTest(file, item, inner.type === 'splat_pattern' ? subject : element);
    test = both(test, found, range) ?? test;
  });
  return test;
}

function dotted(file: FileDraft, node: Tree): ValueId {
  const [head, ...members] = node.children;
  if (!head) return lowerExpression(file, undefined);
  return members.reduce(
    (object, member) => readMember(file, object, textOf(file, member), node.range),
    readName(file, textOf(file, head), head.range),
  );
}
