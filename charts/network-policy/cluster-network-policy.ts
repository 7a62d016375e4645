import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { CLUSTER_NETWORK_POLICY, CLUSTER_POLICY_LIMITS as LIMITS } from '../../src/knowledge/aws/network-policy-kinds';
import { environmentOf } from '../../src/model/environment-context';
import { customObject } from '../shared/custom-object';
import { override } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import type { ClusterEgressRule, ClusterIngressRule, ClusterNetworkPolicyProps } from './cluster-policy-props';
import { clusterPods, clusterRule, judgeHosts } from './cluster-policy-rule';

/**
 * What the platform team allows and forbids in all namespaces, which no team's NetworkPolicy can undo (`Admin`), or what
 * holds where no team says anything (`Baseline`). The VPC CNI obeys it, on Linux nodes on EC2 and of Auto Mode; Pods on
 * Fargate, on hybrid nodes and of the host's network are not held. A change takes effect at once, without new Pods. On a
 * plain cluster nothing is rendered.
 * @throws ToolError with everything that the server would refuse
 * @see https://docs.aws.amazon.com/eks/latest/userguide/auto-net-pol.html
 * @example
 * import { ClusterNetworkPolicy } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const metadata = (chart: Chart) =>
 *   new ClusterNetworkPolicy(chart, 'no-instance-metadata', {
 *     priority: 10,
 *     egress: [{ name: 'credentials of the node', action: 'Deny', to: [{ cidrs: ['169.254.169.254/32'] }] }],
 *   });
 */
export class ClusterNetworkPolicy extends Construct {
  /** What is made; absent on a plain cluster. */
  readonly clusterNetworkPolicy?: ApiObject;

  constructor(scope: Construct, id: string, props: ClusterNetworkPolicyProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'ClusterNetworkPolicy', props, ClusterNetworkPolicy);
    const { tier = 'Admin', priority, subject = {}, ingress = [], egress = [], name = id } = props;
    problems.integer('priority', priority, LIMITS.priority.least, LIMITS.priority.most);
    problems.unless(
      ingress.length + egress.length > 0,
      'it has neither ingress nor egress, so it does nothing.',
      'give it a rule, or leave it out.',
    );
    egress.forEach((rule, i) => {
      judgeHosts(rule, `egress[${i}]`, environment, problems);
    });
    const rules = rulesOf(ingress, egress, problems);
    problems.raise();
    if (environment.platform !== 'eks') return;
    const spec = { tier, priority, subject: clusterPods(subject), ...rules };
    this.clusterNetworkPolicy = customObject(this, 'Policy', CLUSTER_NETWORK_POLICY, { ...props, name }, spec);
    override(this.clusterNetworkPolicy, props.overrides?.clusterNetworkPolicy);
  }
}

function rulesOf(
  ingress: readonly ClusterIngressRule[],
  egress: readonly ClusterEgressRule[],
  problems: Problems,
): object {
  for (const [direction, { length }] of Object.entries({ ingress, egress }))
    problems.unless(
      length <= LIMITS.rules,
      `${direction} has ${length} rules, and may have ${LIMITS.rules}; the server refuses the policy.`,
      'make several policies, in the order of their priorities.',
    );
  const inward = ingress.map((rule, i) => clusterRule(rule, 'from', rule.from, `ingress[${i}]`, problems));
  const outward = egress.map((rule, i) => clusterRule(rule, 'to', rule.to, `egress[${i}]`, problems));
  return {
    ...(inward.length === 0 ? {} : { ingress: inward }),
    ...(outward.length === 0 ? {} : { egress: outward }),
  };
}
