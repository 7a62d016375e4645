import { AlbIngress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

const target = { backend: { service: 'web', port: 80 }, weight: 1 };

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    paths: [{ action: { forward: [target, target, target, target, target, target] } }],
  });
});
