import { ScheduledJob } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new ScheduledJob(chart, 'job', {
      image: 'a/b:1',
      schedule: '@daily',
      runOn: { capacity: 'spot', architecture: 'arm64', gpu: { count: 1, kind: 'nvidia' } },
    });
  },
  eksEnvironment(),
  'serverless',
);
