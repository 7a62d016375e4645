import { ADDRESS_IN_AWS, clusterOf, IN_AWS, MACHINES, ofServices } from './aws-rows';
import type { IrreplaceableKind } from './row';

const ACK = 'https://aws-controllers-k8s.github.io/community/docs/user-docs/deletion-policy/';
/** Kinds of AWS Controllers for Kubernetes (ACK) that hold data, by service. */
const ACK_DATA: Readonly<Record<string, string>> = {
  acmpca: 'CertificateAuthority',
  cloudwatchlogs: 'LogGroup',
  cognitoidentityprovider: 'UserPool',
  documentdb: 'DBCluster DBInstance',
  dynamodb: 'Table GlobalTable Backup',
  ecr: 'Repository',
  ecrpublic: 'Repository',
  efs: 'FileSystem',
  elasticache: 'CacheCluster GlobalReplicationGroup ReplicationGroup ServerlessCache Snapshot',
  kafka: 'Cluster ServerlessCluster',
  keyspaces: 'Keyspace Table',
  kinesis: 'Stream',
  kms: 'Key',
  memorydb: 'Cluster Snapshot',
  mq: 'Broker',
  opensearchserverless: 'Collection',
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

/** Kinds of ACK, and kinds that stand for nodes. Read on 2026-11-28. */
export const OF_AWS: readonly IrreplaceableKind[] = [
  ...ofServices(ACK_DATA, 'services.k8s.aws', { holds: 'data', lost: IN_AWS, source: ACK }),
  ...ofServices(ACK_ADDRESSES, 'services.k8s.aws', { holds: 'address', lost: ADDRESS_IN_AWS, source: ACK }),
  // ACK spells the kind Nodegroup.
  ...clusterOf('eks.services.k8s.aws', ACK).map((row) =>
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
