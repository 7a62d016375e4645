import type { ApiObject } from 'cdk8s';
import type { PodTemplateSpec } from '../../imports/k8s';
import { didYouMean } from '../../src/model/suggest';
import { override, type Patch } from '../shared/override';
import { refusal } from '../shared/problems';

/** Changes to containers by their names. */
export interface ContainerPatches {
  /** Container → changes: the main one, sidecars and init containers. `null` removes a field. */
  readonly containers?: Readonly<Record<string, Patch>>;
}

/** Where the spec of a workload's Pod lies. */
export const POD_SPEC = ['spec', 'template', 'spec'] as const;

/** @param at where the Pod's spec lies in the object */
export function patchContainers(
  object: ApiObject,
  { container, containers = {} }: ContainerPatches & { readonly container?: Patch },
  { spec }: PodTemplateSpec,
  at: readonly (string | number)[] = POD_SPEC,
): void {
  override(object, container, [...at, 'containers', 0]);
  const places = (['containers', 'initContainers'] as const).flatMap((list) =>
    (spec?.[list] ?? []).map(({ name }, index) => ({ name, at: [...at, list, index] })),
  );
  const names = places.map(({ name }) => name);
  for (const [name, patch] of Object.entries(containers)) {
    const place = places.find((one) => one.name === name);
    if (place !== undefined) override(object, patch, place.at);
    else
      throw refusal(
        object,
        `overrides.containers names "${name}", and the Pod has no such container.${didYouMean(name, names)}`,
        `use one of: ${names.join(', ')}.`,
      );
  }
}
