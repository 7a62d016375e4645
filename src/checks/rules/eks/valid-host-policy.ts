import { type FieldPath, listAt, textAt } from '../../../model/json';
import { wrongPolicyHosts } from '../../../model/policy-hosts';
import type { ObjectRule } from '../../engine/rule';

export const validHostPolicy: ObjectRule = {
  id: 'eks/valid-host-policy',
  severity: 'error',
  summary: 'Network policies name hosts only where nodes know them, and never to deny calls.',
  why: 'The server takes hosts in an ApplicationNetworkPolicy or a ClusterNetworkPolicy on every cluster. Only nodes of EKS Auto Mode read them; on others that part does nothing, and calls to these hosts are dropped.',
  see: ['https://docs.aws.amazon.com/eks/latest/userguide/auto-net-pol.html'],
  kinds: ['networking.k8s.aws/ApplicationNetworkPolicy', 'networking.k8s.aws/ClusterNetworkPolicy'],
  check(object, { environment }, tell) {
    listAt(object.value, 'spec', 'egress').forEach((rule, r) => {
      listAt(rule, 'to').forEach((peer, p) => {
        const hosts = listAt(peer, 'domainNames').map(String);
        if (hosts.length === 0) return;
        const path: FieldPath = ['spec', 'egress', r, 'to', p, 'domainNames'];
        const wrong = wrongPolicyHosts(textAt(rule, 'action'), hosts, environment);
        if (wrong !== undefined) tell({ path, found: hosts.join(', '), ...wrong });
      });
    });
  },
};
