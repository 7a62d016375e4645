import { TenantNamespace } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TenantNamespace(chart, 'shop', {
    quota: false,
    defaults: false,
    scopedQuotas: [{ name: 'urgent', pods: 3 }],
    network: { dns: false, overrides: { 'allow-dns': {}, 'allow-callers': {} } },
    overrides: { quota: {}, limitRange: {}, scopedQuotas: { urgnet: {} } },
  });
});
