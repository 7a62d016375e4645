import { parentPort, workerData } from 'node:worker_threads';
import { deepFreeze } from '../model/json';
import { portable, runJob } from './environment-job';
import type { HelperData, HelperMessage } from './helpers';
import { projectOf } from './load-project';

/** A helping thread: takes environments until none is left, and says what became of each. */
async function main({ data, options, next }: HelperData): Promise<void> {
  const say = (message: HelperMessage): void => parentPort?.postMessage(message);
  const counter = new Int32Array(next);
  // Loading comes before taking: a thread that is slow to start takes nothing that others could have done.
  const project = projectOf({
    ...data,
    environments: deepFreeze(data.environments),
    selected: deepFreeze(data.selected),
  });
  for (;;) {
    const index = Atomics.add(counter, 0, 1);
    if (index >= project.selected.length) return;
    const outcome = await runJob(project, index, options, (environment, app) => say({ tick: [environment, app] }));
    say({ index, outcome: 'error' in outcome ? { error: portable(outcome.error) } : outcome });
  }
}

void main(workerData as HelperData);
