import type { TSESTree as ES } from '@typescript-eslint/typescript-estree';
import type { ObjectEntry } from '../../facts.js';
import { lowerExpression } from './expressions.js';
import { addValue, literal, operation } from '../shared/file-draft.js';
import type { FileDraft } from './file-draft.js';
import { identifierRange } from './functions.js';
import { declaredNames } from './modules.js';
import { possibly } from './possibly.js';
import { inScope, lowerStatements } from './statements.js';
import { assignName, readName } from '../shared/variables.js';

/** An enum is an object of its members. */
export function lowerEnum(file: FileDraft, node: ES.TSEnumDeclaration): void {
  let next: number | undefined = 0;
  const entries = node.body.members.map((member): ObjectEntry => {
    const key = member.id.type === 'Identifier' ? member.id.name : member.id.value;
    const { range } = member;
    let value;
    if (member.initializer) {
      value = lowerExpression(file, member.initializer);
      const facts = file.values[value];
      next = facts?.kind === 'literal' && typeof facts.value === 'number' ? facts.value + 1 : undefined;
    } else {
      value = next === undefined ? operation(file, 'enum', [], range) : literal(file, next++, range);
    }
    return { key, value, range, keyRange: member.id.range };
  });
  assignName(file, node.id.name, addValue(file, { kind: 'object', entries, range: node.range, fn: file.frame.fn }));
}

/** A namespace is an object of what it exports. */
export function lowerNamespace(file: FileDraft, node: ES.TSModuleDeclaration): void {
  const block = possibly(node.body);
  if (node.declare || node.id.type !== 'Identifier' || !block) return;
  const { body } = block;
  const entries: ObjectEntry[] = [];
  inScope(file, node, () => {
    lowerStatements(file, body);
    for (const statement of body) {
      if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) continue;
      for (const name of declaredNames(statement.declaration)) {
        const range = identifierRange(name);
        entries.push({
          key: name.name,
          value: readName(file, name.name, range),
          range: statement.range,
          keyRange: range,
        });
      }
    }
  });
  assignName(file, node.id.name, addValue(file, { kind: 'object', entries, range: node.range, fn: file.frame.fn }));
}
