import { at, type FieldPath, isJsonObject, type JsonObject, type JsonValue, listAt, mapAt } from '../json';
import { type ContainerAt, containersOf, type PodTemplate } from '../pod-spec';

/** One place that holds a security context: the Pod itself, or a container. */
export interface Context {
  /** `the Pod`, `container "web"`. */
  readonly who: string;
  readonly context: JsonObject;
  /** FieldPath of what has the context: the Pod's spec, or the container. */
  readonly place: FieldPath;
}

export interface SecuredContainer extends Context {
  readonly container: JsonObject;
}

/** A Pod template as the Pod Security Standards look at it. */
export interface SecuredPod {
  readonly spec: JsonObject;
  /** FieldPath of the spec. */
  readonly path: FieldPath;
  readonly annotations: JsonObject;
  readonly annotationsPath: FieldPath;
  readonly pod: Context;
  /** Regular, init and ephemeral containers. */
  readonly containers: readonly SecuredContainer[];
  /** The Pod's own context first, then each container's. */
  readonly contexts: readonly Context[];
  /** Said to run on Windows, where Linux fields mean nothing. */
  readonly windows: boolean;
  /** `hostUsers: false`. */
  readonly userNamespace: boolean;
}

export function securedPod(template: Pick<PodTemplate, 'path' | 'spec' | 'annotations'>): SecuredPod {
  const { spec } = template;
  const path = [...template.path, 'spec'];
  const pod = { who: 'the Pod', context: mapAt(spec, 'securityContext'), place: path };
  const containers = containersOf(template).map(secured);
  listAt(spec, 'ephemeralContainers').forEach((container, index) => {
    if (isJsonObject(container)) containers.push(secured({ container, path: [...path, 'ephemeralContainers', index] }));
  });
  return {
    spec,
    path,
    annotations: template.annotations,
    annotationsPath: [...template.path, 'metadata', 'annotations'],
    pod,
    containers,
    contexts: [pod, ...containers],
    windows: at(spec, 'os', 'name') === 'windows',
    userNamespace: spec['hostUsers'] === false,
  };
}

function secured({ container, path }: Pick<ContainerAt, 'container' | 'path'>): SecuredContainer {
  const who = `container "${String(container['name'])}"`;
  return { who, container, context: mapAt(container, 'securityContext'), place: path };
}

/** A value as it is written, for messages. */
export function written(value: JsonValue | undefined): string {
  return typeof value === 'string' ? `"${value}"` : String(value);
}
