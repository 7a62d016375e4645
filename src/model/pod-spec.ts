import { at, isJsonObject, type JsonObject, listAt, mapAt } from './json';
import type { RenderedObject } from './rendered-object';

/** Where each workload kind keeps its Pod template. */
const TEMPLATE_PATHS: Readonly<Record<string, readonly string[]>> = {
  'apps/Deployment': ['spec', 'template'],
  'apps/StatefulSet': ['spec', 'template'],
  'apps/DaemonSet': ['spec', 'template'],
  'apps/ReplicaSet': ['spec', 'template'],
  'batch/Job': ['spec', 'template'],
  'batch/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
  '/ReplicationController': ['spec', 'template'],
  '/PodTemplate': ['template'],
  'argoproj.io/Rollout': ['spec', 'template'],
  '/Pod': [],
};

/** The Pods an object makes. */
export interface PodTemplate {
  readonly owner: RenderedObject;
  /** Path to the template inside the owner: `['spec', 'template']`. */
  readonly path: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly spec: JsonObject;
}

export function podTemplateOf(object: RenderedObject): PodTemplate | undefined {
  const path = TEMPLATE_PATHS[`${object.group}/${object.kind}`];
  if (path === undefined) return undefined;
  const template = at(object.value, ...path);
  if (!isJsonObject(template)) return undefined;
  return {
    owner: object,
    path,
    labels: mapAt(template, 'metadata', 'labels') as Readonly<Record<string, string>>,
    spec: mapAt(template, 'spec'),
  };
}

export interface ContainerAt {
  readonly container: JsonObject;
  /** Path inside the owner: `['spec', 'template', 'spec', 'containers', 0]`. */
  readonly path: readonly (string | number)[];
  readonly init: boolean;
}

/** Many rules ask for the same containers; they are found once. */
const CONTAINERS = new WeakMap<PodTemplate, readonly ContainerAt[]>();

/** All containers of a template, init containers after the regular ones. */
export function containersOf(template: PodTemplate): readonly ContainerAt[] {
  const known = CONTAINERS.get(template);
  if (known !== undefined) return known;
  const found: ContainerAt[] = [];
  for (const list of ['containers', 'initContainers'] as const) {
    listAt(template.spec, list).forEach((container, index) => {
      if (!isJsonObject(container)) return;
      found.push({ container, path: [...template.path, 'spec', list, index], init: list === 'initContainers' });
    });
  }
  CONTAINERS.set(template, found);
  return found;
}
