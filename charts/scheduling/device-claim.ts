import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import {
  type DeviceRequest,
  type ExactDeviceRequest,
  KubeResourceClaim,
  KubeResourceClaimTemplate,
} from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { judgeClaimedDevices } from '../../src/model/devices/judge-claim';
import { environmentOf } from '../../src/model/environment-context';
import { override } from '../shared/override';
import { problemsWith } from '../shared/properties';
import type { ClaimedDevices, DeviceClaimProps } from './device-claim-props';
import { judgeDeviceClaim } from './judge-device-claim';
import { judged } from './judged';

/**
 * Devices that a driver hands out by dynamic resource allocation (Kubernetes 1.34): for `deviceClaims` of a BatchJob, and of
 * `runOn` of other workloads. Nobody can change a claim later: a change needs another name. Karpenter leaves Pods with claims
 * Pending unless its alpha setting `enableDRA` is on; managed node groups run them.
 * @throws ToolError with everything that is wrong with the properties
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/dynamic-resource-allocation/
 * @see https://docs.aws.amazon.com/eks/latest/userguide/device-management.html
 * @example
 * import { BatchJob, DeviceClaim } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const train = (chart: Chart) => {
 *   const gpus = new DeviceClaim(chart, 'gpus', { devices: { gpu: { deviceClass: 'gpu.nvidia.com', count: 8 } } });
 *   return new BatchJob(chart, 'train', { image: 'example.com/train:1', deviceClaims: [gpus] });
 * };
 */
export class DeviceClaim extends Construct {
  /** What is made. */
  readonly claim: KubeResourceClaim | KubeResourceClaimTemplate;
  /** Name of the claim or its template; Pods know it by the same, with hyphens for dots. */
  readonly name: string;
  /** Namespace of the claim or its template, where the chart or the app names one: only its Pods can have it. */
  readonly namespace?: string;
  /** Whether all Pods have the same devices. */
  readonly shared: boolean;
  /** Classes of the devices. */
  readonly deviceClasses: readonly string[];

  constructor(scope: Construct, id: string, props: DeviceClaimProps) {
    super(scope, id);
    const problems = problemsWith(this, 'DeviceClaim', props, DeviceClaim);
    const { name = id, shared = false, labels, annotations, constraints, config } = props;
    this.name = name;
    const { namespace } = Chart.of(this);
    if (namespace !== undefined) this.namespace = namespace;
    this.shared = shared;
    this.deviceClasses = [
      ...new Set(
        Object.values(props.devices)
          .flat()
          .map(({ deviceClass }) => deviceClass),
      ),
    ];
    judgeDeviceClaim(props, environmentOf(this), problems);
    const devices = {
      requests: Object.entries(props.devices).map(requestOf),
      ...defined({ constraints: constraints && [...constraints], config: config && [...config] }),
    };
    judged(judgeClaimedDevices(devices), problems);
    problems.raise();
    const metadata = {
      name,
      ...defined({ labels: labels && { ...labels }, annotations: annotations && { ...annotations } }),
    };
    this.claim = shared
      ? new KubeResourceClaim(this, 'Claim', { metadata, spec: { devices } })
      : new KubeResourceClaimTemplate(this, 'Claim', { metadata, spec: { spec: { devices } } });
    override(this.claim, props.overrides?.claim);
  }
}

function requestOf([name, devices]: readonly [string, ClaimedDevices | readonly ClaimedDevices[]]): DeviceRequest {
  if (!isList(devices)) return { name, exactly: exactly(devices) };
  return { name, firstAvailable: devices.map((one, index) => ({ name: `choice-${index + 1}`, ...exactly(one) })) };
}

function exactly({ deviceClass, count, selectors, tolerations }: ClaimedDevices): ExactDeviceRequest {
  return {
    deviceClassName: deviceClass,
    ...(count === 'All' ? { allocationMode: 'All' } : defined({ count })),
    ...defined({
      selectors: selectors?.map((expression) => ({ cel: { expression } })),
      tolerations: tolerations && [...tolerations],
    }),
  };
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}
