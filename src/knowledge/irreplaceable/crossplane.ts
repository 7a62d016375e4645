import { ADDRESS_IN_AWS, clusterOf, IN_AWS, ofServices } from './aws-rows';
import type { IrreplaceableKind } from './row';

const POLICY = 'https://docs.crossplane.io/latest/managed-resources/managed-resources/#deletionpolicy';

/** A provider for AWS: its kinds by service. */
interface Provider {
  /** API groups end in these. */
  readonly groups: readonly string[];
  readonly data: Readonly<Record<string, string>>;
  readonly addresses: Readonly<Record<string, string>>;
  readonly source: string;
}

/** The provider that is made from Terraform's, whose kinds it spells; groups of namespaced kinds have `.m.` in them. */
const UPJET: Provider = {
  groups: ['aws.upbound.io', 'aws.m.upbound.io'],
  data: {
    acmpca: 'CertificateAuthority',
    amp: 'Workspace',
    backup: 'Vault',
    cloudwatchlogs: 'Group',
    cognitoidp: 'UserPool',
    docdb: 'Cluster ClusterInstance ClusterSnapshot GlobalCluster',
    dynamodb: 'GlobalTable Table',
    ec2: 'EBSSnapshot EBSVolume',
    ecr: 'Repository',
    ecrpublic: 'Repository',
    efs: 'FileSystem',
    elasticache: 'Cluster GlobalReplicationGroup ReplicationGroup ServerlessCache',
    elasticsearch: 'Domain',
    fsx: 'LustreFileSystem OntapFileSystem OntapVolume WindowsFileSystem',
    kafka: 'Cluster ServerlessCluster',
    keyspaces: 'Keyspace Table',
    kinesis: 'Stream',
    kms: 'ExternalKey Key ReplicaExternalKey ReplicaKey',
    memorydb: 'Cluster Snapshot',
    mq: 'Broker',
    neptune: 'Cluster ClusterInstance ClusterSnapshot GlobalCluster',
    opensearch: 'Domain',
    opensearchserverless: 'Collection',
    rds: 'Cluster ClusterInstance ClusterSnapshot GlobalCluster Instance Snapshot',
    redshift: 'Cluster',
    s3: 'Bucket DirectoryBucket',
    secretsmanager: 'Secret',
    sqs: 'Queue',
    timestreamwrite: 'Database Table',
  },
  addresses: {
    apigateway: 'DomainName',
    apigatewayv2: 'API DomainName',
    cloudfront: 'Distribution',
    ec2: 'EIP NATGateway VPCEndpoint',
    elb: 'ELB',
    elbv2: 'LB',
    globalaccelerator: 'Accelerator',
    route53: 'Record Zone',
  },
  source: 'https://github.com/crossplane-contrib/provider-upjet-aws/tree/main/package/crds',
};

/** The provider of Crossplane's community, which came before. */
const COMMUNITY: Provider = {
  groups: ['aws.crossplane.io'],
  data: {
    acmpca: 'CertificateAuthority',
    cache: 'CacheCluster ReplicationGroup',
    cloudwatchlogs: 'LogGroup',
    cognitoidentityprovider: 'UserPool',
    database: 'RDSInstance',
    docdb: 'DBCluster DBInstance',
    dynamodb: 'Backup GlobalTable Table',
    ec2: 'Volume',
    ecr: 'Repository',
    efs: 'FileSystem',
    elasticache: 'CacheCluster ReplicationGroup',
    kafka: 'Cluster',
    kinesis: 'Stream',
    kms: 'Key',
    mq: 'Broker',
    neptune: 'DBCluster',
    opensearchservice: 'Domain',
    prometheusservice: 'Workspace',
    rds: 'DBCluster DBInstance GlobalCluster',
    redshift: 'Cluster',
    s3: 'Bucket',
    secretsmanager: 'Secret',
    sqs: 'Queue',
  },
  addresses: {
    apigatewayv2: 'API DomainName',
    cloudfront: 'Distribution',
    ec2: 'Address NATGateway VPCEndpoint',
    elasticloadbalancing: 'ELB',
    elbv2: 'LoadBalancer',
    globalaccelerator: 'Accelerator',
    route53: 'HostedZone ResourceRecordSet',
  },
  source: 'https://github.com/crossplane-contrib/provider-aws/tree/master/package/crds',
};

const ofProvider = ({ groups, data, addresses, source }: Provider): readonly IrreplaceableKind[] =>
  groups.flatMap((group) => [
    ...ofServices(data, group, { holds: 'data', lost: IN_AWS, source: POLICY }),
    ...ofServices(addresses, group, { holds: 'address', lost: ADDRESS_IN_AWS, source }),
    ...clusterOf(`eks.${group}`, source),
    {
      group: `ec2.${group}`,
      kind: 'Instance',
      holds: 'machines',
      lost: 'the machine, with the disks that go with it',
      source,
    },
  ]);

/** Kinds of Crossplane that stand for AWS resources. Read on 2026-11-29. */
export const OF_CROSSPLANE: readonly IrreplaceableKind[] = [...ofProvider(UPJET), ...ofProvider(COMMUNITY)];
