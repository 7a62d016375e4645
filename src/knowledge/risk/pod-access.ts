import { containerField, K8S, POD_KINDS, podField, type RiskRow, rowsOf } from './row';
import { adds, becomes } from './values';

/** What a Pod may do to its node and to others: fields that Pod Security watches, and a few more. */
export const POD_ACCESS_ROWS: readonly RiskRow[] = rowsOf(
  { kinds: POD_KINDS, source: `${K8S}concepts/security/pod-security-standards/` },
  {
    privileged: {
      field: containerField('securityContext\\.privileged$'),
      shown: 'containers[].securityContext.privileged → true',
      when: becomes(true),
      risk: 'widened',
      why: 'a privileged container does on its node whatever root does.',
    },
    'privilege-escalation': {
      field: containerField('securityContext\\.allowPrivilegeEscalation$'),
      shown: 'containers[].securityContext.allowPrivilegeEscalation, not false any more',
      when: ({ before, after }) => after !== false && (before === false || after === true),
      risk: 'widened',
      why: 'a process may gain more rights than its parent, as by a setuid binary.',
    },
    'capabilities-added': {
      field: containerField('securityContext\\.capabilities\\.add\\b'),
      shown: 'containers[].securityContext.capabilities.add',
      when: adds,
      risk: 'widened',
      why: 'the container gets a capability of root that it did not have.',
    },
    'capabilities-kept': {
      field: containerField('securityContext\\.capabilities\\.drop\\b'),
      shown: 'containers[].securityContext.capabilities.drop, fewer',
      when: ({ before, after, ...rest }) => adds({ ...rest, before: after, after: before }),
      risk: 'widened',
      why: 'the container keeps a capability that was dropped.',
    },
    'run-as-root': {
      field: podField(`(?:.*\\.)?securityContext\\.(?:runAsUser|runAsGroup|fsGroup)$`),
      shown: 'securityContext.runAsUser → 0',
      when: becomes(0),
      risk: 'widened',
      why: 'the process runs as root, or with the group of root.',
    },
    'run-as-non-root': {
      field: podField(`(?:.*\\.)?securityContext\\.runAsNonRoot$`),
      shown: 'securityContext.runAsNonRoot, not true any more',
      when: ({ before, after }) => before === true && after !== true,
      risk: 'widened',
      why: 'the kubelet starts an image that runs as root.',
    },
    'root-filesystem': {
      field: containerField('securityContext\\.readOnlyRootFilesystem$'),
      shown: 'containers[].securityContext.readOnlyRootFilesystem, not true any more',
      when: ({ before, after }) => before === true && after !== true,
      risk: 'widened',
      why: 'the process may write into its image, where an intruder leaves tools.',
    },
    'proc-mount': {
      field: containerField('securityContext\\.procMount$'),
      shown: 'containers[].securityContext.procMount → Unmasked',
      when: becomes('Unmasked'),
      risk: 'widened',
      why: 'the container sees parts of /proc that are hidden otherwise.',
    },
    seccomp: {
      field: podField(`(?:.*\\.)?securityContext\\.(?:seccompProfile|appArmorProfile)\\.type$`),
      shown: 'securityContext.seccompProfile.type → Unconfined',
      when: ({ before, after }) => (after === 'Unconfined' || after === undefined) && before !== after,
      risk: 'widened',
      why: 'system calls are not filtered any more by a profile that was set.',
    },
    'host-namespaces': {
      field: podField('(?:hostNetwork|hostPID|hostIPC)$'),
      shown: '{hostNetwork, hostPID, hostIPC} → true',
      when: becomes(true),
      risk: 'widened',
      why: 'the Pod shares the network, processes or memory of its node; with hostNetwork, network policies of its Pods do not hold.',
    },
    'host-users': {
      field: podField('hostUsers$'),
      shown: 'hostUsers, not false any more',
      when: ({ before, after }) => before === false && after !== false,
      risk: 'widened',
      why: 'root of the container is root of the node again.',
    },
    'shared-processes': {
      field: podField('shareProcessNamespace$'),
      shown: 'shareProcessNamespace → true',
      when: becomes(true),
      risk: 'widened',
      why: 'each container of the Pod sees the processes and the memory of the others.',
    },
    'host-path': {
      field: podField('volumes\\b.*\\.hostPath(?:\\.path)?$'),
      shown: 'volumes[].hostPath',
      when: ({ after }) => after !== undefined,
      risk: 'widened',
      why: 'the Pod reads, and perhaps writes, files of its node.',
    },
    'host-port': {
      field: containerField('ports\\b.*\\.hostPort$'),
      shown: 'containers[].ports[].hostPort',
      when: ({ before, after }) => before === undefined && typeof after === 'number' && after > 0,
      risk: 'widened',
      why: 'the port is open on the address of the node too, past Services and many policies.',
    },
    'token-mounted': {
      kinds: `${POD_KINDS} ServiceAccount`,
      field: /(?:^|\.)automountServiceAccountToken$/,
      shown: 'automountServiceAccountToken, not false any more',
      when: ({ before, after }) => before === false && after !== false,
      risk: 'widened',
      why: 'each container holds a token of the API server.',
      source: `${K8S}tasks/configure-pod-container/configure-service-account/`,
    },
    'other-service-account': {
      field: podField('serviceAccountName$'),
      shown: 'serviceAccountName',
      when: ({ before, after }) => before !== after && after !== undefined,
      risk: 'widened',
      why: 'new Pods have the rights of another ServiceAccount, in the cluster and in AWS; those that go beyond the old ones are not compared.',
      source: `${K8S}concepts/security/service-accounts/`,
    },
    'tolerates-all': {
      field: podField('tolerations\\b'),
      shown: 'tolerations, one without a key',
      when: ({ after }) =>
        typeof after === 'object' &&
        after !== null &&
        !Array.isArray(after) &&
        Object.entries(after).some(([key, value]) => key === 'operator' && value === 'Exists') &&
        !Object.hasOwn(after, 'key'),
      risk: 'widened',
      why: 'the Pod runs on every tainted node, those of other teams and those that drain included.',
      source: `${K8S}concepts/scheduling-eviction/taint-and-toleration/`,
    },
    'system-priority': {
      field: podField('priorityClassName$'),
      shown: 'priorityClassName → system-*',
      when: ({ before, after }) => typeof after === 'string' && after.startsWith('system-') && before !== after,
      risk: 'widened',
      why: 'the Pods push others off their nodes, and are evicted last.',
      source: `${K8S}concepts/scheduling-eviction/pod-priority-preemption/`,
    },
  } as const satisfies Parameters<typeof rowsOf>[1],
).map((row) => ({ ...row, on: ['changed', 'added'] }));
