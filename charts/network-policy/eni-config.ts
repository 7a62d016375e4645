import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { awsId } from '../../src/grammar/aws-id';
import { ENI_CONFIG } from '../../src/knowledge/aws/network-policy-kinds';
import type { Compute, EksEnvironment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import { customObject, type ObjectProps } from '../shared/custom-object';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { securityGroupIds } from './security-groups';

export interface EniConfigProps extends ObjectProps {
  /** Name of the object: the zone, where the VPC CNI has `ENI_CONFIG_LABEL_DEF=topology.kubernetes.io/zone`. `@default` the construct's id */
  readonly name?: string;
  /** Subnet of the Pods in that zone, `subnet-…`, such as one of a secondary block of the VPC. */
  readonly subnet: string;
  /** Security groups of the Pods, by their names under `network.securityGroups` of the environment, or by ids; at most 5. `@default` - those of the node's first interface */
  readonly securityGroups?: readonly string[];
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly eniConfig?: Patch };
}

/**
 * The subnet that Pods of a zone get their addresses from, in place of that of their node (custom networking of the VPC CNI,
 * `AWS_VPC_K8S_CNI_CUSTOM_NETWORK_CFG`): for VPCs that run out of addresses. It holds for nodes that start later. EKS Auto
 * Mode reads the subnets of its NodeClass instead. On a plain cluster nothing is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @see https://docs.aws.amazon.com/eks/latest/userguide/cni-custom-network.html
 * @example
 * import { EniConfig } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const zone = (chart: Chart) =>
 *   new EniConfig(chart, 'eu-central-1a', { subnet: 'subnet-0123456789abcdef0' });
 */
export class EniConfig extends Construct {
  /** What is made; absent on a plain cluster. */
  readonly eniConfig?: ApiObject;

  constructor(scope: Construct, id: string, props: EniConfigProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'EniConfig', props, EniConfig);
    const { subnet, securityGroups, name = id } = props;
    problems.unless(
      awsId('subnet').test(subnet),
      `"${subnet}" is not the id of a subnet; Pods of these nodes would get no address.`,
      'write an id such as subnet-0123456789abcdef0.',
    );
    const isEks = environment.platform === 'eks';
    problems.unless(
      !isEks || !environment.compute.autoMode || hasOtherNodes(environment.compute),
      `nodes of environment ${environment.name} are those of EKS Auto Mode, which read no ENIConfig: Pods would keep the subnets of their NodeClass.`,
      'name the subnets in that NodeClass, and leave this out in this environment.',
    );
    if (isEks) judgeZone(name, subnet, environment, problems);
    const groups =
      isEks && securityGroups !== undefined
        ? securityGroupIds(securityGroups, false, environment, problems)
        : undefined;
    problems.raise();
    if (!isEks) return;
    const spec = { subnet, ...(groups === undefined ? {} : { securityGroups: groups }) };
    this.eniConfig = customObject(this, 'EniConfig', ENI_CONFIG, { ...props, name }, spec);
    override(this.eniConfig, props.overrides?.eniConfig);
  }
}

/** A name that is not a zone of the environment may be a label of one's own. */
function judgeZone(name: string, subnet: string, { network }: EksEnvironment, problems: Problems): void {
  const known = [...network.subnets.public, ...network.subnets.private];
  const zone = known.find(({ id }) => id === subnet)?.availabilityZone;
  problems.unless(
    zone === undefined || zone === name || known.every(({ availabilityZone }) => availabilityZone !== name),
    `the name is zone ${name}, and ${subnet} lies in ${zone}: AWS attaches no interface of another zone to a node, and Pods there would get no address.`,
    `name a subnet of ${name}.`,
  );
}

function hasOtherNodes({ managedNodeGroups, selfManagedNodeGroups }: Compute): boolean {
  return managedNodeGroups.length + selfManagedNodeGroups.length > 0;
}
