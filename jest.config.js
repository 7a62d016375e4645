const { availableParallelism } = require('node:os');

/** Names that code in hot loops reads. In a world of its own, Node looks each up in a function of C++; as a parameter of the module it costs nothing. */
const HOT = [
  'Array',
  'Error',
  'JSON',
  'Map',
  'Math',
  'Number',
  'Object',
  'Reflect',
  'RegExp',
  'Set',
  'String',
  'Symbol',
];

/** What needs Node alone: no network, no Go, no cluster and no data beside the checkout. */
module.exports = {
  globalSetup: '<rootDir>/test/support/fresh-build.ts',
  testSequencer: '<rootDir>/test/support/slow-first.cjs',
  testEnvironment: '<rootDir>/test/support/warm/environment.ts',
  sandboxInjectedGlobals: HOT,
  // Much of the time goes into processes that tests start and wait for, so there are more workers than cores.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  // A machine may be busy: no test is about time.
  testTimeout: 300_000,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/contract/'],
  modulePathIgnorePatterns: ['<rootDir>/lib/', '<rootDir>/test/.*/project-'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^cdk8s-eks$': '<rootDir>/charts/index.ts',
    '^cdk8s-eks/checks$': '<rootDir>/src/doors/checks.ts',
    '^cdk8s-eks/environments$': '<rootDir>/src/doors/environments.ts',
    '^cdk8s-eks/imports/(.+)$': '<rootDir>/imports/$1.ts',
    '^cdk8s-eks/testing$': '<rootDir>/src/doors/testing.ts',
  },
};
