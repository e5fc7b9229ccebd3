/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // Tests start real programs; how fast they are is the bench's business.
  testTimeout: 300_000,
  // Coverage of files that no test loads is found below these folders only.
  roots: ['<rootDir>/test', '<rootDir>/src', '<rootDir>/rules'],
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform: {
    '^.+\\.[cm]?[jt]s$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }],
  },
  // unbash is published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!unbash/)'],
  // Files that no test loads count, too.
  collectCoverageFrom: ['{src,rules}/**/*.{ts,mts,cts,js,mjs,cjs}', '!**/*.generated.*', '!**/*.d.ts'],
  coverageReporters: ['json-summary', 'lcovonly', ['text', { skipFull: true }]],
};
