const { readdirSync } = require('node:fs');
const { dirname, join } = require('node:path');
const config = require('./jest.config.js');

/** Folders of tests that are loaded as one; see `test/support/group.ts`. */
const grouped = readdirSync(join(__dirname, 'test'), { recursive: true })
  .filter((path) => path.endsWith('all.group.ts'))
  .map((path) => `<rootDir>/test/${dirname(path).replaceAll('\\', '/')}/.*\\.test\\.ts$`);
/** Who names a file wants that file. */
const isPart = process.argv.slice(2).some((word) => word.includes('test/'));

/** All tests, with what many test files import loaded once for a folder of them: `npm test`. */
module.exports = isPart
  ? config
  : {
      ...config,
      testMatch: [...config.testMatch, '**/all.group.ts'],
      testPathIgnorePatterns: [...config.testPathIgnorePatterns, ...grouped],
    };
