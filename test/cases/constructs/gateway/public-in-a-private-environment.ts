import { Gateway } from 'cdk8s-eks';
import { privateEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new Gateway(chart, 'edge', { hosts: ['*.test.example.com'], loadBalancer: { scheme: 'internet-facing' } });
}, privateEnvironment());
