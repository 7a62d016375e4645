import { describeIdentity } from '../../../model/identity';
import { at } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectRule } from '../../engine/rule';
import { isServedByAlb } from '../../reads/alb-of';
import { closedBackends } from '../../reads/closed-backends';

export const noMissingIngressPath: ObjectRule = {
  id: 'k8s/no-missing-ingress-path',
  severity: 'warning',
  summary: 'Pods behind an Ingress admit the controller that serves it, which runs in a namespace of its own.',
  why: 'A controller such as ingress-nginx calls Pods from its own Pods. In a namespace closed by network policies these calls are dropped without an error on either side, and users see 504.',
  see: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    'https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/',
  ],
  kinds: ['networking.k8s.io/Ingress'],
  check(object, { index, environment }, tell) {
    // Where there is no policy, every caller is let in.
    if (index.ofKind('networking.k8s.io', 'NetworkPolicy').length === 0) return;
    // What calls from an address, and no Pod, is asked for by eks/no-missing-alb-network-path.
    if (isServedByAlb(object, index, environment)) return;
    const isCaller = (peer: unknown) => at(peer, 'ipBlock') !== undefined || isElsewhere(peer, object);
    for (const { path, target, closed } of closedBackends(object, { index, environment }, isCaller))
      tell({
        path,
        what: `it sends to ${describeIdentity(target.owner)}, port ${closed.port}, and ${describeIdentity(closed.policy)} closes it, but no network policy lets Pods of another namespace in, where an ingress controller runs. Its calls time out, and users see 504.`,
        fix: `name the controller's namespace in \`callers\` of NetworkDefaults, or allow it with a NetworkPolicy whose \`from\` has its namespaceSelector; where the controller runs in ${object.namespace ?? 'the same namespace'}, silence the rule here.`,
      });
  },
};

/** Whether a peer is of other namespaces, too; by its name alone it can be the Ingress's own. */
function isElsewhere(peer: unknown, { namespace }: RenderedObject): boolean {
  const selector = at(peer, 'namespaceSelector');
  if (selector === undefined) return false;
  return at(selector, 'matchLabels', 'kubernetes.io/metadata.name') !== namespace;
}
