// Says where the logs of a failed run lie.
const { rmSync } = require('node:fs');

module.exports = class LogsReporter {
  onRunComplete(_contexts, results) {
    const folder = process.env.CDK8S_EKS_CLUSTER_LOGS;
    if (folder === undefined) return;
    if (results.numFailedTests + results.numFailedTestSuites === 0) rmSync(folder, { recursive: true, force: true });
    else process.stderr.write(`\nlogs of the servers: ${folder}\n`);
  }
};
