import { ArgoRolloutsAddOn } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ArgoRolloutsAddOn(chart, 'rollouts', { from: 'manifests' });
});
