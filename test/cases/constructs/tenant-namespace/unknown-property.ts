import { TenantNamespace } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TenantNamespace(chart, 'shop', {
    quota: { cpu: '8', memory: '32Gi', pod: 40 },
    network: { dnss: false, namespace: 'other', albIngress: { cidr: ['10.0.0.0/8'] } },
    default: false,
  } as never);
});
