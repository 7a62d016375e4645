import { at, isJsonObject, type JsonObject, type JsonValue, listAt, mapAt } from '../../model/json';
import { containersOf, type PodTemplate } from '../../model/pod-spec';
import type { Path } from '../fault';

/** One place that holds a security context: the Pod itself, or a container. */
export interface Context {
  /** `the Pod`, `container "web"`. */
  readonly who: string;
  readonly context: JsonObject;
  readonly path: Path;
}

export interface SecuredContainer extends Context {
  readonly container: JsonObject;
  /** Path of the container, without `securityContext`. */
  readonly at: Path;
}

/** A Pod template as the Pod Security Standards look at it. */
export interface SecuredPod {
  readonly spec: JsonObject;
  /** Path of the spec. */
  readonly path: Path;
  readonly annotations: JsonObject;
  readonly annotationsPath: Path;
  readonly pod: Context;
  /** Regular, init and ephemeral containers. */
  readonly containers: readonly SecuredContainer[];
  /** Said to run on Windows, where Linux fields mean nothing. */
  readonly windows: boolean;
  /** `hostUsers: false`. */
  readonly userNamespace: boolean;
}

export function securedPod(template: PodTemplate): SecuredPod {
  const { spec, owner } = template;
  const path = [...template.path, 'spec'];
  const ephemeral = listAt(spec, 'ephemeralContainers').flatMap((container, index) =>
    isJsonObject(container) ? [{ container, path: [...path, 'ephemeralContainers', index] }] : [],
  );
  return {
    spec,
    path,
    annotations: mapAt(owner.value, ...template.path, 'metadata', 'annotations'),
    annotationsPath: [...template.path, 'metadata', 'annotations'],
    pod: { who: 'the Pod', context: mapAt(spec, 'securityContext'), path: [...path, 'securityContext'] },
    containers: [...containersOf(template), ...ephemeral].map(({ container, path: here }) => ({
      who: `container "${String(container['name'])}"`,
      container,
      at: here,
      context: mapAt(container, 'securityContext'),
      path: [...here, 'securityContext'],
    })),
    windows: at(spec, 'os', 'name') === 'windows',
    userNamespace: spec['hostUsers'] === false,
  };
}

/** The Pod's own context first, then each container's. */
export function contextsOf({ pod, containers }: SecuredPod): readonly Context[] {
  return [pod, ...containers];
}

/** A value as it is written, for messages. */
export function written(value: JsonValue | undefined): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}
