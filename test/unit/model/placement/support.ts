import { indexObjects } from '../../../../src/checks/engine/object-index';
import type { Compute, EksEnvironment } from '../../../../src/model/environment';
import type { JsonObject } from '../../../../src/model/json';
import { placementsOf } from '../../../../src/model/placement/place';
import type { Placement } from '../../../../src/model/placement/placement';
import { worldOf } from '../../../../src/model/placement/world';
import { type RenderedObject, renderedObject } from '../../../../src/model/rendered-object';
import { eksEnvironment } from '../../../support/environment';

export const NO_NODES: Compute = {
  managedNodeGroups: [],
  selfManagedNodeGroups: [],
  fargateProfiles: [],
  karpenter: false,
  autoMode: false,
};

export const group = (name: string, instanceTypes: readonly string[], more: object = {}) => ({
  name,
  instanceTypes,
  capacityType: 'ON_DEMAND' as const,
  labels: {},
  ...more,
});

export interface PodOf {
  readonly name?: string;
  readonly namespace?: string;
  readonly requests?: JsonObject;
  readonly replicas?: number;
  readonly kind?: string;
  readonly labels?: JsonObject;
  readonly pod?: JsonObject;
}

/** A Deployment, or another kind with a template at the same place. */
export function workload({
  name = 'web',
  namespace = 'shop',
  requests = {},
  kind = 'Deployment',
  ...rest
}: PodOf): RenderedObject {
  const { replicas = 1, labels = {}, pod = {} } = rest;
  const containers = [{ name: 'app', resources: { requests } }];
  const template = { metadata: { labels }, spec: { containers, ...pod } };
  return object({ apiVersion: 'apps/v1', kind, metadata: { name, namespace }, spec: { replicas, template } });
}

export function object(value: JsonObject): RenderedObject {
  return renderedObject(value, { app: 'shop', environment: 'test' });
}

export function nodePool(name: string, requirements: readonly JsonObject[], more: JsonObject = {}): RenderedObject {
  const nodeClassRef = { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: 'default' };
  const template = { spec: { nodeClassRef, requirements } };
  return object({ apiVersion: 'karpenter.sh/v1', kind: 'NodePool', metadata: { name }, spec: { template, ...more } });
}

export function place(
  compute: Partial<Compute>,
  objects: readonly RenderedObject[],
  settings: Partial<EksEnvironment> = {},
): readonly Placement[] {
  const environment = eksEnvironment({ ...settings, compute: { ...NO_NODES, ...compute } });
  const index = indexObjects(objects, [], []);
  return placementsOf(index.templates, worldOf(environment, index, index.templates));
}

/** `yes node group general m7i.large`, with the reason of what refuses. */
export function answers(placement: Placement | undefined): readonly string[] {
  return (placement?.pools ?? []).map(({ verdict, pool, size, reason }) =>
    [verdict, pool, size?.name, reason].filter((text) => text !== undefined).join(' | '),
  );
}

export const dollars = (range: { readonly min: number; readonly max: number } | undefined) =>
  range && [Number(range.min.toFixed(2)), Number(range.max.toFixed(2))];
