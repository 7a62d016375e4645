import { TenantNamespace } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(
  (chart) => {
    new TenantNamespace(chart, 'tenant', {
      name: 'shop-tenant',
      quota: false,
      scopedQuotas: [{ name: 'fast', volumeAttributesClasses: ['fast'], storage: '1Ti' }],
    });
  },
  eksEnvironment({ kubernetesVersion: '1.33' }),
);
