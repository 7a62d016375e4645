import { ToolError } from '../model/errors';
import { hearLastExit } from '../run/threads/last-exit';
import { earlyEnd, recordStray, strayError } from '../run/threads/stray-errors';
import { reportError } from './report-error';

/** What a shell says of a process that a signal ended begins here. */
const SIGNALLED = 128;

let isWorking = false;
/** Why stdout cannot be written; a reader that went away is not a reason. */
let unwritable: ToolError | undefined;

/**
 * Keeps the exit code true to the work, whatever apps do to their process and whichever reader goes away.
 * @returns to be called when the work is done
 */
export function guardProcess(): () => void {
  isWorking = true;
  process.on('uncaughtException', hearStray);
  process.on('unhandledRejection', hearStray);
  process.on('exit', refuseEarlyEnd);
  hearLastExit(refuseEarlyEnd);
  process.stdout.on('error', hearUnwritable);
  // Who does not read why the run failed still gets the code.
  process.stderr.on('error', () => undefined);
  return () => {
    isWorking = false;
  };
}

/** Ends the process with the code that was decided, once everything is written that was said; what apps left open is dropped. */
export async function endProcess(): Promise<never> {
  let decided = Number(process.exitCode ?? 0);
  // Signals that came meanwhile, and what threads said, arrive with the next turns of the event loop.
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  await written(process.stdout);
  if (unwritable !== undefined) decided = reportError(unwritable);
  await written(process.stderr);
  return exitWith(decided);
}

/** What an app listens for still runs, and can neither change the code nor end the process before others have run. */
function exitWith(decided: number): never {
  const { exit } = process;
  process.exit = (() => undefined) as unknown as typeof exit;
  process.on('exit', () => {
    process.exitCode = decided;
  });
  return exit.call(process, decided);
}

/** A pipe takes 64 KiB at a time. */
function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.writableLength === 0) resolve();
    else stream.write('', () => resolve());
  });
}

/** For work that has no end of its own, once nobody reads what it says. */
export function endWithoutReader(): void {
  isWorking = false;
  void endProcess();
}

function hearUnwritable(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  const message = `stdout could not be written: ${error.message}.`;
  unwritable = new ToolError('OUTPUT', [{ message, fix: 'make room where it goes, or send it elsewhere.' }]);
}

/** After the work, what an app still does changes nothing. */
function hearStray(thrown: unknown): void {
  if (!isWorking) return;
  const error = strayError(thrown);
  if (error !== undefined) return recordStray(error);
  isWorking = false;
  process.exit(reportError(thrown));
}

/** An app that calls process.exit(0) must not look like a run that found nothing. */
function refuseEarlyEnd(code: number): void {
  if (!isWorking || code > SIGNALLED) return;
  isWorking = false;
  process.exitCode = reportError(earlyEnd());
}
