import type { Chart } from 'cdk8s';
import * as door from 'cdk8s-eks';
import { check } from '../../../../src/checks/engine/check';
import { RULES } from '../../../../src/checks/registry';
import type { AddOnName } from '../../../../src/knowledge/aws/addons/add-on';
import { ADD_ON_NAMES, ADD_ONS, controllerOf, DELIVERED_ADD_ONS } from '../../../../src/knowledge/aws/addons/catalogue';
import { ackObjects } from '../../../../src/model/cluster/ack';
import { cliSteps } from '../../../../src/model/cluster/cli';
import { describeCluster } from '../../../../src/model/cluster/describe';
import { eksctlConfig } from '../../../../src/model/cluster/eksctl';
import { at, listAt } from '../../../../src/model/json';
import { renderApp } from '../../../../src/render/render-app';
import { eksEnvironment, kubernetesEnvironment } from '../../../support/environment';
import { WHOLE } from '../../../support/everything/cluster';
import { schemasOf } from '../../../support/schemas';

type Make = (scope: Chart) => unknown;

/** How each add-on is installed by Argo CD. A name without a row does not compile; a form without a construct fails below. */
const MADE: Readonly<Record<AddOnName, { readonly chart?: Make; readonly manifests?: Make }>> = {
  'amazon-cloudwatch-observability': { chart: (scope) => new door.CloudWatchAddOn(scope, 'a') },
  'argo-rollouts': {
    chart: (scope) => new door.ArgoRolloutsAddOn(scope, 'a'),
    manifests: (scope) => new door.ArgoRolloutsAddOn(scope, 'a', { from: 'manifests', version: 'v1.9.1' }),
  },
  'aws-ebs-csi-driver': {
    chart: (scope) => new door.EbsCsiDriverAddOn(scope, 'a', { version: '2.50.0', iamRole: 'carts' }),
    manifests: (scope) =>
      new door.EbsCsiDriverAddOn(scope, 'a', { from: 'manifests', version: 'v1.50.0', iamRole: 'carts' }),
  },
  'aws-efs-csi-driver': {
    chart: (scope) => new door.EfsCsiDriverAddOn(scope, 'a', { version: '3.2.0', iamRole: 'carts' }),
    manifests: (scope) =>
      new door.EfsCsiDriverAddOn(scope, 'a', { from: 'manifests', version: 'v2.1.0', iamRole: 'carts' }),
  },
  'aws-load-balancer-controller': {
    chart: (scope) => new door.LoadBalancerControllerAddOn(scope, 'a', { iamRole: 'carts' }),
  },
  'aws-mountpoint-s3-csi-driver': {
    chart: (scope) => new door.S3CsiDriverAddOn(scope, 'a', { version: '2.2.0' }),
    manifests: (scope) => new door.S3CsiDriverAddOn(scope, 'a', { from: 'manifests', version: 'v2.0.0' }),
  },
  'cert-manager': { chart: (scope) => new door.CertManagerAddOn(scope, 'a', { version: 'v1.19.1' }) },
  'cluster-autoscaler': {
    chart: (scope) =>
      new door.ClusterAutoscalerAddOn(scope, 'a', { version: '9.59.1', imageTag: 'v1.34.1', iamRole: 'carts' }),
  },
  coredns: {},
  'eks-node-monitoring-agent': { chart: (scope) => new door.NodeMonitoringAddOn(scope, 'a', { version: '1.5.2' }) },
  'eks-pod-identity-agent': {},
  'external-dns': { chart: (scope) => new door.ExternalDnsAddOn(scope, 'a', { policy: 'sync', iamRole: 'carts' }) },
  'external-secrets': { chart: (scope) => new door.ExternalSecretsAddOn(scope, 'a') },
  karpenter: { chart: (scope) => new door.KarpenterAddOn(scope, 'a', { iamRole: 'carts' }) },
  keda: { chart: (scope) => new door.KedaAddOn(scope, 'a', { version: '2.18.1' }) },
  'kube-prometheus-stack': {
    chart: (scope) => new door.PrometheusStackAddOn(scope, 'a', { version: '79.5.0', grafana: false }),
  },
  'kube-proxy': {},
  'metrics-server': { chart: (scope) => new door.MetricsServerAddOn(scope, 'a', { version: '3.13.0' }) },
  'snapshot-controller': { manifests: (scope) => new door.SnapshotControllerAddOn(scope, 'a', { version: 'v8.2.0' }) },
  'vpc-cni': { chart: (scope) => new door.VpcCniAddOn(scope, 'a', { version: '1.20.4' }) },
};

const base = eksEnvironment();
const PLATFORM = { name: 'platform', namespaces: ['ops'], clusterKinds: [], repositories: [], platform: true };
const environment = eksEnvironment({
  owners: { platform: { ...PLATFORM, addOns: DELIVERED_ADD_ONS } },
  identity: {
    ...base.identity,
    podIdentityAssociations: [
      {
        namespace: 'amazon-cloudwatch',
        serviceAccount: 'cloudwatch-agent',
        iamRole: 'carts',
        disableSessionTags: false,
      },
    ],
  },
});
const schemas = schemasOf('1.34');

function rendered(make: Make) {
  const app = door.defineApp({ name: 'add-ons', owner: 'platform', charts: (scope) => void make(scope) });
  return renderApp(app, environment, { scopes: schemas.scopes });
}

const delivered = ADD_ON_NAMES.flatMap((name) =>
  Object.entries(MADE[name]).map(([form, make]) => [name, form, make] as const),
);
const ofEks = ADD_ON_NAMES.filter((name) => ADD_ONS[name].forms.eks !== undefined);

describe('an add-on', () => {
  it.each(ADD_ON_NAMES)('%s has a construct for each form in which Argo CD installs it', (name) => {
    const { eks: _eks, ...forms } = ADD_ONS[name].forms;
    expect(Object.keys(MADE[name]).sort()).toEqual(Object.keys(forms).sort());
  });

  it.each(delivered)('%s is rendered from its %s, as all rules have it', (name, form, make) => {
    const objects = rendered(make);
    expect(objects.map(({ kind, name: named }) => `${kind} ${named}`)).toEqual([`Application test-add-on-${name}`]);
    const [{ value }] = objects as [(typeof objects)[number]];
    const one = at(value, 'spec', 'source');
    const sources = one === undefined ? listAt(value, 'spec', 'sources') : [one];
    const { chart, manifests } = ADD_ONS[name].forms;
    const wanted =
      form === 'chart'
        ? [...(chart?.definitionsChart === undefined ? [] : [chart.definitionsChart]), chart?.chart]
        : manifests?.paths;
    expect(sources.map((source) => at(source, form === 'chart' ? 'chart' : 'path'))).toEqual(wanted);
    const input = {
      environment,
      objects,
      schemas,
      appOwners: new Map([['add-ons', 'platform']]),
      environments: [environment],
      committed: [],
    };
    expect(check(input, RULES).findings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  it.each(ofEks)('%s is in all outputs of a description that has it', (name) => {
    const addOn = controllerOf(name).addOn ?? 'none';
    const whole = eksEnvironment({
      ...WHOLE(),
      addOns: [{ name: addOn, version: 'v1.2.3-eksbuild.1', podIdentity: [], resolveConflicts: 'NONE' }],
    });
    const described = describeCluster(whole);
    expect(at(eksctlConfig(whole).document, 'addons', 0, 'name')).toBe(addOn);
    expect(
      ackObjects(described)
        .filter(({ kind }) => kind === 'Addon')
        .map(({ part }) => part),
    ).toEqual([addOn]);
    expect(JSON.stringify(cliSteps(whole))).toContain(`"addonName":"${addOn}"`);
  });

  it.each(delivered.filter(([name]) => ADD_ONS[name].onlyEks))(
    '%s is not rendered from its %s on a plain cluster',
    (_name, _form, make) => {
      const { gitops } = environment;
      if (gitops === undefined) throw new Error('the environment has no gitops');
      const plain = kubernetesEnvironment({ gitops });
      const app = door.defineApp({ name: 'add-ons', owner: 'platform', charts: (scope) => void make(scope) });
      expect(renderApp(app, plain, { scopes: schemas.scopes })).toEqual([]);
    },
  );
});
