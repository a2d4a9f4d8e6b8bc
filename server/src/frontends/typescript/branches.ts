import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { ConditionId, ValueId } from '../../facts.js';
import { assume, assumeEnding, testOf, type Test } from '../shared/conditions.js';
import { lowerTest } from './tested-expressions.js';
import { inWay, join, startWay, valueIn, type JumpTarget, type Way } from '../shared/environment.js';
import { lowerExpression } from './expressions.js';
import { operation, phi, unknown } from '../shared/file-draft.js';
import { inHandler } from '../shared/jumps.js';
import type { FileDraft } from './file-draft.js';
import { assignPattern } from './patterns.js';
import { inScope, lowerStatement, lowerStatements } from './statements.js';

export function lowerIf(file: FileDraft, node: ES.IfStatement): void {
  const { alternate } = node;
  const test = lowerTest(file, node.test);
  const [, holds] = inWay(file, assume(file, test, true), () => lowerBranch(file, node.consequent));
  const otherwise = assume(file, test, false);
  const fails = alternate
    ? inWay(file, otherwise, () => lowerBranch(file, alternate))[1]
    : startWay(file.frame, otherwise);
  join(file, [holds, fails], node.range);
}

function lowerBranch(file: FileDraft, branch: ES.Statement): void {
  lowerStatement(file, branch);
  assumeEnding(file, branch.range);
}

/** Cases are entered from the head and from the case above when that does not leave the switch. */
export function lowerSwitch(file: FileDraft, node: ES.SwitchStatement, labels: readonly string[]): void {
  const { frame } = file;
  const discriminant = lowerExpression(file, node.discriminant);
  const target: JumpTarget = {
    labels,
    loop: undefined,
    outerLoop: frame.loop,
    breakable: true,
    base: frame.environment,
    breaks: [],
    continues: [],
  };
  let through: Way | undefined;
  inScope(file, node, () => {
    const tests = node.cases.map((each) => (each.test ? caseTest(file, discriminant, each.test) : undefined));
    const none = tests.reduce<ConditionId>(
      (condition, test) => (test ? assume(file, test, false, condition) : condition),
      frame.condition,
    );
    frame.targets.push(target);
    let pending: Test | 'default' | undefined;
    node.cases.forEach((each, index) => {
      const test = tests[index];
      if (!test || pending === 'default') pending = 'default';
      else pending = pending ? { kind: 'or', left: pending, right: test, range: each.range } : test;
      if (each.consequent.length === 0 && index < node.cases.length - 1) return;
      const entry = pending === 'default' ? none : assume(file, pending, true);
      // `default` together with other labels says nothing, and neither does a case after it.
      const grouped = pending === 'default' && test !== undefined;
      const from = startWay(frame, grouped ? frame.condition : entry);
      pending = undefined;
      const above = through;
      through = inWay(file, entry, () => {
        join(file, [from, above], each.range);
        lowerStatements(file, each.consequent);
      })[1];
    });
    frame.targets.pop();
    const skipped = tests.includes(undefined) ? undefined : startWay(frame, none);
    join(file, [...target.breaks, through, skipped], node.range);
  });
}

function caseTest(file: FileDraft, discriminant: ValueId, node: ES.Expression): Test {
  const value = lowerExpression(file, node);
  const facts = file.values[discriminant];
  // `switch (true) { case path.startsWith(root): … }`
  if (facts?.kind === 'literal' && facts.value === true) return testOf(file, value);
  return { kind: 'value', value: operation(file, '===', [discriminant, value], node.range) };
}

/** The handler may start after any statement of the block: what the block changes may have changed or not. */
export function lowerTry(file: FileDraft, node: ES.TryStatement): void {
  const { frame } = file;
  const { handler, finalizer } = node;
  const [changes, done] = inWay(file, frame.condition, () => {
    lowerStatement(file, node.block);
    return frame.environment.changes;
  });
  if (!handler) join(file, [done], node.range);
  else {
    const [, handled] = inWay(file, frame.condition, () => {
      for (const [key, after] of changes) {
        const before = valueIn(frame.environment, key) ?? (key < 0 ? -1 - key : undefined);
        const { condition } = frame;
        const value =
          before === undefined || before === after
            ? after
            : phi(file, [before, after], [condition, condition], node.range);
        frame.environment.changes.set(key, value);
      }
      inScope(file, handler, () => {
        if (handler.param) assignPattern(file, handler.param, unknown(file, handler.param.range), handler.range);
        inHandler(file, node.block.range, () => lowerStatement(file, handler.body));
      });
    });
    const { facts } = frame;
    const continues = handled !== undefined;
    facts.handlers = [...(facts.handlers ?? []), { guarded: node.block.range, handler: handler.body.range, continues }];
    join(file, [done, handled], node.range);
  }
  if (finalizer) {
    const { dead } = frame;
    frame.dead = false;
    lowerStatement(file, finalizer);
    frame.dead ||= dead;
  }
}
