import path from 'node:path';
import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';

const root = path.dirname(fileURLToPath(import.meta.url));

const unusedVariables = ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }];

export default tseslint.config(
  { ignores: ['**/dist/**', 'samples/**', 'e2e/**', 'bench/.work/**', '**/node_modules/**', '**/*.mjs', '**/*.cjs'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['{rules,server,client}/src/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      // Numbers read well in messages.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreVoidOperator: true, ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-unused-vars': unusedVariables,
      // A special value beside its type says that it is one.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
    },
  },
  {
    // Node types of an ESTree are strings by its specification; the compiler rejects misspelt ones, and literals are faster.
    files: ['server/src/frontends/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-enum-comparison': 'off' },
  },
  {
    files: ['{rules,server,client}/test/**/*.ts', 'vitest.config.ts'],
    extends: [tseslint.configs.strict],
    rules: { '@typescript-eslint/no-unused-vars': unusedVariables },
  },
);
