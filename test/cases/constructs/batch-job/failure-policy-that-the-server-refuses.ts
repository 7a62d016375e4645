import { BatchJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new BatchJob(chart, 'train', {
    image: 'a/b:1',
    podFailurePolicy: {
      rules: [
        { action: 'Ignore' },
        {
          action: 'Count',
          onExitCodes: { operator: 'In', values: [0] },
          onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }],
        },
        { action: 'Ignore', onExitCodes: { operator: 'In', values: [2, 1] } },
        { action: 'Ignore', onExitCodes: { operator: 'NotIn', values: [0, 0] } },
        { action: 'Ignore', onExitCodes: { operator: 'In', values: [] } },
        { action: 'FailIndex', onExitCodes: { operator: 'In', values: [1] } },
        { action: 'Ignore', onExitCodes: { containerName: 'trian', operator: 'In', values: [1] } },
      ],
    },
  });
});
