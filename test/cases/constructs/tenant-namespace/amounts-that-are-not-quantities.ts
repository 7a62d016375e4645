import { TenantNamespace } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TenantNamespace(chart, 'shop', {
    // @ts-expect-error the compiler says it first
    quota: { cpu: '8 cores', memory: '32GB', storage: '1Ti' },
    // @ts-expect-error the compiler says it first
    defaults: { cpu: '50m', memory: '64MB' },
  });
});
