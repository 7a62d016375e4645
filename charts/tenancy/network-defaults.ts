import { Construct } from 'constructs';
import { KubeNetworkPolicy, type NetworkPolicySpec } from '../../imports/k8s';
import type { Environment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import { dnsRule } from '../network-policy/dns-rule';
import { addressPeers, type NetworkPorts, rulePeer, rulePorts } from '../network-policy/network-peer';
import type { Labels } from '../shared/labels';
import { onlyMade } from '../shared/made';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';

export interface NetworkDefaultsProps {
  /** Namespace that the policies hold in. */
  readonly namespace: string;
  /** Refuses everything that no other policy allows, in both directions. `@default` true */
  readonly denyAll?: boolean;
  /** Lets Pods ask the cluster's DNS; without it a denied namespace resolves nothing. `@default` true */
  readonly dns?: boolean;
  /** Lets Pods of the namespace call each other. `@default` true */
  readonly sameNamespace?: boolean;
  /** Lets load balancers reach the Pods, from the VPC's addresses. On EKS only. `@default` true */
  readonly albIngress?: boolean | LoadBalancerAccess;
  /** Namespaces whose Pods may call, such as those of an ingress controller or of monitoring. `@default` - none */
  readonly callers?: readonly string[];
  /** Changes to single fields of a policy, by its name; `null` removes a field. */
  readonly overrides?: Readonly<Partial<Record<DefaultPolicy, Patch>>>;
}

/** The policies of NetworkDefaults, by their names. */
export type DefaultPolicy =
  | 'default-deny'
  | 'allow-dns'
  | 'allow-same-namespace'
  | 'allow-load-balancers'
  | 'allow-callers';

/** Which load balancers reach which Pods. */
export interface LoadBalancerAccess {
  /** The load balancers' subnets. `@default` - the VPC's CIDR blocks, which hold all Pods of the cluster too */
  readonly cidrs?: readonly string[];
  /** Pods that stand behind a load balancer. `@default` - all of the namespace */
  readonly pods?: Labels;
  /** Container ports. `@default` - all */
  readonly ports?: NetworkPorts;
}

/**
 * The policies every tenant starts with: nothing goes, but DNS, each other, and load balancers. An ALB has no
 * identity that a policy could name, only addresses of the VPC, and Pods have such addresses too: narrow `albIngress`
 * by ports, Pods or subnets where that matters. Pods on Fargate are not held by network policies.
 * @throws ToolError with everything that is wrong with the properties
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 * @example
 * import { NetworkDefaults } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const policies = (chart: Chart) =>
 *   new NetworkDefaults(chart, 'network', {
 *     namespace: 'shop',
 *     callers: ['monitoring'],
 *     albIngress: { pods: { 'app.kubernetes.io/name': 'web' }, ports: [8080] },
 *   });
 */
export class NetworkDefaults extends Construct {
  /** The policies that are made. */
  readonly policies: readonly KubeNetworkPolicy[];

  constructor(scope: Construct, id: string, props: NetworkDefaultsProps) {
    super(scope, id);
    const problems = problemsWith(this, 'NetworkDefaults', props, NetworkDefaults);
    const specs = policySpecs(props, environmentOf(this), problems);
    problems.raise();
    this.policies = (Object.keys(specs) as DefaultPolicy[]).map((name) => {
      const metadata = { name, namespace: props.namespace };
      const policy = new KubeNetworkPolicy(this, name, { metadata, spec: specs[name] as NetworkPolicySpec });
      return override(policy, props.overrides?.[name]);
    });
  }
}

/** The policies by name; what is wrong with the properties goes into `problems`. */
export function policySpecs(
  props: NetworkDefaultsProps,
  environment: Environment,
  problems: Problems,
  overridesAt = 'overrides',
): Partial<Record<DefaultPolicy, NetworkPolicySpec>> {
  const { denyAll = true, dns = true, sameNamespace = true, albIngress = true, callers } = props;
  onlyMade(props.overrides, madePolicies(props), problems, overridesAt);
  const everybody = [{ podSelector: {} }];
  const access = albIngress === true ? {} : albIngress;
  return {
    ...(denyAll ? { 'default-deny': { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } } : {}),
    ...(dns ? { 'allow-dns': { podSelector: {}, policyTypes: ['Egress'], egress: [dnsRule(environment)] } } : {}),
    ...(sameNamespace
      ? {
          'allow-same-namespace': {
            podSelector: {},
            policyTypes: ['Ingress', 'Egress'],
            ingress: [{ from: everybody }],
            egress: [{ to: everybody }],
          },
        }
      : {}),
    ...(access === false || environment.platform !== 'eks'
      ? {}
      : { 'allow-load-balancers': loadBalancerSpec(access, environment.network.cidrs, problems) }),
    ...(callers === undefined || callers.length === 0
      ? {}
      : {
          'allow-callers': {
            podSelector: {},
            policyTypes: ['Ingress'],
            ingress: [{ from: callers.map((namespace) => rulePeer({ namespace, pods: {} })) }],
          },
        }),
  };
}

/** The policies that the properties ask for. Load balancers have one on EKS alone. */
function madePolicies(props: NetworkDefaultsProps): Record<DefaultPolicy, true | string> {
  const { denyAll, dns, sameNamespace, albIngress, callers = [] } = props;
  return {
    'default-deny': denyAll !== false || 'denyAll is false',
    'allow-dns': dns !== false || 'dns is false',
    'allow-same-namespace': sameNamespace !== false || 'sameNamespace is false',
    'allow-load-balancers': albIngress !== false || 'albIngress is false',
    'allow-callers': callers.length > 0 || 'there are no callers',
  };
}

function loadBalancerSpec(access: LoadBalancerAccess, vpc: readonly string[], problems: Problems): NetworkPolicySpec {
  const from = addressPeers({ cidrs: access.cidrs ?? vpc }, problems);
  const podSelector = access.pods === undefined ? {} : { matchLabels: { ...access.pods } };
  return { podSelector, policyTypes: ['Ingress'], ingress: [{ from, ...rulePorts(access.ports, problems) }] };
}
