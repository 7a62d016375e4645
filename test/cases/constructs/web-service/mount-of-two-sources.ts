import { type Mount, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const mount = { path: '/etc/app', configMap: 'app', secret: 'app' } as unknown as Mount;
  new WebService(chart, 'app', { image: 'example.com/app:1', port: 8080, mounts: [mount] });
});
