import { parseQuantity } from '../../grammar/quantity';
import { at } from '../json';
import type { ObjectLookup } from '../object-lookup';
import type { PodTemplate } from '../pod-spec';
import { devicesOf } from './devices';
import type { PodRequests } from './placement';
import { requestedOf } from './pod-request';

const GIB = 2 ** 30;

/** What one Pod requests of a node. */
export function podRequestsOf(template: PodTemplate, lookup: ObjectLookup): PodRequests {
  const devices = devicesOf(template).map(({ accelerator: { resource } }) => resource);
  return {
    cpu: ofNode(template, 'cpu', lookup),
    memoryGiB: ofNode(template, 'memory', lookup) / GIB,
    devices: Object.fromEntries(devices.map((name) => [name, requestedOf(template, name, lookup)])),
  };
}

/**
 * What a Pod requests as a whole replaces the sum of its containers, and what its runtime takes comes on top.
 * @see https://kubernetes.io/docs/concepts/workloads/pods/pod-level-resources/
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-overhead/
 */
function ofNode(template: PodTemplate, resource: string, lookup: ObjectLookup): number {
  const { spec } = template;
  const whole = at(spec, 'resources', 'requests', resource) ?? at(spec, 'resources', 'limits', resource);
  const overhead = amountOf(at(spec, 'overhead', resource)) ?? 0;
  return (amountOf(whole) ?? requestedOf(template, resource, lookup)) + overhead;
}

function amountOf(value: unknown): number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
}
