import { TenantNamespace } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TenantNamespace(chart, 'shop', {
    name: 'Shop',
    quota: { cpu: '8', memory: '32Gi', pods: -1 },
    network: { albIngress: { ports: [] } },
    team: { subjects: [] },
  });
});
