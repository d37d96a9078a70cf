import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { files: ['src/**/*.{ts,tsx}'], extends: [tseslint.configs.recommended] },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'warn',
      '@typescript-eslint/no-explicit-any': 'error',
      // The whole of zod weighs more than a page; the small one can do all that is needed here.
      'no-restricted-imports': ['error', { paths: [{ name: 'zod', message: "Import from 'zod/mini'." }] }],
    },
  },
);
