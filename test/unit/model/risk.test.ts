import { BUILT_IN_KINDS } from '../../../src/knowledge/kubernetes/kinds';
import { defined } from '../../../src/model/defined';
import type { JsonValue } from '../../../src/model/json';
import { type Risk, riskOf } from '../../../src/model/risk';

const CUSTOM = { IngressClassParams: 'elbv2.k8s.aws' } as Readonly<Record<string, string>>;
const GROUPS = [...BUILT_IN_KINDS.keys()].map((key) => key.split('/') as [string, string]);

const objectOf = (kind: string) => {
  const [group] = GROUPS.find(([, known]) => known === kind) ?? [CUSTOM[kind] ?? ''];
  return { group, kind, name: 'a' };
};

const of = (kind: string, field: string, was?: JsonValue) => {
  const object = objectOf(kind);
  return riskOf({ object, kind: 'changed', field, before: 'one', after: 'another' }, was);
};

describe('the risk of a change', () => {
  it.each<[string, string, Risk]>([
    ['Deployment', 'spec.selector.matchLabels.app', 'refused'],
    ['Deployment', 'spec.template.metadata.labels.app', 'restart'],
    ['Deployment', 'spec.template.spec.containers.web.image', 'restart'],
    ['Deployment', 'spec.replicas', 'scale'],
    ['Deployment', 'spec.revisionHistoryLimit', 'harmless'],
    ['Deployment', 'metadata.labels.app', 'harmless'],
    ['StatefulSet', 'spec.serviceName', 'refused'],
    ['StatefulSet', 'spec.volumeClaimTemplates[0].spec.resources.requests.storage', 'refused'],
    ['StatefulSet', 'spec.template.spec.containers.db.image', 'restart'],
    ['StatefulSet', 'spec.replicas', 'scale'],
    ['StatefulSet', 'spec.minReadySeconds', 'harmless'],
    ['PersistentVolumeClaim', 'spec.storageClassName', 'refused'],
    ['PersistentVolumeClaim', 'spec.resources.limits.storage', 'unknown'],
    ['StorageClass', 'parameters.type', 'refused'],
    ['StorageClass', 'allowVolumeExpansion', 'harmless'],
    ['RoleBinding', 'roleRef.name', 'refused'],
    ['RoleBinding', 'subjects[0].name', 'widened'],
    ['Role', 'rules[0].verbs', 'access'],
    ['ServiceAccount', 'metadata.annotations["eks.amazonaws.com/role-arn"]', 'widened'],
    ['Service', 'spec.ports.http.port', 'traffic'],
    ['Service', 'spec.sessionAffinity', 'traffic'],
    ['Ingress', 'metadata.annotations["alb.ingress.kubernetes.io/scheme"]', 'load-balancer'],
    ['Ingress', 'metadata.annotations["alb.ingress.kubernetes.io/group.name"]', 'load-balancer'],
    ['Ingress', 'metadata.annotations["alb.ingress.kubernetes.io/target-type"]', 'targets'],
    ['Ingress', 'metadata.annotations["alb.ingress.kubernetes.io/target-control-port.web.80"]', 'targets'],
    ['Ingress', 'metadata.annotations["alb.ingress.kubernetes.io/load-balancer-name"]', 'later'],
    ['Ingress', 'metadata.annotations["alb.ingress.kubernetes.io/inbound-cidrs"]', 'widened'],
    ['IngressClassParams', 'spec.scheme', 'load-balancer'],
    ['Service', 'metadata.annotations["service.beta.kubernetes.io/aws-load-balancer-scheme"]', 'load-balancer'],
    ['Service', 'metadata.annotations["service.beta.kubernetes.io/aws-load-balancer-nlb-target-type"]', 'targets'],
    ['Service', 'metadata.annotations["service.beta.kubernetes.io/aws-load-balancer-eip-allocations"]', 'later'],
    ['Service', 'metadata.annotations["service.beta.kubernetes.io/aws-load-balancer-name"]', 'later'],
    ['Service', 'metadata.annotations["service.beta.kubernetes.io/aws-load-balancer-disable-nlb-sg"]', 'later'],
    ['Service', 'metadata.annotations["service.beta.kubernetes.io/aws-load-balancer-quic-enabled-ports"]', 'targets'],
    ['Service', 'metadata.annotations["service.beta.kubernetes.io/aws-load-balancer-backend-protocol"]', 'targets'],
    ['Service', 'metadata.annotations["service.beta.kubernetes.io/aws-load-balancer-security-groups"]', 'widened'],
    ['Service', 'metadata.annotations["service.beta.kubernetes.io/aws-load-balancer-ssl-ports"]', 'traffic'],
    ['Service', 'metadata.annotations["service.beta.kubernetes.io/actions.TCP-80"]', 'traffic'],
    ['Service', 'spec.loadBalancerSourceRanges', 'widened'],
    ['NetworkPolicy', 'spec.ingress[0].from[0].podSelector', 'traffic'],
    ['HorizontalPodAutoscaler', 'spec.minReplicas', 'scale'],
    ['ConfigMap', 'data.key', 'later'],
  ])('%s %s: %s', (kind, field, risk) => expect(of(kind, field)).toBe(risk));

  it('knows what says of itself that it cannot change', () =>
    expect([
      of('ConfigMap', 'data.key', { immutable: true }),
      of('ConfigMap', 'immutable', { immutable: true }),
    ]).toEqual(['refused', 'refused']));

  it('knows what the controller takes where nothing is said, and that a Service keeps its scheme', () => {
    const changed = (kind: string, key: string, before?: string, after?: string) =>
      riskOf(
        {
          object: objectOf(kind),
          kind: 'changed',
          field: `metadata.annotations["${key}"]`,
          ...defined({ before, after }),
        },
        {},
      );
    const alb = 'alb.ingress.kubernetes.io/scheme';
    const nlb = 'service.beta.kubernetes.io/aws-load-balancer-scheme';
    expect([
      changed('Ingress', alb, undefined, 'internal'),
      changed('Ingress', alb, undefined, 'internet-facing'),
      changed('Ingress', alb, 'internet-facing'),
      changed('Service', nlb, 'internet-facing'),
      changed('Service', nlb, 'internal'),
    ]).toEqual(['traffic', 'load-balancer', 'load-balancer', 'later', 'traffic']);
  });

  it('knows that the class of a load balancer cannot be changed', () => {
    const spec = { type: 'LoadBalancer' };
    const change = {
      object: { group: '', kind: 'Service', name: 'a' },
      kind: 'changed',
      field: 'spec.loadBalancerClass',
    };
    const values = { before: 'service.k8s.aws/nlb', after: 'eks.amazonaws.com/nlb' };
    expect(riskOf({ ...change, ...values, kind: 'changed' }, { spec }, {}, { spec })).toBe('refused');
  });

  it('knows that a claim grows and never shrinks', () => {
    const claim = { group: '', kind: 'PersistentVolumeClaim', name: 'a' };
    const field = 'spec.resources.requests.storage';
    const resized = (before: string, after: string) =>
      riskOf({ object: claim, kind: 'changed', field, before, after }, {});
    expect([
      resized('10Gi', '9Gi'),
      resized('1Gi', '1024M'),
      resized('10Gi', '20Gi'),
      resized('1Gi', '1024Mi'),
    ]).toEqual(['refused', 'refused', 'cost', 'harmless']);
  });

  it('names the data that a deletion takes', () => {
    const removed = (kind: string) => riskOf({ object: objectOf(kind), kind: 'removed', field: '' }, {});
    expect([removed('PersistentVolumeClaim'), removed('Namespace'), removed('Service')]).toEqual([
      'data',
      'data',
      'unavailable',
    ]);
  });
});
