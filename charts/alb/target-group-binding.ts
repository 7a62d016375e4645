import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { TargetGroupBinding as AutoModeBinding } from '../../imports/eks.amazonaws.com';
import { TargetGroupBinding as ControllerBinding } from '../../imports/elbv2.k8s.aws';
import { TARGET_GROUP_ARN } from '../../src/grammar/arn';
import { wrongBlock } from '../../src/grammar/cidr';
import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import { foreignTargetGroup } from '../../src/model/target-group-owner';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { type BackendInput, serviceAndPort } from './backend';

/** Who may call the Pods, where the controller keeps the rules of their security groups. */
export interface BindingCaller {
  /** CIDR block of the callers. Give this or `securityGroupId`. */
  readonly cidr?: string;
  /** Security group of the callers, such as that of the load balancer. */
  readonly securityGroupId?: string;
}

export interface TargetGroupBindingProps {
  /** Name of the binding. `@default` the construct's id */
  readonly name?: string;
  /** The Service whose Pods become targets, with a port that it has. */
  readonly backend: BackendInput;
  /** ARN of the target group, which is in the region of the environment. A change is refused. Give this or `targetGroupName`. */
  readonly targetGroupArn?: string;
  /** Name of the target group. Not on EKS Auto Mode. From release 2.11 of the controller. */
  readonly targetGroupName?: string;
  /** That of the target group: `ip` for Pods, `instance` for nodes. A change is refused. `@default` ip */
  readonly targetType?: 'ip' | 'instance';
  /** That of the target group. A change is refused. Not on EKS Auto Mode. `@default` ipv4 (controller) */
  readonly ipAddressType?: 'ipv4' | 'ipv6';
  /**
   * Whether bindings of other clusters fill the target group too: this one leaves their targets alone. Not on EKS Auto
   * Mode. From release 2.10. `@default` false (controller)
   */
  readonly multiClusterTargetGroup?: boolean;
  /** Who is let in to the targets. Not on EKS Auto Mode. `@default` - the security groups stay as they are */
  readonly callers?: readonly BindingCaller[];
  /** TCP ports of the targets that `callers` reach: of the Pods by number or name, of nodes by number. `@default` - all (controller) */
  readonly callerPorts?: readonly (number | string)[];
  /** Labels of the nodes that are targets; for target type instance. `@default` - all nodes */
  readonly nodeLabels?: Readonly<Record<string, string>>;
  /** VPC of the target group, where it is another one. A change is refused. Not on EKS Auto Mode. `@default` - the cluster's */
  readonly vpcId?: string;
  /** Role of the other account that owns the target group; for target type ip. Not on EKS Auto Mode. From release 2.12. */
  readonly iamRoleArnToAssume?: string;
  /** External id that `iamRoleArnToAssume` asks for. */
  readonly assumeRoleExternalId?: string;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly targetGroupBinding?: Patch };
}

/** What only the controller's own kind has. */
const OF_CONTROLLER = [
  'targetGroupName',
  'ipAddressType',
  'multiClusterTargetGroup',
  'callers',
  'callerPorts',
  'vpcId',
  'iamRoleArnToAssume',
  'assumeRoleExternalId',
] as const;

/**
 * Puts the Pods of a Service into a target group that others made, such as a load balancer of Terraform. On EKS Auto Mode it
 * is that kind; on a plain cluster nothing is rendered.
 * @throws ToolError with everything that the controller's webhook would refuse
 * @finding eks/valid-target-group-binding
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/targetgroupbinding/targetgroupbinding/
 * @example
 * import { TargetGroupBinding, WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const shop = (chart: Chart, web: WebService) =>
 *   new TargetGroupBinding(chart, 'shop', {
 *     backend: web,
 *     targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/0123456789abcdef',
 *   });
 */
export class TargetGroupBinding extends Construct {
  /** What is made; absent on a plain cluster. */
  readonly targetGroupBinding?: ApiObject;

  constructor(scope: Construct, id: string, props: TargetGroupBindingProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'TargetGroupBinding', props, TargetGroupBinding);
    const { serviceName, servicePort } = serviceAndPort(props.backend, problems);
    judgeBinding(props, problems);
    judgeOwner(props, environment, problems);
    const isAutoMode = environment.platform === 'eks' && environment.compute.autoMode;
    if (isAutoMode) judgeAutoMode(props, problems);
    problems.raise();
    if (environment.platform !== 'eks') return;
    const { nodeLabels } = props;
    const spec = {
      serviceRef: { name: serviceName, port: servicePort },
      targetType: props.targetType ?? 'ip',
      ...defined({ targetGroupARN: props.targetGroupArn }),
      ...(nodeLabels === undefined ? {} : { nodeSelector: { matchLabels: { ...nodeLabels } } }),
      ...(isAutoMode ? {} : ofController(props)),
    };
    const { apiVersion, kind } = isAutoMode ? AutoModeBinding.GVK : ControllerBinding.GVK;
    this.targetGroupBinding = new ApiObject(this, 'Binding', {
      apiVersion,
      kind,
      metadata: { name: props.name ?? id },
      spec,
    });
    override(this.targetGroupBinding, props.overrides?.targetGroupBinding);
  }
}

function ofController(props: TargetGroupBindingProps): object {
  const { callers, callerPorts } = props;
  const ports = callerPorts?.map((port) => ({ protocol: 'TCP', port }));
  const from = callers?.map(({ cidr, securityGroupId }) =>
    cidr === undefined ? { securityGroup: { groupID: securityGroupId } } : { ipBlock: { cidr } },
  );
  return defined({
    targetGroupName: props.targetGroupName,
    ipAddressType: props.ipAddressType,
    multiClusterTargetGroup: props.multiClusterTargetGroup,
    vpcID: props.vpcId,
    iamRoleArnToAssume: props.iamRoleArnToAssume,
    assumeRoleExternalId: props.assumeRoleExternalId,
    networking: from === undefined ? undefined : { ingress: [{ from, ...defined({ ports }) }] },
  });
}

function judgeBinding(props: TargetGroupBindingProps, problems: Problems): void {
  const { targetGroupArn: arn, targetGroupName, targetType = 'ip', callers = [] } = props;
  problems.unless(
    (arn === undefined) !== (targetGroupName === undefined),
    arn === undefined
      ? 'there is neither targetGroupArn nor targetGroupName, so nobody knows which target group is meant.'
      : 'targetGroupArn and targetGroupName are both given.',
    'give one of them.',
  );
  problems.unless(
    arn === undefined || TARGET_GROUP_ARN.test(arn),
    `targetGroupArn is "${arn}", which is not the ARN of a target group.`,
    'write it like arn:aws:elasticloadbalancing:<region>:<account>:targetgroup/<name>/<id>.',
  );
  problems.unless(
    props.nodeLabels === undefined || targetType === 'instance',
    'nodeLabels choose nodes, and with target type ip the targets are Pods: the controller’s webhook refuses it.',
    'leave them out, or set targetType: "instance".',
  );
  problems.unless(
    props.iamRoleArnToAssume === undefined || targetType === 'ip',
    'iamRoleArnToAssume is of another account, whose target groups take addresses alone: the controller’s webhook refuses target type instance.',
    'set targetType: "ip".',
  );
  problems.unless(
    props.assumeRoleExternalId === undefined || props.iamRoleArnToAssume !== undefined,
    'assumeRoleExternalId has no effect without iamRoleArnToAssume.',
    'give the role, or leave it out.',
  );
  problems.unless(
    props.callerPorts === undefined || callers.length > 0,
    'callerPorts has no effect without callers.',
    'name the callers, or leave it out.',
  );
  for (const { cidr, securityGroupId } of callers) {
    problems.unless(
      (cidr === undefined) !== (securityGroupId === undefined),
      `a caller has ${cidr === undefined ? 'neither cidr nor securityGroupId' : 'both a cidr and a securityGroupId'}.`,
      'give one of them.',
    );
    const wrong = cidr === undefined ? undefined : wrongBlock(cidr);
    problems.unless(wrong === undefined, `cidr of a caller is "${cidr}": ${wrong}.`, 'write it like 10.0.0.0/16.');
  }
}

function judgeOwner(props: TargetGroupBindingProps, environment: Environment, problems: Problems): void {
  const { targetGroupArn, iamRoleArnToAssume } = props;
  if (targetGroupArn === undefined) return;
  const foreign = foreignTargetGroup(targetGroupArn, iamRoleArnToAssume, environment);
  if (foreign !== undefined)
    problems.add(`${foreign.what}. It stays empty, and its load balancer answers 503.`, foreign.fix);
}

/** @see https://docs.aws.amazon.com/eks/latest/userguide/auto-elb-example.html */
function judgeAutoMode(props: TargetGroupBindingProps, problems: Problems): void {
  for (const property of OF_CONTROLLER) {
    problems.unless(
      props[property] === undefined,
      `the TargetGroupBinding of EKS Auto Mode has no ${property}.`,
      property === 'targetGroupName'
        ? 'give targetGroupArn.'
        : 'leave it out where environment.compute.autoMode is true.',
    );
  }
}
