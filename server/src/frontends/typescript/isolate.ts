import ts from 'typescript';
import type { ProblemFacts } from '../../facts.js';
import { hasStatements, mutable, removeStatement, type StatementList } from './statement-lists.js';

export const unreadable = 'not understood';

/**
 * Takes out the innermost statements that `converts` fails on, for a tree that cannot be converted as it is: the
 * converter expects tokens that broken code lacks. `converts` says whether the source file converts as it stands.
 */
export function isolate(source: ts.SourceFile, converts: () => boolean): readonly ProblemFacts[] {
  const root = mutable(source);
  const problems: ProblemFacts[] = [];
  const convertsAlone = (statement: ts.Statement): boolean => {
    const { statements } = root;
    root.statements = ts.factory.createNodeArray([statement]);
    const result = converts();
    root.statements = statements;
    return result;
  };
  const clean = (list: StatementList): void => {
    for (const statement of list.statements) {
      if (convertsAlone(statement)) continue;
      for (const inner of listsIn(statement)) clean(inner);
      if (convertsAlone(statement)) continue;
      removeStatement(list, statement);
      problems.push({ message: unreadable, range: [statement.getStart(source), statement.end] });
    }
  };
  clean(root);
  return problems;
}

/** The outermost statement lists in a node. */
function listsIn(node: ts.Node): StatementList[] {
  const lists: StatementList[] = [];
  const visit = (child: ts.Node): void => {
    if (hasStatements(child)) lists.push(mutable(child));
    else ts.forEachChild(child, visit);
  };
  visit(node);
  return lists;
}
