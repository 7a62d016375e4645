/** Which clusters cannot be without an endpoint, where nothing leads out of the VPC. */
export type EndpointNeed = 'always' | 'podIdentity' | 'karpenter' | 'logs';

/** How a service of AWS is reached without the internet. */
export interface EndpointFacts {
  /** An interface in subnets of the VPC, or an entry of its route tables; `none`: AWS offers none. */
  readonly type: 'interface' | 'gateway' | 'none';
  /** Absent for those that only some apps use. */
  readonly need?: EndpointNeed;
  /** What does not work without it, in a cluster that needs it. */
  readonly without?: string;
  /** What to do where there is no endpoint. */
  readonly instead?: string;
}

const INTERFACE: EndpointFacts = { type: 'interface' };

/** A service that a VPC can have an endpoint for. */
export type VpcEndpointService =
  | 'autoscaling'
  | 'aps-workspaces'
  | 'dynamodb'
  | 'ec2'
  | 'ec2messages'
  | 'ecr.api'
  | 'ecr.dkr'
  | 'eks'
  | 'eks-auth'
  | 'eks-capabilities'
  | 'elasticfilesystem'
  | 'elasticloadbalancing'
  | 'fsx'
  | 'kinesis-firehose'
  | 'kinesis-streams'
  | 'kms'
  | 'logs'
  | 'monitoring'
  | 'rds'
  | 's3'
  | 'secretsmanager'
  | 'sns'
  | 'sqs'
  | 'ssm'
  | 'ssmmessages'
  | 'sts'
  | 'xray';

/** With those that have none. */
export type EndpointService = VpcEndpointService | 'iam' | 'pricing' | 'route53';

/**
 * Services by the end of their endpoints' names: `com.amazonaws.<region>.<service>`. Read on 2026-11-29.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
export const ENDPOINTS: Readonly<Record<EndpointService, EndpointFacts>> = {
  autoscaling: INTERFACE,
  'aps-workspaces': INTERFACE,
  dynamodb: { type: 'gateway' },
  ec2: { type: 'interface', need: 'always', without: 'nodes do not join, and Pods get no addresses' },
  ec2messages: INTERFACE,
  'ecr.api': { type: 'interface', need: 'always', without: 'no image is pulled' },
  'ecr.dkr': { type: 'interface', need: 'always', without: 'no image is pulled' },
  eks: { type: 'interface', need: 'karpenter', without: 'Karpenter does not find the cluster' },
  'eks-auth': { type: 'interface', need: 'podIdentity', without: 'Pods get no credentials by Pod Identity' },
  'eks-capabilities': INTERFACE,
  elasticfilesystem: INTERFACE,
  elasticloadbalancing: INTERFACE,
  fsx: INTERFACE,
  'kinesis-firehose': INTERFACE,
  'kinesis-streams': INTERFACE,
  kms: INTERFACE,
  logs: { type: 'interface', need: 'logs', without: 'nodes and Pods send no logs' },
  monitoring: INTERFACE,
  rds: INTERFACE,
  s3: { type: 'gateway', need: 'always', without: 'no layer of an image is pulled' },
  secretsmanager: INTERFACE,
  sns: INTERFACE,
  sqs: { type: 'interface', need: 'karpenter', without: 'Karpenter does not hear of interruptions' },
  ssm: { type: 'interface', need: 'karpenter', without: 'Karpenter does not find images of nodes' },
  ssmmessages: INTERFACE,
  sts: { type: 'interface', need: 'always', without: 'nodes and Pods get no credentials of their roles' },
  xray: INTERFACE,
  iam: {
    type: 'none',
    instead:
      'IAM is global: make roles and instance profiles outside of the cluster, and name them (Karpenter: instanceProfile instead of role)',
  },
  pricing: {
    type: 'none',
    instead: 'set settings.isolatedVPC of Karpenter, which then uses the prices it was built with',
  },
  route53: { type: 'none', instead: 'let records be written from outside of the VPC, or through a proxy' },
};

export const VPC_ENDPOINT_SERVICES = (Object.keys(ENDPOINTS) as readonly EndpointService[]).filter(
  (service): service is VpcEndpointService => ENDPOINTS[service].type !== 'none',
);

/** As EC2 names the service of an endpoint. */
export const endpointServiceName = (region: string, service: EndpointService) => `com.amazonaws.${region}.${service}`;

/** What objects do that calls a service of AWS from inside the VPC. */
export interface EndpointUse {
  /** What is done: the words behind the object's name. */
  readonly words: string;
  readonly services: readonly EndpointService[];
}

const use = (words: string, ...services: readonly EndpointService[]): EndpointUse => ({ words, services });

/** Uses by name. Sources stand in the sheets of each controller's permissions; the first three in EKS's page on private clusters. */
export const ENDPOINT_USES = {
  nodes: use(
    'nodes join the cluster, and the VPC CNI gives Pods their addresses',
    'ec2',
    'ecr.api',
    'ecr.dkr',
    's3',
    'sts',
  ),
  ecrImage: use('runs an image of ECR, whose layers lie in S3', 'ecr.api', 'ecr.dkr', 's3'),
  irsa: use('assumes its IAM role (IRSA)', 'sts'),
  podIdentity: use('has its IAM role by EKS Pod Identity', 'eks-auth'),
  loadBalancer: use('has a load balancer, which the controller makes', 'ec2', 'elasticloadbalancing'),
  secretsManager: use('reads secrets of Secrets Manager', 'secretsmanager'),
  parameterStore: use('reads parameters of Systems Manager', 'ssm'),
  kms: use('uses a key of KMS', 'kms'),
  ebs: use('makes volumes of EBS', 'ec2'),
  efs: use('mounts file systems of EFS', 'elasticfilesystem', 'ec2'),
  fsx: use('mounts file systems of FSx', 'fsx', 'ec2'),
  s3Files: use('mounts buckets of S3', 's3'),
  sqsTrigger: use('scales on a queue of SQS', 'sqs'),
  cloudWatchAnalysis: use('measures releases by metrics of CloudWatch', 'monitoring'),
  cloudWatchTrigger: use('scales on a metric of CloudWatch', 'monitoring'),
  kinesisTrigger: use('scales on a stream of Kinesis', 'kinesis-streams'),
  dynamoTrigger: use('scales on a table of DynamoDB', 'dynamodb'),
  logs: use('writes to CloudWatch Logs', 'logs'),
  firehose: use('writes to a delivery stream of Firehose', 'kinesis-firehose'),
  traces: use('writes traces to X-Ray', 'xray'),
  amp: use('writes metrics to Amazon Managed Service for Prometheus', 'aps-workspaces'),
  karpenter: use('makes nodes by Karpenter', 'ec2', 'eks', 'iam', 'pricing', 'sqs', 'ssm', 'sts'),
  clusterAutoscaler: use('scales node groups', 'autoscaling', 'ec2', 'eks'),
  externalDns: use('writes records of Route 53', 'route53'),
  ackEks: use('is made by ACK through the API of EKS', 'eks'),
  ackS3: use('is made by ACK through the API of S3', 's3'),
  ackSqs: use('is made by ACK through the API of SQS', 'sqs'),
  ackSns: use('is made by ACK through the API of SNS', 'sns'),
  ackDynamo: use('is made by ACK through the API of DynamoDB', 'dynamodb'),
  ackRds: use('is made by ACK through the API of RDS', 'rds'),
  ackIam: use('is made by ACK through the API of IAM', 'iam'),
} as const satisfies Readonly<Record<string, EndpointUse>>;

export type EndpointUseName = keyof typeof ENDPOINT_USES;

/** What drivers, triggers of KEDA, stores of secrets and kinds of ACK use, by the words that objects have for them. */
export const USES_BY_DRIVER: Readonly<Record<string, EndpointUseName>> = {
  'ebs.csi.aws.com': 'ebs',
  'ebs.csi.eks.amazonaws.com': 'ebs',
  'efs.csi.aws.com': 'efs',
  'fsx.csi.aws.com': 'fsx',
  's3.csi.aws.com': 's3Files',
};

export const USES_BY_TRIGGER: Readonly<Record<string, EndpointUseName>> = {
  'aws-sqs-queue': 'sqsTrigger',
  'aws-cloudwatch': 'cloudWatchTrigger',
  'aws-kinesis-stream': 'kinesisTrigger',
  'aws-dynamodb': 'dynamoTrigger',
  'aws-dynamodb-streams': 'dynamoTrigger',
};

/** Providers of metrics by which Argo Rollouts measures a release. */
export const USES_BY_PROVIDER: Readonly<Record<string, EndpointUseName>> = { cloudWatch: 'cloudWatchAnalysis' };

export const USES_BY_STORE: Readonly<Record<string, EndpointUseName>> = {
  SecretsManager: 'secretsManager',
  ParameterStore: 'parameterStore',
};

export const USES_BY_ACK_GROUP: Readonly<Record<string, EndpointUseName>> = {
  'eks.services.k8s.aws': 'ackEks',
  's3.services.k8s.aws': 'ackS3',
  'sqs.services.k8s.aws': 'ackSqs',
  'sns.services.k8s.aws': 'ackSns',
  'dynamodb.services.k8s.aws': 'ackDynamo',
  'rds.services.k8s.aws': 'ackRds',
  'iam.services.k8s.aws': 'ackIam',
};

/** What configuration of collectors and log routers says, wherever it stands in an object. */
export const USES_BY_TEXT: readonly (readonly [text: RegExp, use: EndpointUseName])[] = [
  [/\bcloudwatch_logs\b|\bawscloudwatchlogs\b|\bawsemf\b/i, 'logs'],
  [/\bkinesis_firehose\b/i, 'firehose'],
  [/\bawsxray\b/, 'traces'],
  [/\baps-workspaces\./, 'amp'],
  [/"?objectType"?\s*:\s*"?secretsmanager/, 'secretsManager'],
  [/"?objectType"?\s*:\s*"?ssmparameter/, 'parameterStore'],
  [/\barn:aws[\w-]*:kms:/, 'kms'],
];

/** Controllers by a part of the name of their image. */
export const USES_BY_IMAGE: readonly (readonly [image: RegExp, use: EndpointUseName])[] = [
  [/\/karpenter\/controller\b/, 'karpenter'],
  [/\/cluster-autoscaler\b/, 'clusterAutoscaler'],
  [/\/external-dns\b/, 'externalDns'],
  [/\/aws-load-balancer-controller\b/, 'loadBalancer'],
];
