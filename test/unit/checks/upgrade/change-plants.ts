import type { VersionChangeId } from '../../../../src/knowledge/kubernetes/version-changes';
import type { JsonObject } from '../../../../src/model/json';
import { deployment, object } from './world';

interface ChangePlant {
  /** Objects that the row is about. */
  readonly wrong: readonly JsonObject[];
  /** The smallest corrections, and what only looks like them. */
  readonly right: readonly JsonObject[];
}

const MOUNTABLE = { annotations: { 'kubernetes.io/enforce-mountable-secrets': 'true' } };
const binding = (kind: string, name: string) =>
  object('rbac.authorization.k8s.io/v1', kind, {
    subjects: [
      { kind: 'Group', name: 'developers' },
      { kind: 'Group', name },
    ],
  });
const service = (spec: JsonObject) => object('v1', 'Service', { spec });
const claim = { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] };
const nodeClass = (userData: string) => object('karpenter.k8s.aws/v1', 'EC2NodeClass', { spec: { userData } });
const statefulSet = (rollingUpdate: JsonObject) =>
  object('apps/v1', 'StatefulSet', { spec: { updateStrategy: { rollingUpdate } } });
const nodePool = (group: string, disruption: JsonObject) =>
  object('karpenter.sh/v1', 'NodePool', { spec: { template: { spec: { nodeClassRef: { group } } }, disruption } });
const policy = (cidr: string, except: readonly string[]) =>
  object('networking.k8s.io/v1', 'NetworkPolicy', { spec: { egress: [{ to: [{ ipBlock: { cidr, except } }] }] } });

/** Of each row of the table. A row without one does not compile. */
export const CHANGE_PLANTS: Readonly<Record<VersionChangeId, ChangePlant>> = {
  anonymousRequests: {
    wrong: [binding('ClusterRoleBinding', 'system:unauthenticated'), binding('RoleBinding', 'system:anonymous')],
    right: [binding('ClusterRoleBinding', 'system:authenticated')],
  },
  mountableSecrets: {
    wrong: [object('v1', 'ServiceAccount', {}, MOUNTABLE)],
    right: [object('v1', 'Secret', {}, MOUNTABLE)],
  },
  endpoints: { wrong: [object('v1', 'Endpoints')], right: [object('discovery.k8s.io/v1', 'EndpointSlice')] },
  appArmor: {
    wrong: [
      deployment({ securityContext: { appArmorProfile: { type: 'RuntimeDefault' } } }),
      deployment({}, {}, { 'container.apparmor.security.beta.kubernetes.io/main': 'runtime/default' }),
    ],
    right: [deployment({ securityContext: { seccompProfile: { type: 'RuntimeDefault' } } })],
  },
  ingressNginx: {
    wrong: [
      object('networking.k8s.io/v1', 'IngressClass', { spec: { controller: 'k8s.io/ingress-nginx' } }),
      object('argoproj.io/v1alpha1', 'Application', { spec: { source: { chart: 'ingress-nginx' } } }),
      deployment({}, { image: 'registry.k8s.io/ingress-nginx/controller:v1.13.0' }),
    ],
    right: [object('networking.k8s.io/v1', 'IngressClass', { spec: { controller: 'ingress.k8s.aws/alb' } })],
  },
  ipvs: {
    wrong: [
      object(
        'v1',
        'ConfigMap',
        { data: { config: 'kind: KubeProxyConfiguration\nmode: "ipvs"\n' } },
        { name: 'kube-proxy-config' },
      ),
    ],
    right: [
      object(
        'v1',
        'ConfigMap',
        { data: { config: 'mode: "iptables"\nipvs:\n  scheduler: rr\n' } },
        { name: 'kube-proxy-config' },
      ),
      object('v1', 'ConfigMap', { data: { config: 'mode: ipvs' } }),
    ],
  },
  cgroupV1: {
    wrong: [nodeClass('grubby --args="systemd.unified_cgroup_hierarchy=0"')],
    right: [nodeClass('grubby --args="systemd.unified_cgroup_hierarchy=1"')],
  },
  gitRepo: {
    wrong: [deployment({ volumes: [{ name: 'code', gitRepo: { repository: 'https://git.example.com/code.git' } }] })],
    right: [deployment({ volumes: [{ name: 'code', emptyDir: {} }] })],
  },
  strictAddresses: {
    wrong: [
      service({ clusterIP: '010.0.0.7', loadBalancerSourceRanges: ['203.0.113.5/24'] }),
      policy('10.0.0.0/8', ['010.1.0.0/16']),
      deployment({ hostAliases: [{ ip: '::ffff:10.0.0.1' }], dnsConfig: { nameservers: ['10.0.0.02'] } }),
      object('discovery.k8s.io/v1', 'EndpointSlice', { endpoints: [{ addresses: ['10.0.00.1'] }] }),
      object('v1', 'Endpoints', { subsets: [{ addresses: [{ ip: '10.00.0.1' }] }] }),
    ],
    right: [
      service({ clusterIP: 'None', loadBalancerSourceRanges: ['203.0.113.0/24'] }),
      policy('10.0.0.0/8', ['10.1.0.0/16']),
      deployment({ hostAliases: [{ ip: '10.0.0.1' }], dnsConfig: { nameservers: ['fd00::10'] } }),
      object('shop.example.com/v1', 'Gate', { spec: { clusterIP: '010.0.0.7' } }),
    ],
  },
  seLinuxMount: {
    wrong: [deployment({ securityContext: { seLinuxOptions: { level: 's0:c1' } }, ...claim })],
    right: [
      deployment({
        securityContext: { seLinuxOptions: { level: 's0:c1' }, seLinuxChangePolicy: 'Recursive' },
        ...claim,
      }),
      deployment({ securityContext: { seLinuxOptions: { level: 's0:c1' } }, volumes: [{ name: 'tmp', emptyDir: {} }] }),
      deployment(claim),
    ],
  },
  externalIps: { wrong: [service({ externalIPs: ['203.0.113.7'] })], right: [service({ externalIPs: [] })] },
  maxUnavailable: {
    wrong: [statefulSet({ maxUnavailable: 2 }), statefulSet({ maxUnavailable: '50%' })],
    right: [statefulSet({ maxUnavailable: 1 }), statefulSet({ partition: 2 })],
  },
  balancedConsolidation: {
    wrong: [nodePool('eks.amazonaws.com', { consolidateAfter: '30s' })],
    right: [
      nodePool('eks.amazonaws.com', { consolidationPolicy: 'WhenEmpty' }),
      nodePool('karpenter.k8s.aws', { consolidateAfter: '30s' }),
    ],
  },
};
