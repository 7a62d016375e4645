/**
 * Annotations of objects that Argo CD reads, and the sync options in them.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/user-guide/annotations-and-labels/
 */
export const SYNC_WAVE = 'argocd.argoproj.io/sync-wave';
export const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';
export const TRACKING_ID = 'argocd.argoproj.io/tracking-id';
export const MANIFEST_PATHS = 'argocd.argoproj.io/manifest-generate-paths';

/** Both make an object a hook: Argo CD takes Helm's annotation for its own, in plain YAML too. */
export const HOOKS: readonly string[] = ['argocd.argoproj.io/hook', 'helm.sh/hook'];

/** When Argo CD deletes a hook: before it runs again where nothing is said. Helm's key counts too. */
export const HOOK_DELETE_POLICIES: readonly string[] = [
  'argocd.argoproj.io/hook-delete-policy',
  'helm.sh/hook-delete-policy',
];

/** Labels by which Argo CD may be set to track. Nobody else uses its own; charts of all kinds write the common one. */
export const TRACKING_LABELS = { own: 'argocd.argoproj.io/instance', common: 'app.kubernetes.io/instance' } as const;

/** A wave that is not written like this counts as 0. */
export const WAVE_TEXT = /^[+-]?\d{1,9}$/;

/**
 * Deletes an Application's objects before the Application, those that others own first.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/user-guide/app_deletion/
 */
export const FOREGROUND_FINALIZER = 'resources-finalizer.argocd.argoproj.io/foreground';

/** Options by name and value, as they stand in `SYNC_OPTIONS`: the sync and the deletion wait until a person confirms. */
export const CONFIRMATIONS = [
  ['Prune', 'confirm'],
  ['Delete', 'confirm'],
] as const;

/**
 * Deletes once all waves are healthy. Without it, deletions are the first step of each wave: what replaces an object
 * comes after that object is gone. Of an object's annotation, the one on the cluster counts.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/user-guide/sync-options/#prune-last
 */
export const PRUNE_LAST = ['PruneLast', 'true'] as const;

/** Options that destroy a running object at each sync, and how. */
export const DESTRUCTIVE_OPTIONS: Readonly<Record<string, string>> = {
  'Replace=true': 'replaces the whole object at each sync, with all that controllers wrote into it',
  'Force=true': 'deletes the object and creates it again where it cannot be changed',
};
