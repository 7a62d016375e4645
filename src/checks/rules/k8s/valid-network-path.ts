import { describeIdentity } from '../../../model/identity';
import { mapAt } from '../../../model/json';
import type { PodRule } from '../../engine/rule';
import { containerPortOf, shownCalls } from '../../reads/calls';
import { cuttingPolicy } from '../../reads/policies';

export const validNetworkPath: PodRule = {
  id: 'k8s/valid-network-path',
  severity: 'error',
  summary: 'Network policies let every call through that a variable, a ConfigMap or an argument shows.',
  why: 'A network policy drops a call without an error on either side: the caller waits until it times out. Variables, ConfigMaps and arguments show which calls a Pod makes.',
  see: ['https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation'],
  checkPod(template, { index, environment }, tell) {
    if (index.ofKind('networking.k8s.io', 'NetworkPolicy').length === 0) return;
    for (const call of shownCalls(template, index)) {
      const { service } = call;
      for (const target of index.selected(service.namespace ?? '', mapAt(service.value, 'spec', 'selector'))) {
        const port = containerPortOf(service, call.servicePort, target);
        if (port === undefined || target === template) continue;
        const cut = cuttingPolicy({ from: template, to: target, ...port }, index);
        if (cut === undefined) continue;
        const side = cut.direction === 'egress' ? describeIdentity(template.owner) : describeIdentity(target.owner);
        const where =
          cut.direction === 'egress' ? `out of ${template.owner.namespace}` : `into ${target.owner.namespace}`;
        tell({
          path: call.path,
          found: call.address,
          what: `it calls ${call.address} (${call.where}), but ${describeIdentity(cut.policy)} closes ${side} and nothing opens port ${port.port ?? port.portName} ${where}. The call times out.`,
          fix: `allow it with allowFrom(), or correct the address; environment ${environment.name} isolates the namespace.`,
        });
      }
    }
  },
};
