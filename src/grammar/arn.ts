/** The parts of an ARN; the resource is the rest of the text and may hold colons. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

const ACCOUNT = String.raw`\d{12}`;
const PARTITION = 'aws(-cn|-us-gov)?';
const ROLE_NAME = String.raw`([\w+=,.@-]+\/)*[\w+=,.@-]{1,64}`;

/** An account id is text, not a number: some begin with 0. */
export const ACCOUNT_ID = new RegExp(`^${ACCOUNT}$`);

/** An ARN of a partition in which EKS runs. */
export const ARN = new RegExp(`^arn:${PARTITION}:[a-z0-9-]+:[a-z0-9-]*:${ACCOUNT}:\\S+$`);

/** A role's name with its path, or its ARN: at most 64 characters after the last slash. */
export const IAM_ROLE = new RegExp(`^(arn:${PARTITION}:iam::${ACCOUNT}:role\\/)?${ROLE_NAME}$`);

export const TARGET_GROUP_ARN = new RegExp(
  `^arn:${PARTITION}:elasticloadbalancing:[a-z0-9-]+:${ACCOUNT}:targetgroup\\/[A-Za-z0-9-]{1,32}\\/[0-9a-f]+$`,
);
/** A user's name with its path. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const IAM_USER = new RegExp(`^${ROLE_NAME}$`);

/** The name of an EKS cluster, node group or Fargate profile. */
export const EKS_NAME = /^[0-9A-Za-z][A-Za-z0-9_-]{0,99}$/;
const CLUSTER = new RegExp(`^arn:${PARTITION}:eks:[a-z0-9-]+:${ACCOUNT}:cluster/${EKS_NAME.source.slice(1, -1)}$`);

/** Why a text is not the ARN of an EKS cluster, as a part of a sentence; undefined when it may be. */
export function wrongClusterArn(text: string): string | undefined {
  if (CLUSTER.test(text)) return undefined;
  return 'an ARN of a cluster is arn:aws:eks:REGION:ACCOUNT:cluster/NAME, with an account of 12 digits';
}

/**
 * Reads the five parts of an ARN; undefined where there are fewer.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export function parseArn(text: string): Arn | undefined {
  const [scheme, partition = '', service = '', region = '', account = '', ...resource] = text.split(':');
  if (scheme !== 'arn' || resource.length === 0) return undefined;
  return { partition, service, region, account, resource: resource.join(':') };
}

/** Why a text is not the name or ARN of an IAM role, as a part of a sentence; undefined when it may be. */
export function wrongRole(role: string): string | undefined {
  if (IAM_ROLE.test(role)) return undefined;
  return role.startsWith('arn:') ? 'it is not the ARN of a role' : 'it is not the name of a role';
}
