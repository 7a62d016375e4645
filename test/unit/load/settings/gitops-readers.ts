const APPLICATION = 'src/gitops/application.ts';
const SYNC_POLICY = 'src/model/sync-policy.ts';
const WINDOWS = 'src/gitops/sync-windows.ts';
const DESTINATION = 'src/model/destination.ts';
/** Handed on whole. */
const IGNORED = 'src/gitops/application.ts ignoreDifferences';

/** Who reads the settings under `gitops`. */
export const GITOPS_READERS: Readonly<Record<string, string>> = {
  'gitops.branch': APPLICATION,
  'gitops.consumer': 'src/model/consumer.ts',
  'gitops.delivery': 'src/run/survey/output-place.ts',
  'gitops.destination.clusterArn': DESTINATION,
  'gitops.destination.name': DESTINATION,
  'gitops.destination.server': DESTINATION,
  'gitops.flavour': DESTINATION,
  'gitops.flux.ownerAccounts': 'src/gitops/flux/owner-accounts.ts',
  'gitops.flux.sourceSecret': 'src/gitops/flux/git-repository.ts',
  'gitops.id': 'src/model/delivery-name.ts',
  'gitops.ignoreDifferences[].group': IGNORED,
  'gitops.ignoreDifferences[].jqPathExpressions': IGNORED,
  'gitops.ignoreDifferences[].jsonPointers': IGNORED,
  'gitops.ignoreDifferences[].kind': IGNORED,
  'gitops.ignoreDifferences[].managedFieldsManagers': IGNORED,
  'gitops.ignoreDifferences[].name': IGNORED,
  'gitops.ignoreDifferences[].namespace': IGNORED,
  'gitops.namespace': APPLICATION,
  'gitops.notifications[].owners': 'src/gitops/notifications.ts',
  'gitops.notifications[].recipients': 'src/gitops/notifications.ts',
  'gitops.notifications[].service': 'src/gitops/notifications.ts',
  'gitops.notifications[].trigger': 'src/gitops/notifications.ts',
  'gitops.pathPrefix': APPLICATION,
  'gitops.protect': 'src/model/irreplaceable.ts',
  'gitops.repoURL': APPLICATION,
  'gitops.syncPolicy.automated': SYNC_POLICY,
  'gitops.syncPolicy.prune': SYNC_POLICY,
  'gitops.syncPolicy.pruneLast': APPLICATION,
  'gitops.syncPolicy.selfHeal': SYNC_POLICY,
  'gitops.syncWindows[].apps': WINDOWS,
  'gitops.syncWindows[].description': WINDOWS,
  'gitops.syncWindows[].duration': WINDOWS,
  'gitops.syncWindows[].kind': WINDOWS,
  'gitops.syncWindows[].manualSync': WINDOWS,
  'gitops.syncWindows[].schedule': WINDOWS,
  'gitops.syncWindows[].timeZone': WINDOWS,
  'gitops.version': SYNC_POLICY,
};
