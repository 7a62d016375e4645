import { LoadBalancerConfiguration } from 'cdk8s-eks';
import { privateEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new LoadBalancerConfiguration(chart, 'edge', { scheme: 'internet-facing' });
}, privateEnvironment());
