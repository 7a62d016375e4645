import { type FactSources, factsOf } from '../../../scripts/import/facts';

const REFERENCE = 'https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.37';
const kind = (group: string, version: string, name: string) => ({
  'x-kubernetes-group-version-kind': [{ group, version, kind: name }],
});

const SOURCES: FactSources = {
  version: '1.37',
  oldest: '1.28',
  definitions: {
    'io.k8s.api.batch.v1.Job': kind('batch', 'v1', 'Job'),
    'io.k8s.api.core.v1.Pod': kind('', 'v1', 'Pod'),
    'io.k8s.api.rbac.v1.ClusterRole': kind('rbac.authorization.k8s.io', 'v1', 'ClusterRole'),
    'io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions': kind('apps', 'v1', 'DeleteOptions'),
  },
  bundle: {
    kinds: { 'batch/v1/Job': 'batch.v1.Job', 'v1/Pod': 'core.v1.Pod' },
    definitions: {
      'batch.v1.Job': { properties: { spec: { ref: 'batch.v1.JobSpec' } } },
      'batch.v1.JobSpec': {
        required: ['template'],
        properties: {
          template: { ref: 'core.v1.PodTemplateSpec' },
          completionMode: { type: 'string', enum: ['NonIndexed', 'Indexed'] },
          suspend: { type: 'boolean' },
          managedBy: { type: 'string' },
        },
      },
      'core.v1.Pod': { properties: { spec: { ref: 'core.v1.PodSpec' } } },
      'core.v1.Container': {
        required: ['name'],
        properties: {
          name: { type: 'string', maxLength: 63, pattern: '^[a-z]*$' },
          args: { type: 'array', items: { type: 'string' } },
          ports: { type: 'array', listKeys: ['containerPort', 'protocol'], minItems: 1 },
          uid: { type: 'integer', minimum: 1, maximum: 5, enum: [''] },
          modes: { type: 'array', set: true, maxItems: 2, items: { type: 'string', enum: ['IPv4', 'IPv6'] } },
        },
      },
    },
  },
  fieldVersions: { 'batch.v1.JobSpec': { managedBy: ['1.30', '1.37'], suspend: ['1.28', '1.36'] } },
  served: { 'batch/v1/Job': ['1.28', '1.37'], 'rbac.authorization.k8s.io/v1/ClusterRole': ['1.36', '1.37'] },
};

describe('the doc comment of a typed kind', () => {
  const facts = factsOf(SOURCES);

  it('9.5 says of a kind what it is, since when there is one, and where the reference has it', () => {
    expect(facts('io.k8s.api.batch.v1.Job')).toBe(`Job of batch/v1, in a namespace. @see ${REFERENCE}/#job-v1-batch`);
    expect(facts('io.k8s.api.core.v1.Pod')).toBe(`Pod of v1, in a namespace. @see ${REFERENCE}/#pod-v1-core`);
    expect(facts('io.k8s.api.rbac.v1.ClusterRole')).toBe(
      `ClusterRole of rbac.authorization.k8s.io/v1, of the whole cluster. Since Kubernetes 1.36. @see ${REFERENCE}/#clusterrole-v1-rbac-authorization-k8s-io`,
    );
  });

  it('9.5 has the address alone for a type that is no kind, and for the types of all groups', () => {
    expect(facts('io.k8s.api.core.v1.Container')).toBe(`@see ${REFERENCE}/#container-v1-core`);
    expect(facts('io.k8s.apimachinery.pkg.apis.meta.v1.DeleteOptions')).toBe(
      `@see ${REFERENCE}/#deleteoptions-v1-meta`,
    );
    expect(facts('io.k8s.apimachinery.pkg.util.intstr.IntOrString')).toBeUndefined();
  });

  it('9.5 says of a field of a spec whether it is required, its values, what cannot be changed, and since when', () => {
    const see = `@see ${REFERENCE}/#jobspec-v1-batch`;
    const field = (name: string) => facts(`io.k8s.api.batch.v1.JobSpec#${name}`);
    expect(field('template')).toBe(`Required. Immutable in a Job: a change needs a new object. ${see}`);
    expect(field('completionMode')).toBe(
      `One of \`NonIndexed\`, \`Indexed\`. Immutable in a Job: a change needs a new object. ${see}`,
    );
    expect(field('managedBy')).toBe(`Immutable in a Job: a change needs a new object. Since Kubernetes 1.30. ${see}`);
    expect(field('suspend')).toBe(see);
  });

  it('9.5 says of other fields their facts, and nothing where there are none', () => {
    const field = (name: string) => facts(`io.k8s.api.core.v1.Container#${name}`);
    expect(field('name')).toBe('Required. At most 63 characters. Matches `^[a-z]*$`.');
    expect(field('ports')).toBe('At least 1 item. No two items with the same `containerPort` and `protocol`.');
    expect(field('uid')).toBe('`""`. 1–5.');
    expect(field('modes')).toBe('At most 2 items. No two items alike. Each: one of `IPv4`, `IPv6`.');
    expect([field('args'), field('gone')]).toEqual([undefined, undefined]);
  });
});
