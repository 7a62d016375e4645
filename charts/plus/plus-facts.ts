import { type ApiObject, Chart } from 'cdk8s';
import { environmentOf } from '../../src/model/environment-context';
import type { Labels } from '../shared/labels';
import { selectorLabels } from '../workload/labels';
import type { SecurityProfile } from '../workload/security-profile';
import type { HardenedProps } from './hardened-props';
import { ADDRESS, type PlusKind, type PlusWorkload } from './plus-workload';

/** What reaches its node cannot pass `restricted`. */
export function profileOf({ profile, host }: HardenedProps): SecurityProfile {
  return profile ?? (host === undefined ? 'restricted' : { level: 'baseline', reason: host.reason });
}

export function ownSelector(workload: PlusWorkload): Labels {
  const { [ADDRESS]: _, ...own } = workload.matchLabels;
  return own;
}

/** What the Pods are selected by: what was asked for, what cdk8s-plus was told, and else name and app as they are labelled. */
export function selectorOf(workload: PlusWorkload, object: ApiObject, props: HardenedProps): Labels {
  if (props.selectorLabels !== undefined) return props.selectorLabels;
  const own = ownSelector(workload);
  if (workload.matchLabels[ADDRESS] === undefined && Object.keys(own).length > 0) return own;
  const standard = Object.entries(selectorLabels(workload, object.name)).map(([key, value]) => [
    key,
    workload.podMetadata.getLabel(key) ?? value,
  ]);
  return { ...Object.fromEntries(standard), ...own };
}

/** Undefined where cdk8s-plus made the name up. */
export function givenName(object: ApiObject): string | undefined {
  return object.name === Chart.of(object).generateObjectName(object) ? undefined : object.name;
}

export function rename(object: ApiObject, name: string): void {
  Object.assign(object, { name });
  Object.assign(object.metadata, { name });
}

export function mostOf(workload: PlusWorkload, kind: PlusKind, props: HardenedProps): number {
  if (props.replicas === 'external') return Number.POSITIVE_INFINITY;
  return workload.replicas ?? (kind === 'Deployment' ? environmentOf(workload).minReplicas : 1);
}
