import { ScheduledJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ScheduledJob(chart, 'report', {
    image: 'a/b:1',
    schedule: '@daily',
    completionMode: 'Indexed',
    completions: 4,
    successPolicy: {
      rules: [
        {},
        { succeededIndexes: '3-1' },
        { succeededIndexes: '0,0' },
        { succeededIndexes: '0-4' },
        { succeededIndexes: 'all' },
        { succeededIndexes: '0,2-3', succeededCount: 4 },
      ],
    },
  });
});
