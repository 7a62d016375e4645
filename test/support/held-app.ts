import { rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An app in which the main thread waits until others have taken their share, however late they start. */
export const HELD_APP = `import { appendFileSync, statSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
import { ConfigFiles, defineApp } from 'cdk8s-eks';

function waitFor(share: number, path: string): void {
  const taken = () => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  for (let left = 3000; taken() < share && left > 0; left -= 1)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
}

export default defineApp({
  name: 'held',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    new ConfigFiles(scope, 'held', { data: { a: 'b' } });
    const { TEST_SHARE: share, TEST_TAKEN: taken = '' } = process.env;
    if (share === undefined) return;
    isMainThread ? waitFor(Number(share), taken) : appendFileSync(taken, '.');
  },
});
`;

const TAKEN = join(tmpdir(), `cdk8s-eks-taken-${process.pid}`);

/** For one run: the main thread waits in each environment until threads have begun so many; without it, not at all. */
export function heldUntil(share: number): NodeJS.ProcessEnv {
  forgetTaken();
  return { TEST_SHARE: String(share), TEST_TAKEN: TAKEN };
}

/** How many environments threads have begun in the last run. */
export function taken(): number {
  return statSync(TAKEN, { throwIfNoEntry: false })?.size ?? 0;
}

/** After the last run. */
export function forgetTaken(): void {
  rmSync(TAKEN, { force: true });
}
