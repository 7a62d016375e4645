import { HttpRoutes, WebService } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const web = new WebService(chart, 'web', {
    image: 'example.com/web:1',
    port: 8080,
    rollout: { canary: { steps: [{ setWeight: 20 }, { pause: {} }], trafficRouting: { alb: {} } } },
  });
  new HttpRoutes(chart, 'shop', { scheme: 'internal', rules: [{ backends: web }] });
}, lbc);
