import { at, type FieldPath, listAt } from '../../../model/json';
import { knowsHosts } from '../../../model/node-network';
import type { ObjectRule } from '../../engine/rule';

export const validHostPolicy: ObjectRule = {
  id: 'eks/valid-host-policy',
  severity: 'error',
  summary: 'Network policies name hosts only where nodes know them, and only to let calls through.',
  why: 'The server takes hosts in an ApplicationNetworkPolicy or a ClusterNetworkPolicy on every cluster. Only nodes of EKS Auto Mode read them; on others that part does nothing, and calls to these hosts are dropped.',
  see: ['https://docs.aws.amazon.com/eks/latest/userguide/auto-net-pol.html'],
  kinds: ['networking.k8s.aws/ApplicationNetworkPolicy', 'networking.k8s.aws/ClusterNetworkPolicy'],
  check(object, { environment }, tell) {
    listAt(object.value, 'spec', 'egress').forEach((rule, r) => {
      listAt(rule, 'to').forEach((peer, p) => {
        const hosts = listAt(peer, 'domainNames').map(String);
        if (hosts.length === 0) return;
        const path: FieldPath = ['spec', 'egress', r, 'to', p, 'domainNames'];
        const action = at(rule, 'action');
        const isAccept = action === undefined || action === 'Accept';
        if (!isAccept)
          tell({
            path,
            found: hosts.join(', '),
            what: `the rule's action is ${String(action)}, and hosts are known to Accept alone: nothing is kept from ${hosts.join(', ')}.`,
            fix: 'accept the hosts that may be called, and deny all others by their addresses in a later rule.',
          });
        if (isAccept && !knowsHosts(environment))
          tell({
            path,
            found: hosts.join(', '),
            what: `it names hosts, and no node of environment ${environment.name} reads them (those of EKS Auto Mode alone do): calls to ${hosts.join(', ')} are dropped.`,
            fix: 'name the blocks of their addresses, in a NetworkPolicy with ipBlock; allowEgress({ hosts, cidrs }) takes what the nodes of each environment know.',
          });
      });
    });
  },
};
