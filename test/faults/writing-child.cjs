// Runs the writer alone, once for each job, with a fault in it. Loaded after hook.cjs.
//   node --require hook.cjs writing-child.cjs WRITER JOBS
// WRITER is the compiled writer, JOBS a file: { files, scope, jobs: [{ root, at, kind, durable? }] }
// Prints for each job how it ended and which calls it made.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const { writeFiles } = require(process.argv[2]);
const { files, scope, jobs } = JSON.parse(readFileSync(process.argv[3], 'utf8'));
const ends = jobs.map(({ root, at, kind, durable }) => {
  globalThis.faults.arm({ under: root, at, kind });
  let message = null;
  try {
    writeFiles(join(root, 'dist'), files, scope, { projectRoot: root, durable });
  } catch (error) {
    message = error.message;
  }
  return { message, trace: globalThis.faults.trace.map((line) => line.replaceAll(root, '')) };
});
process.stdout.write(JSON.stringify(ends));
