/** Branch coverage of charts/ by the tests and cases of constructs: `npm run coverage`. */
module.exports = {
  ...require('./jest.config.js'),
  testMatch: ['<rootDir>/test/unit/charts/**/*.test.ts', '<rootDir>/test/cases/constructs.test.ts'],
  collectCoverage: true,
  collectCoverageFrom: ['charts/**/*.ts'],
  coverageReporters: ['text'],
  coverageThreshold: { global: { branches: 90 } },
};
