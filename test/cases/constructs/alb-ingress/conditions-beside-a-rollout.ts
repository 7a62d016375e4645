import { AlbIngress, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const web = new WebService(chart, 'web', {
    image: 'example.com/web:1',
    port: 8080,
    rollout: { canary: { trafficRouting: { alb: {} }, steps: [{ setWeight: 20 }, { pause: {} }] } },
  });
  new AlbIngress(chart, 'shop', {
    scheme: 'internal',
    host: 'shop',
    paths: [{ path: '/', backend: web, conditions: { methods: ['GET'] } }],
  });
});
