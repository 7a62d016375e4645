import { LoadBalancerConfiguration } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new LoadBalancerConfiguration(chart, 'shop', {
    listeners: [
      {
        protocol: 'HTTP',
        port: 80,
        certificateArns: ['arn:aws:acm:eu-west-1:111122223333:certificate/11111111-2222-3333-4444-555555555555'],
      },
    ],
  });
}, lbc);
