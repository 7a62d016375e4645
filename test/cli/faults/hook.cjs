// Makes the n-th change of the file system fail, or be the last thing a process does. Loaded with `node --require`.
//   FAULT_UNDER  only calls on paths below this folder count, so that the count is the same every time
//   FAULT_COUNT  a file that takes the number of calls when the process ends
//   FAULT_AT     the call to act at, from 1
//   FAULT_IN     `thread`: only in threads besides the main one, each of which counts for itself
//   FAULT_KIND   an errno such as ENOSPC; kill, SIGINT or SIGTERM; short, a write that takes one byte
// A kill comes after `beforeKill()`, where a script has set it: what is on the stack never goes on.
// A script in the same process sets them with `globalThis.faults.arm(…)`, and reads `globalThis.faults.trace`.
const fs = require('node:fs');
const { resolve } = require('node:path');
const { isMainThread } = require('node:worker_threads');

const { appendFileSync, writeSync, writeFileSync } = fs;
const plan = { under: process.env.FAULT_UNDER, at: Number(process.env.FAULT_AT), kind: process.env.FAULT_KIND };
const faults = { arm: (next) => Object.assign(plan, next, { calls: 0 }) && faults.trace.splice(0), trace: [] };
const opened = new Map();
globalThis.faults = faults;
plan.calls = 0;
if (process.env.FAULT_IN === 'thread' && isMainThread) plan.at = 0;

const ON_PATHS = [
  'open',
  'writeFile',
  'appendFile',
  'rename',
  'rm',
  'unlink',
  'rmdir',
  'mkdir',
  'mkdtemp',
  'link',
].concat(['symlink', 'copyFile', 'cp', 'truncate', 'chmod', 'chown', 'utimes', 'createWriteStream']);
const ON_HANDLES = ['write', 'writev', 'ftruncate', 'fsync', 'fdatasync', 'fchmod', 'futimes', 'close'];

const isUnder = (path) => typeof path === 'string' && plan.under !== undefined && resolve(path).startsWith(plan.under);
const opensToWrite = (flags) =>
  typeof flags === 'number'
    ? (flags & (fs.constants.O_WRONLY | fs.constants.O_RDWR)) !== 0
    : /[wa+]/.test(flags ?? 'r');

/** The path that a call changes below the folder; undefined for a call that does not count. */
function counted(name, args) {
  if (typeof args[0] === 'number') {
    const file = opened.get(args[0]);
    return file?.toWrite === true || name.startsWith('fsync') ? file?.path : undefined;
  }
  if (/^open(Sync)?$/.test(name) && !opensToWrite(args[1])) return undefined;
  return [args[0], args[1]].find((path) => isUnder(path));
}

/** Acts when it is time. What it returns is the answer of the call; undefined lets the call go on. */
function act(name, path, args) {
  plan.calls += 1;
  faults.trace.push([name, path, isUnder(args[1]) ? args[1] : ''].join(' ').trim());
  if (plan.calls !== plan.at) return undefined;
  if (plan.kind === 'short') return name === 'writeSync' ? writeSync(args[0], args[1], args[2] ?? 0, 1) : undefined;
  if (plan.kind === 'kill') {
    // Half of what was to be written is there: the worst moment to die.
    if (name === 'writeSync') writeSync(args[0], args[1], 0, args[1].length >> 1);
    if (name.startsWith('writeFile')) writeFileSync(path, args[1].slice(0, args[1].length >> 1));
    plan.beforeKill?.();
    process.kill(process.pid, 'SIGKILL');
  } else if (plan.kind.startsWith('SIG')) process.kill(process.pid, plan.kind);
  else throw Object.assign(new Error(`${plan.kind}: injected, ${name} '${path}'`), { code: plan.kind, path });
  return undefined;
}

/** As the call itself would fail: by a promise, a callback, or at once. */
function failing(error, owner, callback) {
  if (owner === fs.promises) return Promise.reject(error);
  if (typeof callback !== 'function') throw error;
  return process.nextTick(callback, error);
}

function wrap(owner, name) {
  const original = owner[name];
  if (typeof original !== 'function') return;
  owner[name] = function faulty(...args) {
    const path = counted(name, args);
    if (path === undefined) {
      const handle = original.apply(this, args);
      if (name === 'openSync' && isUnder(args[0])) opened.set(handle, { path: args[0], toWrite: false });
      return handle;
    }
    try {
      const answer = act(name, path, args);
      if (answer !== undefined) return answer;
    } catch (error) {
      return failing(error, owner, args.at(-1));
    }
    const result = original.apply(this, args);
    if (name === 'openSync') opened.set(result, { path, toWrite: true });
    if (name === 'closeSync') opened.delete(args[0]);
    return result;
  };
}

for (const name of [...ON_PATHS, ...ON_HANDLES]) {
  wrap(fs, name);
  wrap(fs, `${name}Sync`);
  wrap(fs.promises, name);
}
require('node:module').syncBuiltinESMExports();
if (process.env.FAULT_COUNT) process.on('exit', () => appendFileSync(process.env.FAULT_COUNT, `${plan.calls}\n`));
