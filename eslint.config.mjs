import tseslint from 'typescript-eslint';

export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '.venv/',
      '.cache/',
      '.jupyter/',
      'work/',
      'exercises/',
      'notebooks/',
      'coverage/',
      // What the kernel's tests write beside the notebooks' modules; a test that is killed leaves it.
      'test/kernel/.notebook-*',
    ],
  },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: {
      parserOptions: {
        project: ['lib/*/tsconfig.json', 'solutions/oracles/tsconfig.json', 'test/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
);
