import { KarpenterAddOn } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new KarpenterAddOn(chart, 'karpenter', { version: '1.5.0' });
  },
  eksEnvironment({ compute: { ...eksEnvironment().compute, managedNodeGroups: [], fargateProfiles: [] } }),
);
