import { k8s, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'app', {
    image: 'example.com/app:1',
    port: 8080,
    mounts: [{ path: '/etc/app', configMap: new k8s.KubeSecret(chart, 'secret', { metadata: { name: 'app' } }) }],
  });
});
