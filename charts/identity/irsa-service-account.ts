import { Construct } from 'constructs';
import { KubeServiceAccount } from '../../imports/k8s';
import type { EksEnvironment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import { didYouMean } from '../../src/model/suggest';
import { override, type Patch } from '../override';
import { Problems } from '../problems';

export interface IrsaServiceAccountProps {
  /** `@default` the construct's id */
  readonly name?: string;
  /** Name of a role under `identity.iamRoles` of the environment. */
  readonly iamRole: string;
  /** Seconds a token is valid, 600–86400. `@default` 86400 (webhook) */
  readonly tokenExpirationSeconds?: number;
  /** Whether the Pod may also call the Kubernetes API. `@default` false */
  readonly automountServiceAccountToken?: boolean;
  readonly overrides?: { readonly serviceAccount?: Patch };
}

/**
 * A ServiceAccount whose Pods assume an IAM role. Pods get the role when they are created, so a changed role needs a
 * rollout. The role's trust policy must name `subject`: `cdk8s-eks trust` lists it. On a plain cluster it is a plain
 * ServiceAccount.
 * @throws ToolError where the environment uses Pod Identity, or declares no such role
 * @see https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
 */
export class IrsaServiceAccount extends Construct {
  readonly serviceAccount: KubeServiceAccount;
  readonly name: string;
  /** What the trust policy's `sub` must be: `system:serviceaccount:<namespace>:<name>`. */
  readonly subject: string;
  /** Absent on a plain cluster. */
  readonly roleArn?: string;

  constructor(scope: Construct, id: string, props: IrsaServiceAccountProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = new Problems(this);
    this.name = props.name ?? id;
    if (environment.platform === 'eks') this.roleArn = roleArn(props.iamRole, environment, problems);
    const seconds = props.tokenExpirationSeconds;
    problems.unless(
      seconds === undefined || (Number.isInteger(seconds) && seconds >= 600 && seconds <= 86_400),
      `tokenExpirationSeconds is ${seconds}.`,
      'use a whole number from 600 to 86400.',
    );
    problems.raise();
    const annotations = {
      ...(this.roleArn === undefined ? {} : { 'eks.amazonaws.com/role-arn': this.roleArn }),
      ...(this.roleArn === undefined || seconds === undefined
        ? {}
        : { 'eks.amazonaws.com/token-expiration': String(seconds) }),
    };
    this.serviceAccount = new KubeServiceAccount(this, 'ServiceAccount', {
      metadata: { name: this.name, ...(Object.keys(annotations).length === 0 ? {} : { annotations }) },
      automountServiceAccountToken: props.automountServiceAccountToken ?? false,
    });
    override(this.serviceAccount, props.overrides?.serviceAccount);
    this.subject = `system:serviceaccount:${this.serviceAccount.metadata.namespace ?? ''}:${this.name}`;
  }
}

function roleArn(name: string, environment: EksEnvironment, problems: Problems): string | undefined {
  const { mode, iamRoles } = environment.identity;
  if (mode === 'podIdentity') {
    problems.add(
      `environment ${environment.name} uses EKS Pod Identity, where a role comes from an association and not from an annotation; the annotation would win and the association be ignored.`,
      'use a plain ServiceAccount here and create the Pod Identity association, or set identity.mode: irsa.',
    );
    return undefined;
  }
  const role = Object.hasOwn(iamRoles, name) ? iamRoles[name] : undefined;
  if (role === undefined) {
    problems.add(
      `environment ${environment.name} declares no IAM role "${name}".${didYouMean(name, Object.keys(iamRoles))}`,
      'declare it under identity.iamRoles in environment.yaml.',
    );
    return undefined;
  }
  return role.startsWith('arn:') ? role : `arn:${environment.partition}:iam::${environment.accountId}:role/${role}`;
}
