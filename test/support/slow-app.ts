/** An app that holds the main thread up for so long in each environment, so that other threads take their share. */
export const slowApp = (
  milliseconds: number | string,
  more = '',
): string => `import { isMainThread } from 'node:worker_threads';
import { ConfigFiles, defineApp } from 'cdk8s-eks';

export default defineApp({
  name: 'slow',
  owner: 'games',
  namespace: 'game-2048',
  charts(scope) {
    new ConfigFiles(scope, 'slow', { data: { a: 'b' } });
    if (isMainThread) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ${milliseconds});
    ${more}
  },
});
`;
