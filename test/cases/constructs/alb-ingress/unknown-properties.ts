import { AlbIngress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngress(chart, 'app', {
    scheme: 'internal',
    healthCheck: { intervalSecond: 10 },
    rules: [{ hosts: 'shop.example.com', backend: { name: 'web', port: 80 } }],
  } as never);
});
