import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { NODE_CLASSES } from '../../src/knowledge/karpenter/kinds';
import { defined } from '../../src/model/defined';
import type { EksEnvironment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import { judgeNodeClass } from '../../src/model/karpenter/judge-node-class';
import { override } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import type { BlockDevice, Ec2NodeClassProps } from './ec2-node-class-props';
import { judged } from './judged';
import { requireMaker } from './node-class-input';
import { subnetTerms } from './selector-terms';

const { group, version, kind } = NODE_CLASSES.karpenter;

/**
 * What EC2 instances that Karpenter starts have in common: image, network, disks, role. NodePools name it. A change of most
 * fields replaces all nodes of its pools. On a plain cluster nothing is rendered; EKS Auto Mode has `AutoModeNodeClass`.
 * @throws ToolError with everything that the server or the controller would refuse
 * @finding eks/valid-node-class
 * @see https://karpenter.sh/v1.14/concepts/nodeclasses/
 * @example
 * import { Ec2NodeClass } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const general = (chart: Chart) =>
 *   new Ec2NodeClass(chart, 'general', {
 *     role: 'karpenter-nodes',
 *     ami: 'al2023@v20251112',
 *     securityGroups: [{ tags: { 'karpenter.sh/discovery': 'prod' } }],
 *   });
 */
export class Ec2NodeClass extends Construct {
  /** Absent on a plain cluster. */
  readonly nodeClass?: ApiObject;
  /** For NodePools. */
  readonly name: string;
  /** For NodePools. */
  readonly kind = kind;

  constructor(scope: Construct, id: string, props: Ec2NodeClassProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'Ec2NodeClass', props, Ec2NodeClass);
    this.name = props.name ?? id;
    if (environment.platform !== 'eks') {
      problems.raise();
      return;
    }
    requireMaker('karpenter', 'Ec2NodeClass', environment, problems);
    const spec = specOf(props, environment, problems);
    judged(judgeNodeClass({ spec }, 'karpenter'), problems);
    problems.raise();
    this.nodeClass = new ApiObject(this, 'NodeClass', {
      apiVersion: `${group}/${version}`,
      kind,
      metadata: { name: this.name },
      spec,
    });
    override(this.nodeClass, props.overrides?.nodeClass);
  }
}

function specOf(props: Ec2NodeClassProps, environment: EksEnvironment, problems: Problems): object {
  const { ami } = props;
  return defined({
    role: props.role,
    instanceProfile: props.instanceProfile,
    amiFamily: props.amiFamily,
    amiSelectorTerms: typeof ami === 'string' ? [{ alias: ami }] : ami.map((term) => ({ ...term })),
    subnetSelectorTerms: subnetTerms(props.subnets, environment, problems),
    securityGroupSelectorTerms: props.securityGroups.map((term) => ({ ...term })),
    capacityReservationSelectorTerms: props.capacityReservations?.map((term) => ({ ...term })),
    placementGroupSelector: props.placementGroup,
    blockDeviceMappings: props.blockDevices?.map(encrypted),
    instanceStorePolicy: props.instanceStorePolicy,
    kubelet: props.kubelet,
    metadataOptions: props.metadataOptions,
    networkInterfaces: props.networkInterfaces?.map((one) => ({ ...one })),
    connectionTracking: props.connectionTracking,
    cpuOptions: props.cpuOptions,
    associatePublicIPAddress: props.associatePublicIPAddress,
    ipPrefixCount: props.ipPrefixCount,
    detailedMonitoring: props.detailedMonitoring,
    userData: props.userData,
    tags: props.tags,
  });
}

/** Karpenter's own disks are encrypted; one that is written out is not unless it says so. */
function encrypted({ ebs, ...device }: BlockDevice) {
  return { ...device, ebs: { encrypted: true, ...ebs } };
}
