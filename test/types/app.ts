/** What the compiler refuses of an app. */
import { ConfigFiles, defineApp } from 'cdk8s-eks';

const files = { 'a.conf': 'a' };

export const block = defineApp({
  name: 'shop',
  owner: 'retail',
  charts(scope) {
    new ConfigFiles(scope, 'a', { data: files });
  },
});
export const construct = defineApp({
  name: 'shop',
  owner: 'retail',
  charts: (scope) => new ConfigFiles(scope, 'a', { data: files }),
});
export const list = defineApp({
  name: 'shop',
  owner: 'retail',
  charts: (scope) => ['a', 'b'].map((id) => new ConfigFiles(scope, id, { data: files })),
});

export const awaits = defineApp({
  name: 'shop',
  owner: 'retail',
  // @ts-expect-error 1.1 a promise: nobody waits for it
  async charts(scope) {
    await scope;
  },
});
export const returnsPromise = defineApp({
  name: 'shop',
  owner: 'retail',
  // @ts-expect-error 1.1 a promise that another function made
  charts: () => Promise.resolve(),
});
