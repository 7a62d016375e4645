import { AlbIngress, k8s } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const service = new k8s.KubeService(chart, 'Service', { metadata: { name: 'web' } });
  new AlbIngress(chart, 'web', { scheme: 'internal', backend: service });
});
