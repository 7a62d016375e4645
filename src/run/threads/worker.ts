import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { deepFreeze } from '../../model/json';
import { KeptFiles } from '../../write/kept-files';
import { runJob } from '../survey/environment-job';
import { projectOf } from '../survey/load-project';
import { hearLastExit } from './last-exit';
import { portable } from './portable-error';
import { earlyEnd, strayError, tellIdleStrays, turnOfTimers } from './stray-errors';
import type { Message, Task, ThreadData } from './thread';
import { answerFor, giveUp } from './thread-holder';

const { line, project: userProject }: ThreadData = workerData;
const say = (message: Message): void => parentPort?.postMessage(message);

/** A helping thread: takes environments until none is left, says what became of each, and keeps their files. */
async function main({ data, options, tasks, place }: Task): Promise<void> {
  const counter = new Int32Array(tasks);
  const kept = new KeptFiles();
  // Loading comes before taking: a thread that is slow to start takes nothing that others could have done.
  const project = projectOf({
    ...data,
    environments: deepFreeze(data.environments),
    selected: deepFreeze(data.selected),
  });
  // Before it takes anything: a thread that finds the last task taken then knows which ones to wait for.
  Atomics.store(counter, place, 1);
  for (;;) {
    const index = Atomics.add(counter, 0, 1);
    if (index >= project.selected.length) break;
    const tick = (environment: string, app: string) => say({ tick: [environment, app] });
    const outcome = await runJob(project, index, options, kept, tick);
    say({ index, outcome: 'error' in outcome ? { error: portable(outcome.error) } : outcome });
  }
  await turnOfTimers();
  answerFor(kept, line);
  say({ done: true });
}

/**
 * What every app of the project needs, loaded while the project is read: the constructs, and the kinds of Kubernetes that
 * they make. Whether it is there, the apps themselves tell.
 */
function preload(): void {
  try {
    Reflect.get(createRequire(join(userProject, 'apps', 'app.js'))('cdk8s-eks'), 'k8s');
  } catch {
    // An app that needs it says so with its file and line.
  }
}

let hasFailed = false;

/** The main thread is told, also when it waits for an answer and hears nothing else. */
function fail(error: unknown): void {
  if (hasFailed) return;
  hasFailed = true;
  const told = portable(error);
  say({ failed: told });
  giveUp(line, told);
}

// What comes too late is told although the app may catch it.
tellIdleStrays(fail);
process.on('uncaughtException', (error) => fail(strayError(error) ?? error));
process.on('unhandledRejection', (error) => fail(strayError(error) ?? error));
// Not heard when the main thread ends this one.
process.on('exit', () => fail(earlyEnd()));
hearLastExit(() => fail(earlyEnd()));
parentPort?.once('message', (task: Task) => void main(task).catch(fail));
preload();
