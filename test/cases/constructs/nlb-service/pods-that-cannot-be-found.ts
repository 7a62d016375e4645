import { NlbService } from 'cdk8s-eks';
import { Deployment } from 'cdk8s-plus-28';
import { mistake } from '../../../support/mistake';

const container = { image: 'example.com/app:1', portNumber: 8080 };

export default mistake((chart) => {
  const web = new Deployment(chart, 'web', { containers: [container] });
  // @ts-expect-error a Service selects Pods, and has no ports of containers.
  new NlbService(chart, 'service', { backend: web.exposeViaService() });
});
