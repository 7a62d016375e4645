import { Worker } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new Worker(chart, 'app', {
    image: 'a/b:1',
    // @ts-expect-error the compiler says it first
    command: 'run me',
    // @ts-expect-error the compiler says it first
    tolerations: {},
    // @ts-expect-error the compiler says it first
    podLabels: { tier: 1 },
  });
});
