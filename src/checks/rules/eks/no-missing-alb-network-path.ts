import { describeIdentity } from '../../../model/identity';
import { at, listAt, mapAt } from '../../../model/json';
import type { PodTemplate } from '../../../model/pod-spec';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectIndex } from '../../engine/object-index';
import type { ObjectRule } from '../../engine/rule';
import { backendsOf, serviceOf } from '../../reads/backends';
import { containerPortOf } from '../../reads/calls';
import { policiesOf, portAllowed, rulesOf } from '../../reads/policies';

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
    if (environment.platform !== 'eks' || index.ofKind('networking.k8s.io', 'NetworkPolicy').length === 0) return;
    for (const { backend, path } of backendsOf(object)) {
      const service = serviceOf(object, backend, index);
      if (service === undefined) continue;
      for (const target of index.selected(object.namespace ?? '', mapAt(service.value, 'spec', 'selector'))) {
        const closed = closedPort(service, at(backend, 'port', 'number'), target, index);
        if (closed === undefined) continue;
        const vpc = environment.network.cidrs;
        tell({
          path,
          what: `it sends to ${describeIdentity(target.owner)}, port ${closed.port}, and ${describeIdentity(closed.policy)} closes it, but no network policy lets addresses of the VPC (${vpc.join(', ')}) in. All targets stay unhealthy, and the load balancer answers 504.`,
          fix: fixOf(object, target.owner, closed, vpc),
        });
      }
    }
  },
};

interface ClosedPort {
  readonly policy: RenderedObject;
  readonly port: number | string;
}

/** What closes the port behind the Service, where policies select the Pod and none of them admits an address there. */
function closedPort(
  service: RenderedObject,
  number: unknown,
  target: PodTemplate,
  index: ObjectIndex,
): ClosedPort | undefined {
  const policies = policiesOf(target, 'ingress', index);
  const port = containerPortOf(service, typeof number === 'number' ? number : undefined, target);
  // The one that lets nobody in closes it; the others only open too little.
  const policy = policies.find((one) => rulesOf(one, 'ingress').length === 0) ?? policies[0];
  if (policy === undefined || port === undefined) return undefined;
  const admits = (rule: unknown) => {
    const from = listAt(rule, 'from');
    return (from.length === 0 || from.some((peer) => at(peer, 'ipBlock') !== undefined)) && portAllowed(rule, port);
  };
  if (policies.some((one) => rulesOf(one, 'ingress').some(admits))) return undefined;
  return { policy, port: port.port ?? port.portName ?? 'unknown' };
}

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
