import { WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new WebService(chart, 'app', {
    image: 'example.com/app:1',
    port: 8080,
    writable: ['/etc/a'],
    mounts: [{ path: '/config', configMap: 'a', name: 'etc-a' }],
  });
});
