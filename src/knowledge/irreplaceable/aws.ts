import { type IrreplaceableKind, kindsOf } from './row';

const ACK = 'https://aws-controllers-k8s.github.io/community/docs/user-docs/deletion-policy/';
const CROSSPLANE = 'https://docs.crossplane.io/latest/managed-resources/managed-resources/#deletionpolicy';
const IN_AWS = 'what it stands for in AWS, with all data, unless its deletion policy is to retain it';
const ADDRESS_IN_AWS = 'what it stands for in AWS, with the address that clients and DNS hold on to';

/** Kinds of AWS Controllers for Kubernetes (ACK) that hold data, by service. */
const ACK_DATA: Readonly<Record<string, string>> = {
  acmpca: 'CertificateAuthority',
  cloudwatchlogs: 'LogGroup',
  cognitoidentityprovider: 'UserPool',
  documentdb: 'DBCluster DBInstance',
  dynamodb: 'Table GlobalTable Backup',
  ecr: 'Repository',
  efs: 'FileSystem',
  elasticache: 'CacheCluster GlobalReplicationGroup ReplicationGroup ServerlessCache Snapshot',
  kafka: 'Cluster ServerlessCluster',
  keyspaces: 'Keyspace Table',
  kinesis: 'Stream',
  kms: 'Key',
  memorydb: 'Cluster Snapshot',
  mq: 'Broker',
  opensearchservice: 'Domain',
  prometheusservice: 'Workspace',
  rds: 'DBCluster DBClusterSnapshot DBInstance DBSnapshot GlobalCluster',
  s3: 'Bucket',
  secretsmanager: 'Secret',
  sqs: 'Queue',
};

const ACK_ADDRESSES: Readonly<Record<string, string>> = {
  apigatewayv2: 'API DomainName',
  cloudfront: 'Distribution',
  ec2: 'ElasticIPAddress NATGateway VPCEndpoint',
  elbv2: 'LoadBalancer',
  route53: 'HostedZone RecordSet',
};

/** Kinds of Crossplane's AWS provider that hold data; the groups of namespaced kinds have `.m.` in them. */
const CROSSPLANE_DATA: Readonly<Record<string, string>> = {
  dynamodb: 'GlobalTable Table',
  rds: 'Cluster ClusterInstance ClusterSnapshot GlobalCluster Instance Snapshot',
  s3: 'Bucket DirectoryBucket',
};

const ofServices = (
  services: Readonly<Record<string, string>>,
  group: string,
  row: Omit<IrreplaceableKind, 'kind' | 'group'>,
): readonly IrreplaceableKind[] =>
  Object.entries(services).flatMap(([service, kinds]) => kindsOf(kinds, { ...row, group: `${service}.${group}` }));

const MACHINES = 'its nodes, with every Pod on them';
const ofCluster = (group: string, source: string): readonly IrreplaceableKind[] => [
  { group, kind: 'Cluster', holds: 'machines', lost: 'the cluster, with everything that runs on it', source },
  { group, kind: 'NodeGroup', holds: 'machines', lost: MACHINES, source },
  { group, kind: 'FargateProfile', holds: 'machines', lost: 'every Pod that runs on it', source },
];

/** Kinds that stand for AWS resources or for nodes. Read on 2026-11-28. */
export const OF_AWS: readonly IrreplaceableKind[] = [
  ...ofServices(ACK_DATA, 'services.k8s.aws', { holds: 'data', lost: IN_AWS, source: ACK }),
  ...ofServices(ACK_ADDRESSES, 'services.k8s.aws', { holds: 'address', lost: ADDRESS_IN_AWS, source: ACK }),
  ...['aws.upbound.io', 'aws.m.upbound.io'].flatMap((group) => [
    ...ofServices(CROSSPLANE_DATA, group, { holds: 'data', lost: IN_AWS, source: CROSSPLANE }),
    ...ofCluster(`eks.${group}`, CROSSPLANE),
  ]),
  // ACK spells the kind Nodegroup.
  ...ofCluster('eks.services.k8s.aws', ACK).map((row) =>
    row.kind === 'NodeGroup' ? { ...row, kind: 'Nodegroup' } : row,
  ),
  {
    group: 'ec2.services.k8s.aws',
    kind: 'Instance',
    holds: 'machines',
    lost: 'the machine, with the disks that go with it',
    source: ACK,
  },
  {
    group: 'karpenter.sh',
    kind: 'NodePool',
    holds: 'machines',
    lost: MACHINES,
    source: 'https://karpenter.sh/docs/concepts/disruption/#termination-controller',
  },
  {
    group: 'karpenter.k8s.aws',
    kind: 'EC2NodeClass',
    holds: 'machines',
    lost: 'the nodes that were made from it, with every Pod on them',
    source: 'https://karpenter.sh/docs/concepts/nodeclasses/',
  },
  {
    group: 'eks.amazonaws.com',
    kind: 'NodeClass',
    holds: 'machines',
    lost: 'the nodes that were made from it, with every Pod on them',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/create-node-class.html',
  },
  {
    group: 'aga.k8s.aws',
    kind: 'GlobalAccelerator',
    holds: 'address',
    lost: 'its static addresses, which clients and DNS hold on to',
    source:
      'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/globalaccelerator/introduction/',
  },
];
