import type { DeviceClaimConfiguration, DeviceConstraint, DeviceToleration } from '../../imports/k8s';
import type { ObjectProps } from '../shared/custom-object';
import type { Patch } from '../shared/override';

/** Devices of one class. */
export interface ClaimedDevices {
  /** DeviceClass that a driver brings, such as `gpu.nvidia.com`, `neuron.aws.com` or `efa.networking.k8s.aws`. */
  readonly deviceClass: string;
  /** Devices, from 1; `All` takes all of the class that a node has. `@default` 1 (Kubernetes) */
  readonly count?: number | 'All';
  /**
   * Conditions in CEL that a device has to meet, such as `device.attributes["gpu.nvidia.com"].productName == "NVIDIA H100"`.
   * @default - any device of the class
   */
  readonly selectors?: readonly string[];
  /** Taints of devices that are taken nevertheless (Kubernetes 1.36). `@default` - none */
  readonly tolerations?: readonly DeviceToleration[];
}

export interface DeviceClaimProps extends ObjectProps {
  /** Name of a request → the devices, or several kinds of them of which the first that is free is taken, at most 8. */
  readonly devices: Readonly<Record<string, ClaimedDevices | readonly ClaimedDevices[]>>;
  /**
   * What the devices have to have in common, such as `matchAttribute: 'resource.aws.com/devicegroup4_id'`.
   * @default - nothing
   */
  readonly constraints?: readonly DeviceConstraint[];
  /** Settings for the driver. `@default` - its own */
  readonly config?: readonly DeviceClaimConfiguration[];
  /**
   * Whether all Pods that name the claim have the same devices (a ResourceClaim). `@default` false: each Pod gets its own, by a
   * ResourceClaimTemplate
   */
  readonly shared?: boolean;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly claim?: Patch };
}
