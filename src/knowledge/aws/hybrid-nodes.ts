import { NODE_LABELS } from './node-labels';
import { storageKindOf } from './storage-drivers';

/**
 * Whether volumes of a driver cannot be mounted on hybrid nodes: all of AWS's drivers serve what is in the VPC. Read on
 * 2026-11-29.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-add-ons.html
 */
export function isOnlyInTheVpc(driver: string): boolean {
  return storageKindOf(driver) !== undefined;
}

/**
 * Labels that the cloud controller sets on EC2 instances, and nobody on hybrid nodes unless you do.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-overview.html
 */
export const CLOUD_LABELS: readonly string[] = [
  NODE_LABELS.zone,
  NODE_LABELS.region,
  NODE_LABELS.instanceType,
  'topology.k8s.aws/zone-id',
];

/** Labels of those who make or manage nodes on EC2; never on hybrid nodes. */
export const EC2_LABELS: readonly string[] = [
  NODE_LABELS.managedGroup,
  NODE_LABELS.managedCapacity,
  NODE_LABELS.pool,
  NODE_LABELS.capacity,
];
