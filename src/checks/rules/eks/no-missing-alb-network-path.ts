import { describeIdentity } from '../../../model/identity';
import { at } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectRule } from '../../engine/rule';
import { isServedByAlb } from '../../reads/alb-of';
import { type ClosedPort, closedBackends } from '../../reads/closed-backends';

export const noMissingAlbNetworkPath: ObjectRule = {
  id: 'eks/no-missing-alb-network-path',
  severity: 'error',
  summary: 'Pods behind an Ingress admit the load balancer, which calls from the VPC.',
  why: 'With target type ip, the load balancer calls Pods from addresses of the VPC. In a namespace closed by network policies these calls are dropped: targets stay unhealthy, and users see 504.',
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#target-type',
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
  ],
  kinds: ['networking.k8s.io/Ingress'],
  check(object, { index, environment }, tell) {
    // Where there is no policy, every caller is let in.
    if (index.ofKind('networking.k8s.io', 'NetworkPolicy').length === 0) return;
    if (environment.platform !== 'eks' || !isServedByAlb(object, index, environment)) return;
    const vpc = environment.network.cidrs;
    const isAddress = (peer: unknown) => at(peer, 'ipBlock') !== undefined;
    for (const { path, action, target, closed } of closedBackends(object, { index, environment }, isAddress))
      tell({
        path,
        what: `${action === undefined ? 'it' : `its action "${action}"`} sends to ${describeIdentity(target.owner)}, port ${closed.port}, and ${describeIdentity(closed.policy)} closes it, but no network policy lets addresses of the VPC (${vpc.join(', ')}) in. All targets stay unhealthy, and the load balancer answers 504.`,
        fix: fixOf(object, target.owner, closed, vpc),
      });
  },
};

/** In the words of what made the objects: our constructs, or YAML. */
function fixOf(
  ingress: RenderedObject,
  pods: RenderedObject,
  { policy, port }: ClosedPort,
  vpc: readonly string[],
): string {
  const cidrs = vpc.map((cidr) => `'${cidr}'`).join(', ');
  const yaml = `add a NetworkPolicy that selects the Pods and allows ipBlock ${vpc.join(', ')} on port ${port}`;
  if (ingress.construct === '' || pods.construct === '') return `${yaml}.`;
  const allow = `allowIngress(scope, '${pods.name}-alb', { to: <the workload>, from: { cidrs: [${cidrs}] }, ports: [${typeof port === 'number' ? port : `'${port}'`}] })`;
  // Both constructs that close namespaces name their policies this way, and have one property for it.
  if (!policy.name.startsWith('default-deny')) return `open it with ${allow}.`;
  return `where ${policy.construct === '' ? 'NetworkDefaults or TenantNamespace' : policy.construct.replace(/\/[^/]+$/, '')} closes the namespace, let albIngress take in port ${port} of these Pods (\`albIngress: true\`, or its \`pods\` and \`ports\`); or open it with ${allow}.`;
}
