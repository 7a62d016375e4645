import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';
import { type Named, nameOf } from '../workload/values';
import type { Grant, RbacVerb } from './grant';
import { groupsServing, resourceNames } from './rbac-resources';

/** Which objects of a resource: those of these names, or all of them. */
export type AllowedObjects = 'all' | readonly Named[];

/**
 * Resource → its objects. A resource is written in the plural and lower case, with a subresource after a slash
 * (`pods/log`), and one of a custom kind with its group (`scaledobjects.keda.sh`).
 */
export type Rights = Readonly<Record<string, AllowedObjects>>;

/** Where rights hold, and why they may be dangerous ones. */
export interface RightsPlace {
  /** Another namespace, whose owner has to allow it. `@default` - the workload's own */
  readonly namespace?: string;
  /** Whether they hold in all namespaces, by a ClusterRole that only the platform's owner may render. `@default` false */
  readonly clusterWide?: boolean;
  /** Needed for what lets the Pods take the rights of others, such as all Secrets. `@default` - none */
  readonly reason?: string;
}

export const READ: readonly RbacVerb[] = ['get', 'list', 'watch'];
/** What is known by name can be created by nobody: the server asks for the right before it knows the name. */
export const CHANGE: readonly RbacVerb[] = ['update', 'patch', 'delete'];

/** One grant for each resource. */
export function grantsOf(rights: Rights, verbs: readonly RbacVerb[], problems: Problems): readonly Grant[] {
  return Object.entries(rights).flatMap(([key, objects]): readonly Grant[] => {
    const place = placeOf(key, problems);
    if (place === undefined) return [];
    if (objects === 'all') return [{ ...place, verbs }];
    problems.unless(
      objects.length > 0,
      `the rights on ${key} name no object; RBAC reads an empty list as all of them.`,
      "name the objects, or say 'all'.",
    );
    const names = objects.map(nameOf);
    problems.unless(
      names.every((name) => name !== ''),
      `the rights on ${key} name an object "": no object has an empty name, so they grant nothing of it.`,
      'name the object.',
    );
    return [{ ...place, resourceNames: names, verbs: verbs.filter((verb) => verb !== 'create') }];
  });
}

/** `scaledobjects.keda.sh` → the resource and its group. */
function placeOf(key: string, problems: Problems): Pick<Grant, 'apiGroups' | 'resources'> | undefined {
  const [, resource = '', group, subresource = ''] = /^([^./]+)(?:\.([^/]+))?(\/.+)?$/.exec(key) ?? [];
  const apiGroups = group === undefined ? groupsServing(resource) : [group];
  if (apiGroups.length > 0) return { apiGroups, resources: [`${resource}${subresource}`] };
  problems.add(
    `rights on "${key}" grant nothing: Kubernetes has no resource of that name.${didYouMean(key, resourceNames())}`,
    'write it in the plural, and one of a custom kind with its group, such as scaledobjects.keda.sh.',
  );
  return undefined;
}
