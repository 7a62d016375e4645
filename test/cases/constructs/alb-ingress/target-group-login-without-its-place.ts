import { AlbIngress, k8s } from 'cdk8s-eks';

import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const web = new k8s.KubeService(chart, 'service', {
    metadata: { name: 'web' },
    spec: { ports: [{ port: 80 }] },
  });
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    paths: [{ backend: web, targetGroup: { auth: { scope: 'openid email' } } }],
  });
});
