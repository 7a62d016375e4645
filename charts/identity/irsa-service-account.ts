import { Chart } from 'cdk8s';
import type { ISubject } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { KubeServiceAccount } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../shared/override';
import { asPlusSubject } from '../shared/plus';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { roleArnOf } from './iam-role';

export interface IrsaServiceAccountProps {
  /** Name of the ServiceAccount. `@default` the construct's id */
  readonly name?: string;
  /** Name of a role under `identity.iamRoles` of the environment. */
  readonly iamRole: string;
  /** Whole seconds a token is valid, 600–86400. `@default` 86400 (webhook) */
  readonly tokenExpirationSeconds?: number;
  /** Whether SDKs ask STS in the cluster's region or, with false, the global endpoint. `@default` - the webhook decides */
  readonly stsRegionalEndpoints?: boolean;
  /** Whether the Pod may also call the Kubernetes API. `@default` false */
  readonly automountServiceAccountToken?: boolean;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly serviceAccount?: Patch };
}

/**
 * A ServiceAccount whose Pods assume an IAM role. Pods get the role when they are created, so a changed role needs a
 * rollout. The role's trust policy must name `subject`: `cdk8s-eks trust` lists it. On a plain cluster it is a plain
 * ServiceAccount.
 * @throws ToolError where the environment uses Pod Identity, or declares no such role
 * @see https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html
 * @example
 * import { IrsaServiceAccount, WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const carts = (chart: Chart) =>
 *   new WebService(chart, 'carts', {
 *     image: 'example.com/carts:1.0',
 *     port: 8080,
 *     serviceAccount: new IrsaServiceAccount(chart, 'account', { name: 'carts', iamRole: 'carts' }),
 *   });
 */
export class IrsaServiceAccount extends Construct {
  readonly serviceAccount: KubeServiceAccount;
  /** Name of the ServiceAccount. */
  readonly name: string;
  /** What the trust policy's `sub` must be: `system:serviceaccount:<namespace>:<name>`. */
  readonly subject: string;
  /** Absent on a plain cluster. */
  readonly roleArn: string | undefined;

  constructor(scope: Construct, id: string, props: IrsaServiceAccountProps) {
    super(scope, id);
    const problems = problemsWith(this, 'IrsaServiceAccount', props, IrsaServiceAccount);
    this.name = props.name ?? id;
    this.roleArn = this.roleOf(props.iamRole, environmentOf(this), problems);
    const namespace = Chart.of(this).namespace;
    const seconds = props.tokenExpirationSeconds;
    problems.integer('tokenExpirationSeconds', seconds, 600, 86_400);
    problems.unless(
      this.name !== 'default',
      'every Pod that names no ServiceAccount runs as `default`: all of them would get the role.',
      'give it a name of its own.',
    );
    problems.unless(
      namespace !== undefined,
      'the ServiceAccount has no namespace, so a trust policy cannot name it.',
      'set `namespace` in defineApp(), or use inNamespace().',
    );
    problems.raise();
    this.subject = `system:serviceaccount:${namespace}:${this.name}`;
    const annotations = this.annotations(props);
    this.serviceAccount = new KubeServiceAccount(this, 'ServiceAccount', {
      metadata: { name: this.name, ...(Object.keys(annotations).length === 0 ? {} : { annotations }) },
      automountServiceAccountToken: props.automountServiceAccountToken ?? false,
    });
    override(this.serviceAccount, props.overrides?.serviceAccount);
  }

  /** For cdk8s-plus's role bindings. */
  asSubject(): ISubject {
    return asPlusSubject(this, this.name, Chart.of(this).namespace);
  }

  private roleOf(iamRole: string, environment: Environment, problems: Problems): string | undefined {
    if (environment.platform !== 'eks') return undefined;
    if (environment.identity.mode === 'irsa') return roleArnOf(iamRole, environment, problems);
    problems.add(
      `environment ${environment.name} uses EKS Pod Identity, where a role comes from an association and not from an annotation; the annotation would win and the association be ignored.`,
      'use a plain ServiceAccount here and create the Pod Identity association, or set identity.mode: irsa.',
    );
    return undefined;
  }

  /** @see https://github.com/aws/amazon-eks-pod-identity-webhook/blob/v0.6.17/README.md */
  private annotations(props: IrsaServiceAccountProps): Record<string, string> {
    if (this.roleArn === undefined) return {};
    const { tokenExpirationSeconds: seconds, stsRegionalEndpoints: regional } = props;
    return {
      'eks.amazonaws.com/role-arn': this.roleArn,
      ...defined({
        'eks.amazonaws.com/token-expiration': seconds?.toString(),
        'eks.amazonaws.com/sts-regional-endpoints': regional?.toString(),
      }),
    };
  }
}
