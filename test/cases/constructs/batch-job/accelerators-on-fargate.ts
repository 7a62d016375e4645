import { BatchJob } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new BatchJob(chart, 'train', {
      image: 'a/b:1',
      accelerator: { kind: 'nvidia', count: 1 },
      efa: { interfaces: 1 },
      runOn: { capacity: 'spot' },
    });
  },
  eksEnvironment(),
  'serverless',
);
