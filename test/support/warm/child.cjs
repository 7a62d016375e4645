// Runs the command line again and again in one process, for tests that look at what it says and writes and not at the
// process itself. A request is one line of JSON on fd 0, its answer one line on fd 3; fd 1 and 2 are files that the
// test reads. `synth --watch` runs one rendering after the other in the same way, so this is no other program.
const fs = require('node:fs');
const os = require('node:os');
const { dirname, join } = require('node:path');

const { readSync, realpathSync, writeSync } = fs;

const [main] = process.argv.slice(2);
// As on a machine of one core: a helping thread loads cdk8s again for a project that renders in a tenth of a second.
// Tests about threads ask for them.
os.availableParallelism = () => 1;
const { main: run } = require(main);
askSeldom(join(dirname(main), '..', '..', '..', 'scripts', 'build.mjs'));
const EVENTS = ['exit', 'SIGINT', 'SIGTERM', 'uncaughtException', 'unhandledRejection'];
const variables = { ...process.env };

function readLine() {
  const chunks = [];
  const chunk = Buffer.alloc(1 << 16);
  for (;;) {
    const count = readSync(0, chunk, 0, chunk.length, null);
    if (count === 0) return undefined;
    chunks.push(Buffer.from(chunk.subarray(0, count)));
    if (chunk[count - 1] === 10) return Buffer.concat(chunks).toString('utf8');
  }
}

/** Sets the variables one by one, since Node looks at some of them, such as TZ, when they are set. */
function setVariables(wanted) {
  for (const name of Object.keys(process.env)) if (!(name in wanted)) delete process.env[name];
  for (const [name, value] of Object.entries(wanted)) if (process.env[name] !== value) process.env[name] = value;
}

/**
 * Each run of a checkout asks every source whether `lib/` is older. Here that is asked once a second, since it takes as
 * long as a fifth of a small run; a checkout is known by the script that builds it.
 */
function askSeldom(script) {
  const { existsSync } = fs;
  let next = 0;
  fs.existsSync = (path) => {
    if (path !== script) return existsSync(path);
    if (performance.now() < next) return false;
    next = performance.now() + 1000;
    return existsSync(path);
  };
}

/** What a run leaves to the end of its process is done at its own end. */
function end(before) {
  for (const event of EVENTS) {
    for (const listener of process.rawListeners(event)) {
      if (before.get(event).includes(listener)) continue;
      process.removeListener(event, listener);
      if (event === 'exit') listener.call(process, process.exitCode ?? 0);
    }
  }
}

/** Packages of a project are loaded again in its next run, as another process would. */
function forget(root) {
  for (const path of Object.keys(require.cache)) if (path.startsWith(root)) delete require.cache[path];
}

async function serve({ args, env, cwd, root }) {
  const before = new Map(EVENTS.map((event) => [event, process.rawListeners(event)]));
  process.chdir(cwd);
  setVariables(env);
  // Where test/cli/faults/hook.cjs was loaded.
  globalThis.faults?.arm({ under: env.FAULT_UNDER, at: Number(env.FAULT_AT), kind: env.FAULT_KIND });
  process.exitCode = undefined;
  await run(args);
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  end(before);
  forget(`${realpathSync(root)}/`);
  const code = process.exitCode ?? 0;
  process.exitCode = undefined;
  setVariables(variables);
  return { code };
}

void (async () => {
  for (let line = readLine(); line !== undefined; line = readLine()) {
    writeSync(3, `${JSON.stringify(await serve(JSON.parse(line)))}\n`);
  }
  process.exit();
})();
