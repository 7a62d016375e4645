import type { Problems } from '../shared/problems';
import type { ExistingRole } from './existing-role';
import type { Grant } from './grant';

/** What a team may do in namespaces, by a word. */
export interface TeamPreset {
  /**
   * `viewer` sees everything but Secrets; `developer` also restarts workloads, deletes Pods, starts Jobs and forwards ports;
   * `admin` may do everything in the namespace, Secrets and rights included.
   */
  readonly level: 'viewer' | 'developer' | 'admin';
  /** Where the team may do it. */
  readonly namespaces: readonly string[];
}

/** The roles of Kubernetes' own that a level has; they grow with the kinds that are installed. */
const ROLES = { viewer: 'view', developer: 'view', admin: 'admin' } as const;

/** What people do by hand where Git says what runs. */
const BY_HAND: readonly Grant[] = [
  { resources: ['pods'], verbs: ['delete'] },
  { resources: ['pods/portforward'], verbs: ['create'] },
  { apiGroups: ['apps'], resources: ['deployments', 'statefulsets', 'daemonsets'], verbs: ['patch'] },
  { apiGroups: ['batch'], resources: ['jobs'], verbs: ['create', 'delete'] },
];

export function presetRoles(preset: TeamPreset | undefined): readonly ExistingRole[] {
  if (preset === undefined) return [];
  const role = { kind: 'ClusterRole', name: ROLES[preset.level] };
  return preset.namespaces.map((namespace) => ({ role, namespace }));
}

export function presetGrants(preset: TeamPreset | undefined) {
  return preset?.level === 'developer' ? preset.namespaces.map((namespace) => ({ namespace, grants: BY_HAND })) : [];
}

export function presetProblems(preset: TeamPreset | undefined, problems: Problems): void {
  problems.unless(
    preset === undefined || preset.namespaces.length > 0,
    'preset names no namespaces, so it gives no rights.',
    'name the namespaces of the team.',
  );
}
