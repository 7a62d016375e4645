const base = require('./jest.config.js');

const HARNESS = '<rootDir>/test/contract/cluster/harness';

/** Real control planes and a real Argo CD: `npm run contract:tools` first. One file after the other, since each starts many processes. */
module.exports = {
  ...base,
  roots: ['<rootDir>/test/contract/cluster'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 300_000,
  globalSetup: `${HARNESS}/logs-setup.ts`,
  reporters: ['default', `${HARNESS}/logs-reporter.cjs`, `${HARNESS}/shown-reporter.cjs`],
};
