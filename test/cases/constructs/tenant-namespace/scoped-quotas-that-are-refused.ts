import { TenantNamespace } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new TenantNamespace(chart, 'shop', {
    quota: false,
    scopedQuotas: [
      // @ts-expect-error the compiler says it first
      { name: 'tenant', scopes: ['BestEffort'], cpu: 'four' },
      { name: 'jobs', scopes: ['Terminating', 'NotTerminating'], pods: 1.5 },
      // @ts-expect-error the compiler says it first
      { name: 'jobs', exceptPriorityClasses: [], hard: { 'requests.nvidia.com/gpu': 'one' } },
      { name: 'nothing', priorityClasses: 'any' },
    ],
  });
});
