import { allowIngress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  allowIngress(chart, 'open', {
    to: { namespace: 'shop', podLabels: { app: 'web' } },
    from: { cidrs: ['10.0.0.0/8'], excpt: ['10.0.0.1/32'] },
    ports: [{ port: 80, endport: 90 }],
    port: [8080],
  } as never);
});
