import { CLUSTER_NETWORK_POLICY } from '../../../knowledge/aws/network-policy-kinds';
import type { Environment } from '../../../model/environment';
import { describeIdentity, splitApiVersion } from '../../../model/identity';
import { mapAt } from '../../../model/json';
import type { ObjectIndex } from '../../engine/object-index';
import type { PodRule } from '../../engine/rule';
import { containerPortOf, type ShownCall, shownCalls } from '../../reads/calls';
import { isOnFargate } from '../../reads/pod-groups';
import { cuttingPolicy } from '../../reads/policies';

export const validNetworkPath: PodRule = {
  id: 'k8s/valid-network-path',
  severity: 'error',
  summary: 'Network policies let every call through that a variable, a ConfigMap or an argument shows.',
  why: 'A network policy drops a call without an error on either side: the caller waits until it times out. Variables, ConfigMaps and arguments show which calls a Pod makes.',
  see: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation'],
  checkPod(template, { index, environment }, tell) {
    if (POLICY_KINDS.every(([group, kind]) => index.ofKind(group, kind).length === 0)) return;
    for (const call of shownCalls(template, index)) {
      for (const { cut, target, port } of cutsOf(call, index, environment)) {
        const [closed, way] =
          cut.direction === 'egress' ? ([template, 'out of'] as const) : ([target, 'into'] as const);
        const place = `port ${port.port ?? port.portName} ${way} ${closed.owner.namespace}`;
        const isOfCluster = cut.policy.kind === CLUSTER_NETWORK_POLICY.kind;
        tell({
          path: call.path,
          found: call.address,
          what: `it calls ${call.address} (${call.where}), but ${describeIdentity(cut.policy)} ${
            isOfCluster
              ? `denies it at port ${port.port ?? port.portName} of ${describeIdentity(target.owner)}`
              : `closes ${describeIdentity(closed.owner)} and nothing opens ${place}`
          }. The call times out.`,
          fix: isOfCluster
            ? 'correct the address, or have the platform team accept the call in a rule that comes first.'
            : `allow it with allowFrom(), or correct the address; environment ${environment.name} isolates the namespace.`,
        });
      }
    }
  },
};

const POLICY_KINDS = [
  ['networking.k8s.io', 'NetworkPolicy'],
  [splitApiVersion(CLUSTER_NETWORK_POLICY.apiVersion).group, CLUSTER_NETWORK_POLICY.kind],
] as const;

/** The Pods behind the Service of a call that a policy closes to it. */
function cutsOf(call: ShownCall, index: ObjectIndex, environment: Environment) {
  const { service, from } = call;
  return index.selected(service.namespace ?? '', mapAt(service.value, 'spec', 'selector')).flatMap((target) => {
    const port = containerPortOf(service, call.servicePort, target);
    if (port === undefined || target === from) return [];
    const cut = cuttingPolicy(
      { from, to: target, ...port },
      index,
      (pod) => environment.platform !== 'eks' || !isOnFargate(pod, environment),
    );
    return cut === undefined ? [] : [{ cut, target, port }];
  });
}
