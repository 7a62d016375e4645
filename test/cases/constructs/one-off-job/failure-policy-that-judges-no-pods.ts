import { OneOffJob } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new OneOffJob(chart, 'app', {
    image: 'example.com/app:1',
    podFailurePolicy: { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [3] } }] },
    podReplacementPolicy: 'TerminatingOrFailed',
  });
});
