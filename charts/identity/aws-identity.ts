import { type ApiObject, Chart } from 'cdk8s';
import type { ISubject } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { PodIdentityAssociation } from '../../imports/eks.services.k8s.aws';
import { KubeServiceAccount } from '../../imports/k8s';
import { IRSA } from '../../src/knowledge/aws/irsa';
import { ASSOCIATION_ANNOTATION } from '../../src/knowledge/aws/pod-identity';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { onlyMade } from '../shared/made';
import { override } from '../shared/override';
import { asPlusSubject } from '../shared/plus';
import { problemsWith } from '../shared/properties';
import type { AwsIdentityProps } from './aws-identity-props';
import { type IdentityMechanism, type ResolvedIdentity, resolveIdentity } from './resolve-identity';

/**
 * A ServiceAccount whose Pods have an IAM role, in the way of the environment: by the annotation of IRSA, or by an EKS Pod
 * Identity association, which ACK makes where `identity.ack` says that it is there, and otherwise the IAM team:
 * `cdk8s-eks trust` lists the associations and what roles must trust. On a plain cluster it is a plain ServiceAccount.
 * Pods get a role when they are created, so a changed one needs a rollout.
 * @throws ToolError where the environment declares no such role, or cannot give it in this way
 * @see https://docs.aws.amazon.com/eks/latest/userguide/service-accounts.html#service-accounts-iam
 * @example
 * import { AwsIdentity, WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const carts = (chart: Chart) =>
 *   new WebService(chart, 'carts', {
 *     image: 'example.com/carts:1.0',
 *     port: 8080,
 *     serviceAccount: new AwsIdentity(chart, 'account', { name: 'carts', iamRole: 'carts' }),
 *   });
 */
export class AwsIdentity extends Construct {
  /** The ServiceAccount. */
  readonly serviceAccount: KubeServiceAccount;
  /** What ACK makes the association of; absent where none is made here. */
  readonly association?: ApiObject;
  /** Name of the ServiceAccount. */
  readonly name: string;
  /** Its namespace. */
  readonly namespace: string | undefined;
  /** What a trust policy of IRSA has as its `sub`: `system:serviceaccount:<namespace>:<name>`. */
  readonly subject: string;
  /** The role that the Pods get first; absent on a plain cluster. */
  readonly roleArn: string | undefined;
  /** How the Pods come by their role; absent on a plain cluster. */
  readonly mechanism: IdentityMechanism | undefined;

  constructor(scope: Construct, id: string, props: AwsIdentityProps) {
    super(scope, id);
    const problems = problemsWith(this, 'AwsIdentity', props, AwsIdentity);
    const environment = environmentOf(this);
    this.name = props.name ?? id;
    const namespace = Chart.of(this).namespace;
    this.namespace = namespace;
    const resolved = resolveIdentity(props, { name: this.name, namespace, environment }, problems);
    const made = props.mechanism !== 'irsa' || "mechanism is 'irsa'";
    onlyMade(props.overrides, { association: made }, problems);
    problems.raise();
    this.subject = `system:serviceaccount:${namespace}:${this.name}`;
    this.roleArn = resolved?.roleArn;
    this.mechanism = resolved?.mechanism;
    const annotations = annotationsOf(props, resolved);
    this.serviceAccount = new KubeServiceAccount(this, 'ServiceAccount', {
      metadata: { name: this.name, ...(Object.keys(annotations).length === 0 ? {} : { annotations }) },
      automountServiceAccountToken: props.automountServiceAccountToken ?? false,
    });
    override(this.serviceAccount, props.overrides?.serviceAccount);
    if (resolved?.mechanism === 'podIdentity' && resolved.madeByAck) {
      const made = new PodIdentityAssociation(this, 'Association', {
        metadata: { name: this.name },
        spec: resolved.association,
      });
      this.association = override(made, props.overrides?.association);
    }
  }

  /** For cdk8s-plus's role bindings. */
  asSubject(): ISubject {
    return asPlusSubject(this, this.name, Chart.of(this).namespace);
  }
}

function annotationsOf(props: AwsIdentityProps, resolved: ResolvedIdentity | undefined): Record<string, string> {
  if (resolved === undefined) return {};
  if (resolved.mechanism === 'podIdentity')
    return resolved.madeByAck ? {} : { [ASSOCIATION_ANNOTATION]: JSON.stringify(resolved.association) };
  return {
    [IRSA.role]: resolved.roleArn,
    ...defined({
      [IRSA.tokenExpiration]: props.tokenExpirationSeconds?.toString(),
      [IRSA.regionalEndpoints]: props.stsRegionalEndpoints?.toString(),
    }),
  };
}
