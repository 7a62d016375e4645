import { AlbIngress } from 'cdk8s-eks';
import { kubernetesEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    paths: [{ path: '/old', action: { redirect: { path: '/new' } } }],
  });
}, kubernetesEnvironment());
