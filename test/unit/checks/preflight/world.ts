import { preflight } from '../../../../src/checks/preflight/run-preflight';
import type { AddOn } from '../../../../src/model/cluster/control-plane';
import { defined } from '../../../../src/model/defined';
import type { EksEnvironment } from '../../../../src/model/environment';
import type { Facts } from '../../../../src/model/facts';
import type { JsonObject } from '../../../../src/model/json';
import type { PreflightRow } from '../../../../src/model/preflight';
import { renderedObject } from '../../../../src/model/rendered-object';
import { eksEnvironment } from '../../../support/environment';
import { schemasOf } from '../../../support/schemas';

/** Settings, a reading and rendered objects that agree. */
export interface World {
  readonly environment: EksEnvironment;
  readonly facts: Facts;
  readonly objects: readonly JsonObject[];
}

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const SUBNETS = ['subnet-0000000000000001a', 'subnet-0000000000000001b'];

const ADD_ON_NAMES = [
  'amazon-cloudwatch-observability',
  'aws-ebs-csi-driver',
  'aws-efs-csi-driver',
  'cert-manager',
  'eks-pod-identity-agent',
  'metrics-server',
  'snapshot-controller',
];

const described = (name: string, configuration?: string): AddOn => ({
  name,
  podIdentity: [],
  resolveConflicts: 'NONE',
  ...defined({ configuration }),
});

const BASE = eksEnvironment();
const ENVIRONMENT = eksEnvironment({
  addOns: [...ADD_ON_NAMES.map((name) => described(name)), described('vpc-cni', '{"enableNetworkPolicy":"true"}')],
  capabilities: [{ name: 'ack', type: 'ACK', iamRole: 'ack' }],
  controlPlane: { ...BASE.controlPlane, endpoints: { private: true, public: true, publicCidrs: ['203.0.113.0/24'] } },
  identity: { ...BASE.identity, mode: 'podIdentity', authenticationMode: 'API' },
  external: [
    { group: '', kind: 'ServiceAccount', namespace: 'kube-system', name: 'aws-load-balancer-controller' },
    { group: '', kind: 'ServiceAccount', namespace: 'external-secrets', name: 'external-secrets' },
    { group: 'apps', kind: 'Deployment', namespace: 'argo-rollouts', name: 'argo-rollouts' },
    { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition', name: 'scaledobjects.keda.sh' },
  ],
});

const addOn = (name: string, configuration?: JsonObject) => ({
  name,
  version: 'v1.0.0-eksbuild.1',
  status: 'ACTIVE',
  ...(configuration === undefined ? {} : { configuration }),
});

const ADD_ONS = ADD_ON_NAMES.map((name) => addOn(name));

const FACTS: Facts = {
  schemaVersion: 1,
  clusterName: ENVIRONMENT.clusterName,
  accountId: ENVIRONMENT.accountId,
  region: ENVIRONMENT.region,
  cluster: {
    arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/test-cluster',
    kubernetesVersion: '1.34',
    status: 'ACTIVE',
    vpcId: ENVIRONMENT.network.vpcId,
    clusterSecurityGroupId: 'sg-00000000000000001',
    endpointPublicAccess: true,
    endpointPrivateAccess: true,
    publicAccessCidrs: ['203.0.113.0/24'],
    logging: ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'],
    encryptionKeyArns: [],
    zonalShift: true,
    deletionProtection: true,
    oidcIssuer: BASE.identity.oidcIssuer ?? '',
    authenticationMode: 'API',
    autoMode: false,
    supportType: 'EXTENDED',
  },
  nodeGroups: [
    {
      name: 'general',
      status: 'ACTIVE',
      kubernetesVersion: '1.34',
      capacityType: 'ON_DEMAND',
      instanceTypes: ['m7i.large'],
      labels: {},
      subnetIds: SUBNETS,
    },
  ],
  fargateProfiles: [
    { name: 'serverless', status: 'ACTIVE', subnetIds: SUBNETS, selectors: [{ namespace: 'serverless', labels: {} }] },
  ],
  addOns: [...ADD_ONS, addOn('vpc-cni', { enableNetworkPolicy: 'true' })],
  addOnVersions: [...ADD_ONS, addOn('vpc-cni')].map(({ name, version }) => ({
    name,
    kubernetesVersion: '1.34',
    default: version,
    versions: [version],
  })),
  accessEntries: [{ principalArn: role('developers'), type: 'STANDARD', kubernetesGroups: ['developers'] }],
  podIdentityAssociations: [{ namespace: 'shop', serviceAccount: 'carts', roleArn: role('carts') }],
  identityProviders: [],
  insights: [{ name: 'Deprecated APIs', category: 'UPGRADE_READINESS', status: 'PASSING' }],
  capabilities: [{ name: 'ack', type: 'ACK', status: 'ACTIVE', roleArn: role('ack') }],
  updates: [],
  clusterVersions: [{ version: '1.34', endOfStandardSupport: '2026-12-02', endOfExtendedSupport: '2027-12-02' }],
};

export function object(
  apiVersion: string,
  kind: string,
  name: string,
  more: JsonObject = {},
  namespace = 'shop',
): JsonObject {
  const { metadata, ...rest } = more;
  return { apiVersion, kind, metadata: { name, namespace, ...Object(metadata) }, ...rest };
}

/** A Deployment of one container. */
export function deployment(
  name: string,
  spec: JsonObject = {},
  requests: JsonObject = { cpu: '100m', memory: '128Mi' },
  namespace = 'shop',
) {
  const container = { name: 'main', image: 'web:1', resources: { requests } };
  const template = { metadata: { labels: { app: name } }, spec: { containers: [container], ...spec } };
  return object(
    'apps/v1',
    'Deployment',
    name,
    { spec: { selector: { matchLabels: { app: name } }, template } },
    namespace,
  );
}

const ASSOCIATION = {
  clusterName: 'test-cluster',
  namespace: 'shop',
  serviceAccount: 'carts',
  roleArn: role('carts'),
};

const OBJECTS: readonly JsonObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
  deployment('web'),
  deployment('batch', {}, { cpu: '250m', memory: '1Gi' }, 'serverless'),
  object('networking.k8s.io/v1', 'IngressClass', 'alb', { spec: { controller: 'ingress.k8s.aws/alb' } }),
  object('storage.k8s.io/v1', 'StorageClass', 'gp3', { provisioner: 'ebs.csi.aws.com' }),
  object('storage.k8s.io/v1', 'StorageClass', 'shared', { provisioner: 'efs.csi.aws.com' }),
  object('snapshot.storage.k8s.io/v1', 'VolumeSnapshotClass', 'daily', { driver: 'ebs.csi.aws.com' }),
  object('autoscaling/v2', 'HorizontalPodAutoscaler', 'web', { spec: { metrics: [{ type: 'Resource' }] } }),
  object('v1', 'ServiceAccount', 'carts', {
    metadata: { annotations: { 'cdk8s-eks/pod-identity-association': JSON.stringify(ASSOCIATION) } },
  }),
  object('argoproj.io/v1alpha1', 'Rollout', 'web', {}),
  object('keda.sh/v1alpha1', 'ScaledObject', 'web', { spec: { triggers: [{ type: 'aws-sqs-queue' }] } }),
  object('external-secrets.io/v1', 'ExternalSecret', 'web', {}),
  object('cert-manager.io/v1', 'Certificate', 'web', {}),
  object('cloudwatch.aws.amazon.com/v1alpha1', 'AmazonCloudWatchAgent', 'agent', {}),
  object('networking.k8s.io/v1', 'NetworkPolicy', 'web', { spec: { podSelector: {} } }),
  object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'developers', {
    subjects: [{ kind: 'Group', name: 'developers' }],
  }),
  object('v1', 'ConfigMap', 'access', {
    metadata: {
      annotations: {
        'cdk8s-eks/access-entry': JSON.stringify({
          clusterName: 'test-cluster',
          principalArn: role('developers'),
          kubernetesGroups: ['developers'],
        }),
      },
    },
  }),
  object('iam.services.k8s.aws/v1alpha1', 'Role', 'carts', {
    spec: {
      assumeRolePolicyDocument: `{"Federated":"arn:aws:iam::111122223333:oidc-provider/${BASE.identity.oidcIssuer}"}`,
    },
  }),
];

export const WORLD: World = { environment: ENVIRONMENT, facts: FACTS, objects: OBJECTS };

/** All rows of the table. */
export function rowsOf({ environment, facts, objects }: World): readonly PreflightRow[] {
  return preflight({
    environment: { ...environment, facts },
    objects: objects.map((value) => renderedObject(value, { environment: 'test', app: 'shop' })),
    schemas: schemasOf(),
    calendar: { today: '2026-11-29', soon: '2027-02-27' },
  });
}
