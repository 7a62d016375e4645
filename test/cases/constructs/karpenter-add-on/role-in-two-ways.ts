import { KarpenterAddOn } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new KarpenterAddOn(chart, 'karpenter', { iamRole: 'carts' });
  },
  eksEnvironment({
    identity: {
      ...eksEnvironment().identity,
      podIdentityAssociations: [
        { namespace: 'kube-system', serviceAccount: 'karpenter', iamRole: 'carts', disableSessionTags: false },
      ],
    },
  }),
);
