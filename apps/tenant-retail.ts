import { defineApp, TeamRbac, TenantNamespace } from 'cdk8s-eks';

const NAMESPACES = ['carts', 'catalog', 'checkout', 'orders', 'ui'];

/** What the platform gives to the retail team: five namespaces with quota, a closed network, and rights in them. */
export default defineApp({
  name: 'tenant-retail',
  owner: 'platform',
  charts(scope, { platform }) {
    // A load balancer of AWS calls from the VPC; elsewhere the ingress controller is a Pod, and calls the storefront.
    const callers = platform === 'kubernetes' ? ['ingress-nginx'] : [];
    for (const namespace of NAMESPACES) {
      new TenantNamespace(scope, namespace, {
        quota: { cpu: '8', memory: '32Gi', pods: 40, storage: '200Gi' },
        network: { callers: namespace === 'ui' ? callers : [] },
      });
      new TeamRbac(scope, `${namespace}-team`, {
        subjects: [{ group: `${namespace}-team` }],
        namespaced: {
          namespace,
          grants: [
            { resources: ['pods', 'pods/log', 'services', 'configmaps', 'events'], verbs: ['get', 'list', 'watch'] },
            { resources: ['pods'], verbs: ['delete'] },
            {
              apiGroups: ['apps'],
              resources: ['deployments', 'statefulsets', 'replicasets'],
              verbs: ['get', 'list', 'watch'],
            },
          ],
        },
      });
    }
  },
});
