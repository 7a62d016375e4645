// Runs the writer alone, once for each job, with a fault in it. Loaded after hook.cjs.
//   node --require hook.cjs writing-child.cjs WRITER JOBS
// WRITER is the compiled writer, JOBS a file: { files, scope, jobs: [{ root, at, kind, durable?, alone? }] }
// Prints for each job how it ended and which calls it made. A job that is killed never goes on: the next ones run on top of
// it, and the process is killed when they are done. So one process stands for one of each job, since what a job leaves in
// the file system is the same.
const { mkdirSync, readFileSync, rmdirSync } = require('node:fs');
const { join } = require('node:path');

const { writeFiles } = require(process.argv[2]);
const { files, scope, jobs } = JSON.parse(readFileSync(process.argv[3], 'utf8'));
function occupy(place) {
  mkdirSync(place);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3);
  rmdirSync(place);
}

const ends = [];
function runFrom(index) {
  if (index === jobs.length) return;
  const { root, at, kind, durable, alone } = jobs[index];
  globalThis.faults.arm({ under: root, at, kind, beforeKill: () => runFrom(index + 1) });
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
  ends[index] = { message, trace: globalThis.faults.trace.map((line) => line.replaceAll(root, '')) };
  runFrom(index + 1);
}
runFrom(0);
process.stdout.write(JSON.stringify(ends));
