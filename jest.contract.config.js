const base = require('./jest.config.js');

/** What others decide: kubectl, kubeconform, moto, the Go readers of YAML, pinned fixtures. A suite says what it needs and does not find. */
module.exports = {
  ...base,
  roots: ['<rootDir>/test/contract'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/contract/cluster/'],
  transform: { ...base.transform, '\\.(sh|conf)$': '<rootDir>/test/contract/workloads/text.cjs' },
};
