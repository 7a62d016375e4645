import { TenantNamespace } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TenantNamespace(chart, 'shop', { quota: { cpu: '8', memory: '32Gi', pods: 0.5 } });
});
