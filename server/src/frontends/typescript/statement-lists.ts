import ts from 'typescript';

/** A node that holds statements, open to changes. */
export interface StatementList {
  statements: ts.NodeArray<ts.Statement>;
}

export function hasStatements(
  node: ts.Node,
): node is ts.Block | ts.SourceFile | ts.ModuleBlock | ts.CaseOrDefaultClause {
  return ts.isBlock(node) || ts.isSourceFile(node) || ts.isModuleBlock(node) || ts.isCaseOrDefaultClause(node);
}

export function removeStatement(list: StatementList, statement: ts.Statement): void {
  const kept = list.statements.filter((each) => each !== statement);
  list.statements = ts.setTextRange(ts.factory.createNodeArray(kept), list.statements);
}

/** Nodes are read-only by type; the tree of a parse belongs to nobody else. */
export function mutable<T>(node: T): { -readonly [K in keyof T]: T[K] } {
  return node;
}
