import { AlbIngress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    paths: [{ path: '/old', action: { forward: [{ backend: { service: 'web', port: 80 }, weight: 1000 }] } }],
  });
});
