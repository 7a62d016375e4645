import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { KubeNamespace } from '../../imports/k8s';
import { SECURITY_GROUP_POLICY } from '../../src/knowledge/aws/security-groups';
import { environmentOf } from '../../src/model/environment-context';
import { namespacePlace } from '../fargate/namespace-place';
import { securityGroupIds } from '../network-policy/security-groups';
import type { Labels } from '../shared/labels';
import { onlyMade } from '../shared/made';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { AppNamespace, type AppNamespaceProps, judgeNamespaceName } from './app-namespace';
import { NetworkDefaults, type NetworkDefaultsProps, policySpecs } from './network-defaults';

export interface NetworkedNamespaceProps extends Omit<AppNamespaceProps, 'overrides'> {
  /** Labels that the Pods have anyway, where a profile's selector asks for one by a pattern. `@default` - none */
  readonly podLabels?: Labels;
  /**
   * Policies for Pods on nodes; false leaves the namespace open. They are left out where a Fargate profile takes every Pod of
   * the namespace, since none holds there. `@default` - those of NetworkDefaults
   */
  readonly network?: Omit<NetworkDefaultsProps, 'namespace'> | false;
  /**
   * Security groups of Pods on Fargate, which hold there in place of policies: names under `network.securityGroups` of the
   * environment, or ids. The cluster's own group is added. Where Pods run on nodes they are not looked at. A change holds for new Pods only. `@default` - the cluster's own
   */
  readonly fargateSecurityGroups?: readonly string[];
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly namespace?: Patch; readonly securityGroupPolicy?: Patch };
}

/**
 * A namespace whose Pods run where the environment says: on Fargate where one of its profiles selects the namespace, else
 * on nodes. The app is the same in both: it gives `podLabels` to its workloads, which take spread, resources and node
 * selection as their place has them. What cannot run on Fargate is told by the checks, for each environment.
 * @throws ToolError where neither a profile nor nodes would take its Pods
 * @finding eks/ban-fargate-pod
 * @finding eks/valid-fargate-size
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html
 * @example
 * import { NetworkedNamespace, Worker } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const reports = (chart: Chart) => {
 *   const { podLabels } = new NetworkedNamespace(chart, 'namespace', { name: 'reports' });
 *   new Worker(chart, 'worker', { image: 'registry.example.com/reports:1.0', podLabels });
 * };
 */
export class NetworkedNamespace extends Construct {
  readonly namespace: KubeNamespace;
  /** Name of the namespace. */
  readonly name: string;
  /** Where Pods with `podLabels` run. */
  readonly runsOn: 'fargate' | 'nodes';
  /** The profile that catches them; absent on nodes. */
  readonly fargateProfile: string | undefined;
  /** Labels to give to the workloads; none on nodes, and none where a profile takes every Pod of the namespace. */
  readonly podLabels: Labels;
  /** The policies for Pods on nodes; absent where none holds. */
  readonly network?: NetworkDefaults;
  /** The security groups of Pods on Fargate; absent where none are given. */
  readonly securityGroupPolicy?: ApiObject;

  constructor(scope: Construct, id: string, props: NetworkedNamespaceProps = {}) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'NetworkedNamespace', props, NetworkedNamespace);
    const { podLabels = {}, network = {}, fargateSecurityGroups, overrides = {}, ...rest } = props;
    const name = props.name ?? id;
    this.name = name;
    judgeNamespaceName(name, problems);
    const place = namespacePlace(name, podLabels, environment, problems);
    if (network !== false) policySpecs({ ...network, namespace: name }, environment, problems, 'network.overrides');
    const made = fargateSecurityGroups !== undefined || 'fargateSecurityGroups is not given';
    onlyMade(overrides, { securityGroupPolicy: made }, problems);
    const isOnFargate = environment.platform === 'eks' && place.profile !== undefined;
    const groupIds =
      isOnFargate && fargateSecurityGroups !== undefined
        ? securityGroupIds(fargateSecurityGroups, 'always', environment, problems)
        : undefined;
    problems.raise();
    this.runsOn = place.profile === undefined ? 'nodes' : 'fargate';
    this.fargateProfile = place.profile;
    this.podLabels = place.podLabels;
    const namespaceOverrides =
      overrides.namespace === undefined ? {} : { overrides: { namespace: overrides.namespace } };
    this.namespace = new AppNamespace(this, 'Default', { ...rest, name, ...namespaceOverrides }).namespace;
    if (network !== false && !place.isWhole)
      this.network = new NetworkDefaults(this, 'Network', { ...network, namespace: name });
    if (groupIds === undefined) return;
    const podSelector = place.isWhole ? {} : { matchLabels: { ...place.podLabels } };
    this.securityGroupPolicy = new ApiObject(this, 'SecurityGroups', {
      ...SECURITY_GROUP_POLICY,
      metadata: { name: 'fargate', namespace: name },
      spec: { podSelector, securityGroups: { groupIds } },
    });
    override(this.securityGroupPolicy, overrides.securityGroupPolicy);
  }
}
