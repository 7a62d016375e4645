// Holds the processes of one cluster. It ends them, in the reverse order of their start, when it is told to or when
// its standard input closes: also when the run that started it was killed and could not say anything.
// In: one JSON object a line, { id, command, args, env, log }. Out: { id, pid } and { id, exit, signal }.
const { spawn } = require('node:child_process');
const { openSync, closeSync } = require('node:fs');
const { createInterface } = require('node:readline');

const PATIENCE = 8_000;
const running = [];
let stopping = false;

const say = (message) => {
  if (process.stdout.writable) process.stdout.write(`${JSON.stringify(message)}\n`);
};
process.stdout.on('error', () => undefined);

function start({ id, command, args, env, log, cwd }) {
  const handle = openSync(log, 'a');
  // Their own process group: Ctrl-C in the terminal reaches the run, and the run's end reaches them through here.
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', handle, handle], detached: true });
  closeSync(handle);
  const one = { child, gone: undefined };
  one.gone = new Promise((resolve) => {
    child.once('error', (error) => {
      say({ id, exit: -1, signal: error.message });
      resolve();
    });
    child.once('exit', (exit, signal) => {
      say({ id, exit, signal });
      resolve();
    });
  });
  running.push(one);
  if (child.pid !== undefined) say({ id, pid: child.pid });
}

async function stop({ child, gone }) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await gone;
  clearTimeout(timer);
}

async function stopAll() {
  if (stopping) return;
  stopping = true;
  // One after the other: an API server whose etcd is gone hangs and keeps its port.
  for (const one of running.reverse()) await stop(one);
  process.exit(0);
}

createInterface({ input: process.stdin })
  .on('line', (line) => {
    if (!stopping) start(JSON.parse(line));
  })
  .on('close', stopAll);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stopAll);
