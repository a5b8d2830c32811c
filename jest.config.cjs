/** Unit and integration tests; `npm test` runs them all, `npx jest test/losses` some. */
module.exports = {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/test/tsconfig.json', diagnostics: false }] },
  // jest reads no ECMAScript modules; this one only loads its addon.
  moduleNameMapper: { '^webgpu$': '<rootDir>/test/losses/dawn.cjs' },
  testTimeout: 60_000,
  maxWorkers: 2,
};
