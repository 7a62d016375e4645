import { JOB_SET, REPLICATED_JOBS, REPLICATED_POD } from '../knowledge/kubernetes/batch';
import { splitApiVersion } from './identity';
import { at, type FieldPath, isJsonObject, type JsonObject, listAt, mapAt, own } from './json';
import type { RenderedObject } from './rendered-object';

/** Where each workload kind keeps its Pod template, and the kind's group. */
const TEMPLATES: ReadonlyMap<string, { readonly group: string; readonly path: readonly string[] }> = new Map([
  ['Deployment', { group: 'apps', path: ['spec', 'template'] }],
  ['StatefulSet', { group: 'apps', path: ['spec', 'template'] }],
  ['DaemonSet', { group: 'apps', path: ['spec', 'template'] }],
  ['ReplicaSet', { group: 'apps', path: ['spec', 'template'] }],
  ['Job', { group: 'batch', path: ['spec', 'template'] }],
  ['CronJob', { group: 'batch', path: ['spec', 'jobTemplate', 'spec', 'template'] }],
  ['ReplicationController', { group: '', path: ['spec', 'template'] }],
  ['PodTemplate', { group: '', path: ['template'] }],
  ['ScaledJob', { group: 'keda.sh', path: ['spec', 'jobTargetRef', 'template'] }],
  ['Rollout', { group: 'argoproj.io', path: ['spec', 'template'] }],
  ['Pod', { group: '', path: [] }],
]);

/** Those kinds with their group: `apps/Deployment`, `Pod`. */
export const POD_KINDS: readonly string[] = [...TEMPLATES].map(([kind, { group }]) =>
  group === '' ? kind : `${group}/${kind}`,
);

/** Where objects of a kind keep their Pod template; undefined where they have none. */
export function templatePathOf(group: string, kind: string): readonly string[] | undefined {
  const place = TEMPLATES.get(kind);
  return place?.group === group ? place.path : undefined;
}

/** The Pods an object makes. */
export interface PodTemplate {
  readonly owner: RenderedObject;
  /** Path to the template inside the owner: `['spec', 'template']`. */
  readonly path: FieldPath;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: JsonObject;
  readonly spec: JsonObject;
}

/** Many rules ask for the same template; it is found once. */
const FOUND = new WeakMap<RenderedObject, PodTemplate>();

/** The one template of an object; undefined where it has none, or several. */
export function podTemplateOf(object: RenderedObject): PodTemplate | undefined {
  const path = templatePathOf(object.group, object.kind);
  if (path === undefined) return undefined;
  const known = FOUND.get(object);
  if (known !== undefined) return known;
  const found = templateAt(object, path);
  if (found !== undefined) FOUND.set(object, found);
  return found;
}

const JOB_SET_GROUP = splitApiVersion(JOB_SET.apiVersion).group;

/** Where an object keeps its templates: a JobSet has one for each kind of Job. */
export function templatePathsOf(group: string, kind: string, value: () => unknown): readonly FieldPath[] {
  if (kind === JOB_SET.kind && group === JOB_SET_GROUP)
    return listAt(value(), ...REPLICATED_JOBS).map((_job, index) => [...REPLICATED_JOBS, index, ...REPLICATED_POD]);
  const path = templatePathOf(group, kind);
  return path === undefined ? [] : [path];
}

/** All templates of an object. */
export function podTemplatesOf(object: RenderedObject): readonly PodTemplate[] {
  const only = podTemplateOf(object);
  if (only !== undefined) return [only];
  return templatePathsOf(object.group, object.kind, () => object.value).flatMap(
    (path) => templateAt(object, path) ?? [],
  );
}

function templateAt(owner: RenderedObject, path: FieldPath): PodTemplate | undefined {
  const template = at(owner.value, ...path);
  if (!isJsonObject(template)) return undefined;
  const metadata = own(template, 'metadata');
  return {
    owner,
    path,
    labels: mapAt(metadata, 'labels') as Readonly<Record<string, string>>,
    annotations: mapAt(metadata, 'annotations'),
    spec: mapAt(template, 'spec'),
  };
}

export interface ContainerAt {
  readonly container: JsonObject;
  /** Path inside the owner: `['spec', 'template', 'spec', 'containers', 0]`. */
  readonly path: FieldPath;
  readonly init: boolean;
}

/** Whether a container runs for as long as its Pod does: a regular one, or a sidecar among the init containers. */
export function runsAlong({ container, init }: ContainerAt): boolean {
  return !init || container['restartPolicy'] === 'Always';
}

/** Many rules ask for the same containers; they are found once. */
const CONTAINERS = new WeakMap<object, readonly ContainerAt[]>();

const LISTS = ['containers', 'initContainers'] as const;

/** All containers of a template, init containers after the regular ones. */
export function containersOf(template: Pick<PodTemplate, 'path' | 'spec'>): readonly ContainerAt[] {
  const known = CONTAINERS.get(template);
  if (known !== undefined) return known;
  const found: ContainerAt[] = [];
  for (const list of LISTS) {
    const containers = listAt(template.spec, list);
    for (let index = 0; index < containers.length; index++) {
      const container = containers[index];
      if (!isJsonObject(container)) continue;
      found.push({ container, path: [...template.path, 'spec', list, index], init: list === 'initContainers' });
    }
  }
  CONTAINERS.set(template, found);
  return found;
}
