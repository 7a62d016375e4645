/**
 * Annotations of objects that Argo CD reads, and the sync options in them.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/user-guide/annotations-and-labels/
 */
export const SYNC_WAVE = 'argocd.argoproj.io/sync-wave';
export const SYNC_OPTIONS = 'argocd.argoproj.io/sync-options';
export const TRACKING_ID = 'argocd.argoproj.io/tracking-id';
/** Helm's order of hooks, which Argo CD takes for a wave where no wave is written. */
export const HOOK_WEIGHT = 'helm.sh/hook-weight';
/** Leaves an object out of the health of its Application; waves wait for it all the same. */
export const IGNORE_HEALTH = 'argocd.argoproj.io/ignore-healthcheck';
export const MANIFEST_PATHS = 'argocd.argoproj.io/manifest-generate-paths';

/**
 * Subscribes the Applications of a project to a trigger, for the recipients of a service.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/operator-manual/notifications/subscriptions/
 */
export const subscription = (trigger: string, service: string): string =>
  `notifications.argoproj.io/subscribe.${trigger}.${service}`;

/** Between the recipients of a subscription. */
export const BETWEEN_RECIPIENTS = ';';

/** When a hook runs, by each annotation; Argo CD passes over any other word, and a hook without one of these never runs. */
export const HOOK_TYPES: Readonly<Record<string, readonly string[]>> = {
  'argocd.argoproj.io/hook': ['PreSync', 'Sync', 'PostSync', 'SyncFail', 'PreDelete', 'PostDelete', 'Skip'],
  'helm.sh/hook': [
    'crd-install',
    'pre-install',
    'pre-upgrade',
    'post-install',
    'post-upgrade',
    'pre-delete',
    'post-delete',
  ],
};

/** Annotations that make an object a hook. Argo CD obeys Helm's annotation in plain YAML too. */
export const HOOKS: readonly string[] = Object.keys(HOOK_TYPES);

/** The phase of a sync in which a type of hook runs, by either annotation; other types have no place in a sync that succeeds. */
export const HOOK_PHASES: Readonly<Record<string, 'PreSync' | 'Sync' | 'PostSync'>> = {
  PreSync: 'PreSync',
  Sync: 'Sync',
  PostSync: 'PostSync',
  'pre-install': 'PreSync',
  'pre-upgrade': 'PreSync',
  'post-install': 'PostSync',
  'post-upgrade': 'PostSync',
};

/** When Argo CD deletes a hook: before it runs again where nothing is said. Helm's key counts too. */
export const HOOK_DELETE_POLICIES: readonly string[] = [
  'argocd.argoproj.io/hook-delete-policy',
  'helm.sh/hook-delete-policy',
];

/** What each word of a delete policy means; Argo CD joins both annotations, and passes over any other word. */
export const HOOK_DELETE_WORDS: Readonly<Record<string, 'created' | 'succeeded' | 'failed'>> = {
  BeforeHookCreation: 'created',
  HookSucceeded: 'succeeded',
  HookFailed: 'failed',
  'before-hook-creation': 'created',
  'hook-succeeded': 'succeeded',
  'hook-failed': 'failed',
};

/** Labels by which Argo CD may be set to track. Nobody else uses its own; charts of all kinds write the common one. */
export const TRACKING_LABELS = { own: 'argocd.argoproj.io/instance', common: 'app.kubernetes.io/instance' } as const;

/** Argo CD reads any other text of a wave as 0. */
export const WAVE_TEXT = /^[+-]?\d{1,9}$/;

/**
 * Deletes an Application's objects before the Application, and each object's dependents before the object.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/user-guide/app_deletion/
 */
export const FOREGROUND_FINALIZER = 'resources-finalizer.argocd.argoproj.io/foreground';

/** Sync options, as name and value, that make a prune or a deletion wait until a person confirms it. */
export const CONFIRMATIONS = [
  ['Prune', 'confirm'],
  ['Delete', 'confirm'],
] as const;

/**
 * Sync option that prunes only when all waves are healthy. Without it every wave prunes first, so an object is gone
 * before its replacement runs. Argo CD reads this annotation from the object on the cluster, not from Git.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/user-guide/sync-options/#prune-last
 */
export const PRUNE_LAST = ['PruneLast', 'true'] as const;

/** A sync leaves alone what `ignoreDifferences` names; without it, only the comparison does. */
export const RESPECT_IGNORED = ['RespectIgnoreDifferences', 'true'] as const;

/**
 * How a set treats its Applications: it makes and changes them, and deletes none, nor what they have made.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/operator-manual/applicationset/Controlling-Resource-Modification/
 */
export const APPLICATION_SET_POLICY = { applicationsSync: 'create-update', preserveResourcesOnDeletion: true } as const;

/**
 * The lists of an Application, out of an item of the set's list.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/operator-manual/applicationset/Template/#template-patch
 */
export const TEMPLATE_PATCH = `spec:
  ignoreDifferences: {{ toJson .ignoreDifferences }}
  syncPolicy:
    syncOptions: {{ toJson .syncOptions }}
`;

/** Sync options that destroy a running object at each sync, and what each does. */
export const DESTRUCTIVE_OPTIONS: Readonly<Record<string, string>> = {
  'Replace=true': 'replaces the whole object at each sync, with all that controllers wrote into it',
  'Force=true': 'deletes the object and creates it again where it cannot be changed',
};
