import { type ChildProcess, spawn } from 'node:child_process';
import { deserialize, serialize } from 'node:v8';
import { ToolError } from '../model/errors';
import { permissionFlags } from './permission';
import type { RenderAnswer, RenderRequest } from './protocol';

/** A child at work. */
export interface Rendering {
  /** @throws ToolError APP_RENDER when user code ended the child or wrote into its answer */
  readonly answer: Promise<RenderAnswer>;
  /** Ends the child if it still runs, and drops its answer. */
  readonly end: () => void;
}

/**
 * Reads the request, runs what came with it or what lies on disk, and answers on the fourth descriptor. Node stops
 * following links to packages while the last file it looked at was a pipe, so after the request it looks at a folder.
 */
const BOOT = `
const fs = require('node:fs');
const request = require('node:v8').deserialize(fs.readFileSync(0));
if (request.packages === undefined) fs.lstatSync('/');
const module_ = { exports: {} };
if (request.packages === undefined) module_.exports = require(process.argv[1]);
else require('node:vm').compileFunction(request.packages, ['module', 'exports', 'require'], { filename: 'packages' })(
  module_, module_.exports, require);
module_.exports.run(request);
`;

const ANSWER = 3;

/**
 * Renders in a child process: under Node's permission model and without environment variables when the request brings
 * its packages, as an ordinary process otherwise.
 * @param program the child's own code on disk, for a request without packages
 */
export function startRendering(request: RenderRequest, program: string, place: ChildPlace): Rendering {
  const confined = request.packages !== undefined;
  const flags = confined ? permissionFlags() : [];
  const child = spawn(process.execPath, [...flags, '-e', BOOT, ...(confined ? [] : [program])], {
    cwd: place.cwd,
    env: { ...(confined ? {} : process.env), ...place.env },
    stdio: ['pipe', 'inherit', 'inherit', 'pipe'],
  });
  const end = () => void (child.exitCode === null && child.signalCode === null && child.kill('SIGKILL'));
  endWithUs(child, end, confined);
  const answer = answerOf(child);
  // A failure before the answer is asked for ends the child; that does not count as a second failure.
  answer.catch(() => undefined);
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(serialize(request));
  return { answer, end };
}

/**
 * A child in an endless loop must not stay behind. Signals are waited for only where no app runs in this process:
 * an app that waits for a signal in an endless loop never sees it.
 */
function endWithUs(child: ChildProcess, end: () => void, waiting: boolean): void {
  const onSignal = (signal: NodeJS.Signals): void => {
    end();
    release();
    process.kill(process.pid, signal);
  };
  const signals: readonly NodeJS.Signals[] = waiting ? ['SIGINT', 'SIGTERM', 'SIGHUP'] : [];
  const release = (): void => {
    process.removeListener('exit', end);
    for (const signal of signals) process.removeListener(signal, onSignal);
  };
  process.once('exit', end);
  for (const signal of signals) process.once(signal, onSignal);
  child.once('close', release);
}

export interface ChildPlace {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

function answerOf(child: ChildProcess): Promise<RenderAnswer> {
  const chunks: Buffer[] = [];
  child.stdio[ANSWER]?.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', (error) => reject(broken(`it could not be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      const bytes = Buffer.concat(chunks);
      const how = signal === null ? `exit code ${code}` : signal;
      if (code !== 0 || bytes.length === 0) return reject(broken(`it ended with ${how} before it answered.`));
      try {
        resolve(deserialize(bytes));
      } catch {
        reject(broken('its answer cannot be read.'));
      }
    });
  });
}

function broken(how: string): ToolError {
  const message = `the process that renders the apps did not finish: ${how}`;
  const fix = 'look in the apps for process.exit(), too much memory, and writes to file descriptor 3.';
  return new ToolError('APP_RENDER', [{ message, fix }]);
}
