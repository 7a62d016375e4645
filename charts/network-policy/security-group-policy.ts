import { type ApiObject, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { SECURITY_GROUP_POLICY } from '../../src/knowledge/aws/security-groups';
import { environmentOf } from '../../src/model/environment-context';
import { customObject, type ObjectProps } from '../shared/custom-object';
import type { Labels } from '../shared/labels';
import { override, type Patch } from '../shared/override';
import { isPlusPods, type PlusPods, plusPods } from '../shared/plus-pods';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { securityGroupIds } from './security-groups';

export interface SecurityGroupPolicyProps extends ObjectProps {
  /**
   * Security groups of the Pods, by their names under `network.securityGroups` of the environment, or by ids (`sg-…`); with the
   * cluster's own at most 5, unless AWS raised the quota of the account.
   */
  readonly securityGroups: readonly string[];
  /** A workload of ours or of any cdk8s-plus, or labels; `'all'` for every Pod of the namespace. `@default` - those that `serviceAccounts` says */
  readonly pods?: SelectedPods;
  /** Labels of the Pods' ServiceAccounts. With `pods`, both have to match. `@default` - any ServiceAccount */
  readonly serviceAccounts?: Labels;
  /** Whether the Pods keep the cluster's own group (`network.securityGroups.cluster`), which lets DNS and probes through. `@default` true */
  readonly clusterGroup?: boolean;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly securityGroupPolicy?: Patch };
}

/** Pods of a namespace: of a workload of ours or of any cdk8s-plus, by labels, or all of them. */
export type SelectedPods = { readonly selector: Labels; readonly name: string } | PlusPods | Labels | 'all';

/**
 * Gives Pods security groups of their own, in place of those of their node: what they reach, and what reaches them, is then
 * up to the VPC. It holds on Fargate, and on Nitro instances where the VPC CNI has `ENABLE_POD_ENI`; not on Windows, on
 * `t` instances and on nodes of EKS Auto Mode. A change holds for new Pods only. On a plain cluster nothing is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/valid-security-group-policy
 * @see https://docs.aws.amazon.com/eks/latest/userguide/security-groups-for-pods.html
 * @example
 * import { SecurityGroupPolicy, type Worker } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const database = (chart: Chart, orders: Worker) =>
 *   new SecurityGroupPolicy(chart, 'orders', { pods: orders, securityGroups: ['database-clients'] });
 */
export class SecurityGroupPolicy extends Construct {
  /** What is made; absent on a plain cluster. */
  readonly securityGroupPolicy?: ApiObject;

  constructor(scope: Construct, id: string, props: SecurityGroupPolicyProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'SecurityGroupPolicy', props, SecurityGroupPolicy);
    const { pods, serviceAccounts, securityGroups, clusterGroup = true, name = id } = props;
    problems.unless(
      pods !== undefined || serviceAccounts !== undefined,
      'neither pods nor serviceAccounts is given, so the policy selects nothing and its groups protect nothing.',
      "give one of them; pods: 'all' means every Pod of the namespace.",
    );
    for (const [property, labels] of Object.entries({ pods: labelsOf(pods), serviceAccounts }))
      problems.unless(
        labels === undefined || Object.keys(labels).length > 0,
        `${property} names no labels, which selects all Pods of the namespace.`,
        `name labels, or say pods: 'all'.`,
      );
    judgePlace(pods, Chart.of(this).namespace, problems);
    const isEks = environment.platform === 'eks';
    const groupIds = isEks ? securityGroupIds(securityGroups, clusterGroup, environment, problems) : [];
    problems.raise();
    if (!isEks) return;
    const spec = {
      ...(pods === undefined ? {} : { podSelector: podSelectorOf(pods) }),
      ...(serviceAccounts === undefined ? {} : { serviceAccountSelector: selectorOf(serviceAccounts) }),
      securityGroups: { groupIds },
    };
    this.securityGroupPolicy = customObject(this, 'Policy', SECURITY_GROUP_POLICY, { ...props, name }, spec);
    override(this.securityGroupPolicy, props.overrides?.securityGroupPolicy);
  }
}

/** A policy selects among the Pods of its own namespace. */
function judgePlace(pods: SelectedPods | undefined, own: string | undefined, problems: Problems): void {
  const namespace = namespaceOf(pods);
  problems.unless(
    namespace === undefined || own === undefined || namespace === own,
    `pods are in namespace ${namespace}, and the policy is in ${own}, where it selects none of them: they keep the security groups of their node.`,
    `make the policy in namespace ${namespace}: new SecurityGroupPolicy(inNamespace(chart, '${namespace}'), …).`,
  );
}

/** Undefined where the Pods are not those of a construct. */
function namespaceOf(pods: SelectedPods | undefined): string | undefined {
  if (typeof pods !== 'object') return undefined;
  if (isPlusPods(pods)) return plusPods(pods).namespace;
  return Construct.isConstruct(pods) ? Chart.of(pods).namespace : undefined;
}

/** Undefined where every Pod is meant. */
function labelsOf(pods: SelectedPods | undefined): Labels | undefined {
  if (pods === undefined || pods === 'all') return undefined;
  if (isPlusPods(pods)) return plusPods(pods).selector.matchLabels ?? {};
  return typeof pods['selector'] === 'object' ? pods['selector'] : (pods as Labels);
}

function podSelectorOf(pods: SelectedPods): object {
  return typeof pods === 'object' && isPlusPods(pods) ? plusPods(pods).selector : selectorOf(labelsOf(pods));
}

function selectorOf(labels: Labels | undefined): object {
  return labels === undefined ? {} : { matchLabels: { ...labels } };
}
