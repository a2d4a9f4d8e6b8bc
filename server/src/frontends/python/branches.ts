import type { HandlerFacts } from '../../facts.js';
import { assume, assumeEnding } from '../shared/conditions.js';
import { inWay, join, startWay, valueIn, type Way } from '../shared/environment.js';
import { phi, unknown } from '../shared/file-draft.js';
import { inHandler } from '../shared/jumps.js';
import { assignTarget } from './assignments.js';
import { textOf, type FileDraft } from './draft.js';
import { lowerExpression } from './expressions.js';
import { lowerBlock } from './statements.js';
import { lowerTest } from './tested-expressions.js';
import { operands, part, parts, type Tree } from './tree.js';

export function lowerIf(file: FileDraft, node: Tree): void {
  lowerBranches(file, node, parts(node, 'alternative'));
}

/** An `if` or `elif` with what follows it. */
function lowerBranches(file: FileDraft, node: Tree, alternatives: readonly Tree[]): void {
  const test = lowerTest(file, part(node, 'condition'));
  const [, holds] = inWay(file, assume(file, test, true), () => lowerBranch(file, part(node, 'consequence')));
  const otherwise = assume(file, test, false);
  const [next, ...others] = alternatives;
  const fails = next
    ? inWay(file, otherwise, () => {
        if (next.type === 'elif_clause') lowerBranches(file, next, others);
        else lowerBranch(file, part(next, 'body'));
      })[1]
    : startWay(file.frame, otherwise);
  join(file, [holds, fails], node.range);
}

function lowerBranch(file: FileDraft, block: Tree | undefined): void {
  lowerBlock(file, block);
  assumeEnding(file, block?.range);
}

/** A handler may start after any statement of the block: what the block changes may have changed or not. */
export function lowerTry(file: FileDraft, node: Tree): void {
  const { frame } = file;
  const clauses = (type: string): readonly Tree[] => node.children.filter((child) => child.type === type);
  const handlers = clauses('except_clause');
  const [changes, done] = inWay(file, frame.condition, () => {
    lowerBlock(file, part(node, 'body'));
    const { changes: inBlock } = frame.environment;
    const copy = new Map(inBlock);
    for (const otherwise of clauses('else_clause')) lowerBlock(file, part(otherwise, 'body'));
    return copy;
  });
  const guarded = part(node, 'body')?.range ?? node.range;
  const handled = handlers.map((handler) => {
    const lower = () => lowerHandler(file, handler, changes);
    return catchesFailures(file, handler) ? inHandler(file, guarded, lower) : lower();
  });
  const failures = handlers.flatMap((handler, index): HandlerFacts[] =>
    catchesFailures(file, handler)
      ? [{ guarded, handler: bodyOf(handler)?.range ?? handler.range, continues: handled[index] !== undefined }]
      : [],
  );
  if (failures.length > 0) frame.facts.handlers = [...(frame.facts.handlers ?? []), ...failures];
  join(file, [done, ...handled], node.range);
  for (const finalizer of clauses('finally_clause')) {
    const { dead } = frame;
    frame.dead = false;
    lowerBlock(file, operands(finalizer).at(-1));
    frame.dead ||= dead;
  }
}

function lowerHandler(file: FileDraft, handler: Tree, changes: ReadonlyMap<number, number>): Way | undefined {
  const { frame } = file;
  return inWay(file, frame.condition, () => {
    for (const [key, after] of changes) {
      const before = valueIn(frame.environment, key) ?? (key < 0 ? -1 - key : undefined);
      const { condition } = frame;
      const value =
        before === undefined || before === after
          ? after
          : phi(file, [before, after], [condition, condition], handler.range);
      frame.environment.changes.set(key, value);
    }
    for (const caught of parts(handler, 'value')) {
      const alias = caught.type === 'as_pattern' ? part(caught, 'alias') : part(handler, 'alias');
      lowerExpression(file, caught.type === 'as_pattern' ? caught.children[0] : caught);
      if (alias) assignTarget(file, alias, unknown(file, alias.range), handler.range);
    }
    lowerBlock(file, bodyOf(handler));
  })[1];
}

function bodyOf(handler: Tree): Tree | undefined {
  return handler.children.find((child) => child.type === 'block');
}

/** Errors of the code itself, which a call of something that fails does not raise. */
const OWN_ERRORS =
  /^\(?(?:(?:Key|Index|Value|Type|Attribute|Name|Lookup|Unicode\w*|Arithmetic|ZeroDivision|Assertion|Import|ModuleNotFound|Syntax)Error|KeyboardInterrupt|StopIteration)\b/;

function catchesFailures(file: FileDraft, handler: Tree): boolean {
  return parts(handler, 'value').every((caught) => !OWN_ERRORS.test(textOf(file, caught)));
}

/** What `with x as y` gives is taken for `x` itself, which it is for files, clients and connections. */
export function lowerWith(file: FileDraft, node: Tree): void {
  for (const item of node.children.find((child) => child.type === 'with_clause')?.children ?? []) {
    const entered = part(item, 'value');
    if (entered?.type !== 'as_pattern') {
      lowerExpression(file, entered);
      continue;
    }
    const value = lowerExpression(file, entered.children[0]);
    const alias = part(entered, 'alias');
    if (alias) assignTarget(file, alias, value, item.range);
  }
  lowerBlock(file, part(node, 'body'));
}
