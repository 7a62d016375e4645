import { TriggerAuthentication } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TriggerAuthentication(chart, 'queue', { identity: { iamRole: 'crats' } });
});
