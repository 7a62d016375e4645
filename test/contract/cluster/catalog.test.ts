import { allowEgress, defineApp } from 'cdk8s-eks';
import type { JsonObject } from '../../../src/model/json';
import { first } from '../../../src/model/lists';
import type { RenderedObject } from '../../../src/model/rendered-object';
import { judgeWithApiServer } from '../../../src/referee/apiserver/judge';
import { renderApp } from '../../../src/render/render-app';
import { stringifyYaml } from '../../../src/render/yaml/stringify';
import { eksEnvironment } from '../../support/environment';
import { schemasOf } from '../../support/schemas';
import { installCatalog } from './harness/catalog';
import { ControlPlane } from './harness/control-plane';
import { servedKinds } from './harness/definitions';
import { judgedVersions } from './harness/judged';
import { makeNamespaces } from './harness/namespaces';

/** An egress to hosts and to a block, as nodes of Auto Mode get it. */
function policies(kubernetesVersion: string) {
  const { compute } = eksEnvironment();
  const environment = eksEnvironment({ kubernetesVersion, compute: { ...compute, autoMode: true } });
  const app = defineApp({
    name: 'everything',
    owner: 'retail',
    namespace: 'shop',
    charts: (scope) =>
      void allowEgress(scope, 'to-payments', {
        from: { namespace: 'shop', pods: { app: 'web' } },
        to: { hosts: ['api.example.com', '*.example.org'], cidrs: ['203.0.113.0/24'] },
        ports: [443],
      }),
  });
  return renderApp(app, environment, { scopes: schemasOf(kubernetesVersion).scopes });
}

function fileOf(value: JsonObject, object: RenderedObject) {
  return { path: `catalog/${object.kind}/${object.name}`, content: stringifyYaml(value), object };
}

/**
 * These kinds are served by definitions that are made from the catalogue's JSON schemas, not by their publishers': a row goes from
 * here when imports/sources.yaml pins the publisher's own.
 */
describe.each(judgedVersions())('kinds that the catalogue alone describes, on Kubernetes %s', (version) => {
  let plane: ControlPlane;
  let kinds: readonly string[];
  beforeAll(async () => {
    plane = await ControlPlane.start({ version });
    kinds = await installCatalog(plane.api, servedKinds());
    await makeNamespaces(
      plane.api,
      policies(version).map((object) => fileOf(object.value, object)),
    );
  });
  afterAll(() => plane?.stop());

  const judge = async (files: readonly ReturnType<typeof fileOf>[]) => {
    const said = await judgeWithApiServer({ environment: 'test', files }, plane.ask);
    return said.map(({ severity, message }) => `${severity}: ${message}`);
  };

  it('are these', () => {
    expect([...kinds].sort()).toEqual([
      'autoscaling.k8s.io/VerticalPodAutoscaler',
      'cert-manager.io/Certificate',
      'cert-manager.io/ClusterIssuer',
      'cert-manager.io/Issuer',
      'eks.amazonaws.com/IngressClassParams',
      'eks.amazonaws.com/NodeClass',
      'eks.amazonaws.com/TargetGroupBinding',
      'keda.sh/ScaledObject',
      'keda.sh/TriggerAuthentication',
      'monitoring.coreos.com/PodMonitor',
      'monitoring.coreos.com/PrometheusRule',
      'monitoring.coreos.com/ServiceMonitor',
      'networking.k8s.aws/ApplicationNetworkPolicy',
      'networking.k8s.aws/ClusterNetworkPolicy',
      'secrets-store.csi.x-k8s.io/SecretProviderClass',
      'snapshot.storage.k8s.io/VolumeSnapshot',
      'snapshot.storage.k8s.io/VolumeSnapshotClass',
      'snapshot.storage.k8s.io/VolumeSnapshotContent',
    ]);
  });

  it('accept the policies of an egress to hosts', async () => {
    const objects = policies(version);
    expect(objects.map(({ kind }) => kind)).toContain('ApplicationNetworkPolicy');
    expect(await judge(objects.map((object) => fileOf(object.value, object)))).toEqual([]);
  });

  it('refuse what their schemas forbid, so that an acceptance says something', async () => {
    const policy = first(policies(version).filter(({ kind }) => kind === 'ApplicationNetworkPolicy'));
    const both = [{ to: [{ domainNames: ['api.example.com'], ipBlock: { cidr: '203.0.113.0/24' } }] }];
    const wrong = { ...policy.value, spec: { podSelector: {}, policyTypes: ['Egress'], egress: both } };
    expect(await judge([fileOf(wrong, policy)])).toEqual([expect.stringContaining('domainNames')]);
    const cluster = {
      apiVersion: 'networking.k8s.aws/v1alpha1',
      kind: 'ClusterNetworkPolicy',
      metadata: { name: 'wrong' },
      spec: { tier: 'Admin', priority: 1001, subject: { namespaces: {} } },
    };
    const { namespace: _, ...others } = first(policies(version));
    const file = fileOf(cluster, { ...others, kind: 'ClusterNetworkPolicy', name: 'wrong', value: cluster });
    expect(await judge([file])).toEqual([expect.stringContaining('spec.priority')]);
  });
});
