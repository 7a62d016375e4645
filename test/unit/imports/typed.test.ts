import { typedKinds } from '../../../scripts/pages/custom-kinds';
import { ROOT } from '../../support/project';
import { schemasOf } from '../../support/schemas';

const typed = typedKinds(ROOT);

it('all custom kinds that have a schema are typed, in each of their versions', () => {
  const classes = new Set(typed.map(({ apiVersion, kind }) => `${apiVersion}/${kind}`));
  const { custom } = schemasOf();
  expect(Object.keys(custom.kinds).length).toBeGreaterThanOrEqual(59);
  expect(Object.keys(custom.kinds).filter((key) => !classes.has(key))).toEqual([]);
});

it('of a kind with several versions, the one that is stored has the name', () => {
  expect(typed.filter(({ name, kind }) => /V\d\w*$/.test(name) && name.startsWith(kind))).toEqual([
    {
      module: 'elbv2.k8s.aws',
      name: 'TargetGroupBindingV1Alpha1',
      apiVersion: 'elbv2.k8s.aws/v1alpha1',
      kind: 'TargetGroupBinding',
    },
    ...['ListenerRuleConfiguration', 'LoadBalancerConfiguration', 'TargetGroupConfiguration'].map((kind) => ({
      module: 'gateway.k8s.aws',
      name: `${kind}V1Beta1`,
      apiVersion: 'gateway.k8s.aws/v1beta1',
      kind,
    })),
    ...['Gateway', 'GatewayClass'].map((kind) => ({
      module: 'gateway.networking.k8s.io',
      name: `${kind}V1Beta1`,
      apiVersion: 'gateway.networking.k8s.io/v1beta1',
      kind,
    })),
    {
      module: 'gateway.networking.k8s.io',
      name: 'ReferenceGrantV1',
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'ReferenceGrant',
    },
    ...['ClusterQueue', 'LocalQueue', 'ResourceFlavor', 'WorkloadPriorityClass'].map((kind) => ({
      module: 'kueue.x-k8s.io',
      name: `${kind}V1Beta1`,
      apiVersion: 'kueue.x-k8s.io/v1beta1',
      kind,
    })),
  ]);
});
