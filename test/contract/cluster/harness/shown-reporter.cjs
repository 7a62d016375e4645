// Notes for the page of verdicts what a real Argo CD was seen doing: the titles of the tests that passed.
const { mkdirSync, writeFileSync } = require('node:fs');
const { homedir } = require('node:os');
const { join } = require('node:path');

const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
const folder = process.env.CDK8S_EKS_VERDICTS ?? join(cache, 'cdk8s-eks', 'contract', 'verdicts');

module.exports = class ShownReporter {
  onTestResult(_test, { testResults }) {
    const groups = new Map();
    for (const { ancestorTitles, title, status } of testResults) {
      const group = ancestorTitles.join(' ');
      if (status !== 'passed' || !group.includes('Argo CD')) continue;
      groups.set(group, [...(groups.get(group) ?? []), title]);
    }
    for (const [group, titles] of groups) {
      mkdirSync(join(folder, 'shown'), { recursive: true });
      writeFileSync(join(folder, 'shown', `${group}.json`), `${JSON.stringify(titles)}\n`);
    }
  }
};
