import type { ValueId } from '../../facts.js';
import { assume, assumeCompleted } from '../shared/conditions.js';
import { maximumDepth } from '../shared/depth.js';
import { addValue, reportDepth } from '../shared/file-draft.js';
import { breakOut, continueLoop, leave } from '../shared/jumps.js';
import { assignName } from '../shared/variables.js';
import { lowerAssignment, lowerAugmented, lowerDelete } from './assignments.js';
import { lowerIf, lowerTry, lowerWith } from './branches.js';
import { lowerCall } from './calls.js';
import { lowerDefinition } from './classes.js';
import { textOf, type FileDraft } from './draft.js';
import { lowerExpression } from './expressions.js';
import { lowerFor, lowerWhile } from './loops.js';
import { lowerMatch } from './matches.js';
import { lowerImport, lowerImportFrom } from './modules.js';
import { lowerTest } from './tested-expressions.js';
import { operands, part, type Tree } from './tree.js';

/** Statements of a block, in order. */
export function lowerBlock(file: FileDraft, block: Tree | undefined): void {
  for (const statement of block?.children ?? []) lowerStatement(file, statement);
}

export function lowerStatement(file: FileDraft, node: Tree): void {
  if (file.depth > maximumDepth) {
    reportDepth(file, node.range);
    return;
  }
  file.depth++;
  lowerNode(file, node);
  file.depth--;
}

function lowerNode(file: FileDraft, node: Tree): void {
  switch (node.type) {
    case 'expression_statement':
      for (const child of node.children) lowerEffect(file, child);
      return;
    case 'function_definition':
    case 'class_definition':
    case 'decorated_definition':
      lowerDefinition(file, node);
      return;
    case 'import_statement':
      lowerImport(file, node);
      return;
    case 'import_from_statement':
    case 'future_import_statement':
      lowerImportFrom(file, node);
      return;
    case 'return_statement': {
      const [returned] = operands(node);
      const value = returned ? lowerExpression(file, returned) : -1;
      const { facts, condition, dead } = file.frame;
      if (!dead) facts.returns.push({ value, condition });
      leave(file);
      return;
    }
    case 'raise_statement': {
      const [raised] = operands(node);
      const value = lowerExpression(file, raised);
      const cause = part(node, 'cause');
      if (cause && cause !== raised) lowerExpression(file, cause);
      const { facts, condition, dead } = file.frame;
      if (!dead) facts.throws.push({ value, condition });
      leave(file);
      return;
    }
    case 'if_statement':
      lowerIf(file, node);
      return;
    case 'for_statement':
      lowerFor(file, node);
      return;
    case 'while_statement':
      lowerWhile(file, node);
      return;
    case 'try_statement':
      lowerTry(file, node);
      return;
    case 'with_statement':
      lowerWith(file, node);
      return;
    case 'match_statement':
      lowerMatch(file, node);
      return;
    case 'break_statement':
      breakOut(file, undefined);
      return;
    case 'continue_statement':
      continueLoop(file, undefined);
      return;
    case 'assert_statement': {
      const [tested, message] = node.children;
      const test = lowerTest(file, tested);
      if (message) lowerExpression(file, message);
      file.frame.condition = assume(file, test, true);
      return;
    }
    case 'delete_statement':
      lowerDelete(file, node);
      return;
    case 'type_alias_statement': {
      const [left, right] = node.children;
      const name = left?.children[0];
      if (name?.type === 'identifier') assignName(file, textOf(file, name), lowerExpression(file, right));
      return;
    }
    case 'block':
    case 'ERROR':
      // Broken code: what was recognised is still there.
      lowerBlock(file, node);
      return;
    case 'global_statement':
    case 'nonlocal_statement':
    case 'pass_statement':
      return;
    default:
      if (!node.type.endsWith('_statement') && !node.type.endsWith('_clause')) lowerExpression(file, node);
      else for (const child of operands(node)) lowerStatement(file, child);
  }
}

/** An expression whose result nobody uses. */
function lowerEffect(file: FileDraft, node: Tree): void {
  switch (node.type) {
    case 'assignment':
      lowerAssignment(file, node);
      return;
    case 'augmented_assignment':
      lowerAugmented(file, node);
      return;
    default:
      assumeCompleted(file, effectOf(file, node));
  }
}

function effectOf(file: FileDraft, node: Tree): ValueId {
  if (node.type === 'call') return lowerCall(file, node, true);
  if (node.type !== 'await') return lowerExpression(file, node);
  const [awaited] = operands(node);
  const value = awaited ? effectOf(file, awaited) : lowerExpression(file, awaited);
  return addValue(file, { kind: 'await', value, range: node.range, fn: file.frame.fn });
}
