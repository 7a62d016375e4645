// Runs the writer alone, once for each job, with a fault in it. Loaded after hook.cjs.
//   node --require hook.cjs writing-child.cjs WRITER JOBS
// WRITER is the compiled writer, JOBS a file: { files, scope, jobs: [{ root, at, kind, durable?, alone? }] }
// Prints for each job how it ended and which calls it made.
const { mkdirSync, readFileSync, rmdirSync } = require('node:fs');
const { join } = require('node:path');

const { writeFiles } = require(process.argv[2]);
const { files, scope, jobs } = JSON.parse(readFileSync(process.argv[3], 'utf8'));
function occupy(place) {
  mkdirSync(place);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3);
  rmdirSync(place);
}

const ends = jobs.map(({ root, at, kind, durable, alone }) => {
  globalThis.faults.arm({ under: root, at, kind });
  let message = null;
  try {
    writeFiles(join(root, 'dist'), files, scope, {
      projectRoot: root,
      durable,
      // In the middle of the run: fails when another run is there too.
      beforeWriting: () => alone && occupy(join(root, 'alone')),
    });
  } catch (error) {
    message = error.message;
  }
  return { message, trace: globalThis.faults.trace.map((line) => line.replaceAll(root, '')) };
});
process.stdout.write(JSON.stringify(ends));
