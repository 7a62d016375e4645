import { defineApp, IrsaServiceAccount, TeamRbac, WebService } from 'cdk8s-eks';

const verbs = ['get', 'list', 'watch'] as const;
const asked = { http: '/healthz', periodSeconds: 10, timeoutSeconds: 5 };

export default defineApp({
  name: 'external-dns',
  owner: 'platform',
  namespace: 'external-dns',
  charts(scope, { clusterName }) {
    const account = new IrsaServiceAccount(scope, 'account', { name: 'external-dns', iamRole: 'carts' });
    new TeamRbac(scope, 'rights', {
      name: 'external-dns',
      subjects: [account],
      clusterWide: [
        { resources: ['services', 'pods', 'nodes'], verbs },
        { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs },
        { apiGroups: ['networking.k8s.io'], resources: ['ingresses'], verbs },
      ],
    });
    new WebService(scope, 'external-dns', {
      image: 'registry.k8s.io/external-dns/external-dns:v0.18.0',
      args: [
        '--source=service',
        '--source=ingress',
        '--provider=aws',
        '--registry=txt',
        `--txt-owner-id=${clusterName}`,
        '--policy=upsert-only',
      ],
      port: 7979,
      servicePort: 7979,
      strategy: 'Recreate',
      serviceAccount: account,
      automountServiceAccountToken: true,
      user: { uid: 65534 },
      resources: { cpu: '50m', memory: '64Mi', memoryLimit: '128Mi' },
      liveness: { ...asked, initialDelaySeconds: 10 },
      readiness: { ...asked, initialDelaySeconds: 5 },
    });
  },
});
