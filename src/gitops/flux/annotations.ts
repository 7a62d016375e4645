import { DISABLED, FLUX_PRUNE } from '../../knowledge/flux/annotations';
import type { Environment } from '../../model/environment';
import { lossOf } from '../../model/irreplaceable';
import { isJsonObject, mapAt, own } from '../../model/json';
import { type RenderedObject, withValue } from '../../model/rendered-object';
import { isReplacedByName } from '../replaced-by-name';

/**
 * Keeps Flux from deleting what holds data, machines or an address, since it asks nobody; and configuration that a release
 * replaces by another name, since it deletes before the new release is healthy. Both stay on the cluster until a person
 * deletes them. What an author says stays.
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#kustomizetoolkitfluxcdioprune
 */
export function withFluxAnnotations(
  objects: readonly RenderedObject[],
  environment: Environment,
): readonly RenderedObject[] {
  return objects.map((object) => {
    const isKept = lossOf(object, object.value, environment) !== undefined || isReplacedByName(object);
    return isKept && !saysItself(object) ? kept(object) : object;
  });
}

/** Flux reads labels as well. */
function saysItself({ value }: RenderedObject): boolean {
  return ['annotations', 'labels'].some((map) => mapAt(value, 'metadata', map)[FLUX_PRUNE] !== undefined);
}

function kept(object: RenderedObject): RenderedObject {
  const metadata = own(object.value, 'metadata');
  const annotations = Object.freeze({ ...mapAt(metadata, 'annotations'), [FLUX_PRUNE]: DISABLED });
  const changed = Object.freeze({ ...(isJsonObject(metadata) ? metadata : {}), annotations });
  return withValue(object, Object.freeze({ ...object.value, metadata: changed }));
}
