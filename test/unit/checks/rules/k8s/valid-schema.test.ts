import { validSchema } from '../../../../../src/checks/rules/k8s/valid-schema';
import { saidBy } from '../../../../support/schemas';

const metadata = { name: 'web', namespace: 'shop' };
const pod = (spec: object, container: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata,
  spec: { containers: [{ name: 'web', image: 'web:1', ...container }], ...spec },
});
const service = (...ports: readonly object[]) => ({ apiVersion: 'v1', kind: 'Service', metadata, spec: { ports } });
const said = (object: object, version?: string) => saidBy(validSchema, [object as never], version);

it('says that a field is unknown, and which one may be meant', () => {
  expect(said(pod({}, { livnessProbe: {} }))).toEqual([
    'spec.containers[0].livnessProbe: Pod shop/web: Kubernetes 1.34 knows no field `livnessProbe` here. The server drops it or refuses the object. Did you mean "livenessProbe"? fix: correct or remove `livnessProbe`.',
  ]);
});

it('says when a field arrives', () => {
  expect(said(pod({ hostnameOverride: 'a' }), '1.33')).toEqual([
    'spec.hostnameOverride: Pod shop/web: Kubernetes 1.33 knows no field `hostnameOverride` here; it arrives with 1.34. The server drops it or refuses the object. fix: remove `hostnameOverride` until the cluster runs 1.34.',
  ]);
  expect(said(pod({ hostnameOverride: 'a' }), '1.34')).toEqual([]);
});

it('says that a field is gone', () => {
  const claims = { resourceClaims: [{ name: 'gpu', source: { resourceClaimName: 'a' } }] };
  expect(said(pod(claims), '1.31')).toEqual([
    'spec.resourceClaims[0].source: Pod shop/web: Kubernetes 1.31 knows no field `source` here; 1.30 was the last version with it. The server drops it or refuses the object. fix: remove `source`.',
  ]);
  expect(said(pod(claims), '1.30')).toEqual([]);
});

it('names the definition of a custom kind, not Kubernetes', () => {
  const object = { apiVersion: 'elbv2.k8s.aws/v1beta1', kind: 'IngressClassParams', metadata: { name: 'a' } };
  expect(said({ ...object, spec: { schema: 'internal' } })).toEqual([
    'spec.schema: IngressClassParams.elbv2.k8s.aws a: its definition knows no field `schema` here. The server drops it or refuses the object. Did you mean "scheme"? fix: correct or remove `schema`.',
  ]);
});

it('wants no status in Git, unless it says nothing, as kubectl writes it', () => {
  expect(said({ ...service({ port: 80 }), status: { loadBalancer: {} } })).toEqual([]);
  expect(said({ ...service({ port: 80 }), status: { loadBalancer: { ingress: [{ ip: '10.0.0.1' }] } } })).toEqual([
    'status: Service shop/web: controllers write `status`, and each sync would undo what they wrote. fix: leave `status` out.',
  ]);
});

it('says what is missing, though the published schema does not', () => {
  expect(said(pod({ containers: [{ name: 'web' }] }))).toEqual([
    'spec.containers[0].image: Pod shop/web: `image` is required and missing, so the server refuses the object. fix: set `image`.',
  ]);
});

it('says which values are taken, and which may be meant', () => {
  expect(said(service({ port: 80, protocol: 'tcp' }))).toEqual([
    'spec.ports[0].protocol: Service shop/web: found "tcp"; wanted "TCP" or "UDP" or "SCTP". The server refuses the object. Did you mean "TCP"? fix: use "TCP" or "UDP" or "SCTP".',
  ]);
  expect(said(service({ port: 70000 }))).toEqual([
    'spec.ports[0].port: Service shop/web: found 70000; wanted 1 to 65535. The server refuses the object. fix: use 1 to 65535.',
  ]);
  expect(said(pod({}, { resources: { limits: { memory: '512MB' } } }))).toEqual([
    'spec.containers[0].resources.limits.memory: Pod shop/web: found "512MB"; wanted a quantity such as 250m or 512Mi. The server refuses the object. fix: use a quantity such as 250m or 512Mi.',
  ]);
});

it('says that a type is wrong', () => {
  expect(said(pod({}, { env: [{ name: 'PORT', value: 8080 }] }))).toEqual([
    'spec.containers[0].env[0].value: Pod shop/web: found the number 8080 where text is wanted, so the server refuses the object. fix: give text.',
  ]);
});

it('says that a key stands twice', () => {
  expect(said(service({ name: 'a', port: 80 }, { name: 'b', port: 80, protocol: 'TCP' }))).toEqual([
    'spec.ports[1]: Service shop/web: the same port 80 and protocol "TCP" stands here and in an earlier item; the server refuses both, or keeps one. fix: use other values than item [0], or remove this one.',
  ]);
});

it('says which alternatives there are', () => {
  expect(said(pod({}, { livenessProbe: { periodSeconds: 5 } }))).toEqual([
    'spec.containers[0].livenessProbe: Pod shop/web: the server wants exactly one of `exec`, `grpc`, `httpGet`, `tcpSocket`, and found none of them. fix: set exactly one of `exec`, `grpc`, `httpGet`, `tcpSocket`.',
  ]);
});

it('never shows what a Secret holds', () => {
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata, data: { password: 'hunter2!' } };
  expect(said(secret)).toEqual([
    'data.password: Secret shop/web: found text that is not base64; wanted base64. The server refuses the object. fix: use base64.',
  ]);
});

it('takes what the server fills in', () => {
  const budgets = [{ schedule: '@daily', duration: '8h' }];
  const pool = {
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodePool',
    metadata: { name: 'general' },
    spec: {
      disruption: { budgets },
      template: {
        spec: { nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: 'a' }, requirements: [] },
      },
    },
  };
  expect(said(pool)).toEqual([
    'spec.disruption.consolidateAfter: NodePool.karpenter.sh general: `consolidateAfter` is required and missing, so the server refuses the object. fix: set `consolidateAfter`.',
  ]);
});
