import { ConfigFiles } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  let shared: object = { last: 'x' };
  for (let level = 0; level < 40; level++) shared = { a: shared, b: shared };
  // As JavaScript gives it, where nobody checks types.
  const data = { port: 8080, shared, name: 'web' } as unknown as Record<string, string>;
  new ConfigFiles(chart, 'config', { data });
});
