import { NodeAgent } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

const fargateProfiles = [{ name: 'all', selectors: [{ namespace: 'shop', labels: {} }] }];

export default mistake(
  (chart) => {
    new NodeAgent(chart, 'app', { image: 'example.com/app:1', everyNode: true });
  },
  eksEnvironment({ compute: { ...eksEnvironment().compute, fargateProfiles } }),
);
