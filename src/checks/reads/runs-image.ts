import type { Controller } from '../../knowledge/aws/controller';
import { mapAt, textAt } from '../../model/json';
import { containersOf } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';

const WORKLOADS = ['Deployment', 'DaemonSet', 'StatefulSet'];

/** The images that a workload runs for as long as it is there. */
export function imagesOf({ kind, value }: RenderedObject): readonly string[] {
  if (!WORKLOADS.includes(kind)) return [];
  const spec = mapAt(value, 'spec', 'template', 'spec');
  return containersOf({ path: [], spec }).map(({ container }) => textAt(container, 'image') ?? '');
}

/** Whether a workload runs the image of a controller. */
export function runsImage({ image }: Controller, object: RenderedObject): boolean {
  return image !== undefined && imagesOf(object).some((one) => image.test(one));
}
