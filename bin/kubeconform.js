#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { join } = require('node:path');

if (existsSync(join(__dirname, '..', 'lib', 'src', 'cli', 'kubeconform.js'))) {
  require('../lib/src/cli/kubeconform.js').main(process.argv.slice(2));
} else {
  process.stderr.write('cdk8s-eks is not built: lib/ is missing.\nfix: run `npm run build`.\n');
  process.exitCode = 3;
}
