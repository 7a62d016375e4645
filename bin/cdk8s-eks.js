#!/usr/bin/env node
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');

// What a run needs of Node itself. V8 takes Node's own compiled code of them only while no flag is set: read after the
// flag below, they take 25 ms instead of 4.
const BEFORE_FLAGS = ['child_process', 'crypto', 'module', 'net', 'os', 'perf_hooks', 'tty', 'vm', 'worker_threads'];

// A run takes a few seconds, and most functions run some thousand times. V8 would spend much of that time on optimised
// code that never pays off, so it waits ten times longer. Worth: `check` of 9,600 objects takes 1.40 times the user time
// without the flag (median of 9 pairs, Node 20.20). Later engines compile differently.
if (process.versions.node.startsWith('20.')) {
  for (const name of BEFORE_FLAGS) require(`node:${name}`);
  // What looks into `exports` of packages, as an app's `cdk8s-eks` asks for: 3 ms instead of 8.
  require.resolve('cdk8s-eks/package.json');
  setFlagsFromString('--interrupt-budget=600000');
  // What a run makes lives until it ends. V8 would collect eight times in a run of one app, to find that out, while the
  // space for what is new doubles from 1 MiB; so it grows at once, and 3 collections take half of the time: 46 ms instead
  // of 87 (medians of 20 pairs on a busy machine, Node 20.20).
  setFlagsFromString('--semi-space-growth-factor=16');
}
if (existsSync(join(__dirname, '..', 'lib', 'src', 'cli', 'main.js'))) {
  const argv = process.argv.slice(2);
  const command = argv.find((word) => !word.startsWith('-'));
  require('../lib/src/cli/compiled-code.js').useCompiledCode(join(__dirname, '..'), command);
  require('../lib/src/cli/main.js').run(argv);
} else {
  process.stderr.write('cdk8s-eks is not built: lib/ is missing.\nfix: run `npm run build`.\n');
  process.exitCode = 3;
}
