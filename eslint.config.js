import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The strict rules of typescript-eslint and a few of our own; how code is laid out is Prettier's business. */
export default defineConfig(
  globalIgnores(['dist/', 'data/', 'node_modules/']),
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use an `as const` list and a type made from it.' },
      ],
      // There are no enums (below): two rules about them would ask of every value what its type is.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // Services are made by factories and know no `this`: their functions may be handed on.
      '@typescript-eslint/unbound-method': 'off',
      // Short functions return what they call; `void` says that nothing is made of it.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Types promise of sessions, forms and browsers what is not always there.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Letters one by one are what is wanted where a text is spread.
      '@typescript-eslint/no-misused-spread': 'off',
      // What a port promises later may be there at once.
      '@typescript-eslint/require-await': 'off',
      // A type given by hand says what an event tells.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // Tables of words lose entries.
      '@typescript-eslint/no-dynamic-delete': 'off',
      // Kinds of facts are declared by each feature as more of one interface, from a list.
      '@typescript-eslint/no-empty-object-type': [
        'error',
        { allowInterfaces: 'with-single-extends', allowWithName: 'FactKinds' },
      ],
    },
  },
  {
    // Rows come from the database without a type; the store's `fromRow` gives them one.
    files: ['**/*-store.ts', 'db/**/*.ts', 'bench/**/*.ts', 'test/**/*.ts', 'src/kernel/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Chai states what it expects as a property: expect(list).to.be.empty.
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/no-unnecessary-template-expression': 'off',
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
      '@typescript-eslint/prefer-reduce-type-parameter': 'off',
    },
  },
);
