import { ArgoRolloutsAddOn } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ArgoRolloutsAddOn(chart, 'rollouts', {
    from: 'manifests',
    version: 'v1.9.1',
    dashboard: true,
    values: { controller: {} },
    iamRole: 'carts',
  });
});
