import { ARGOCD_GROUP } from './kinds';

/**
 * What Argo CD as a capability of EKS is not or does not do, where a self-managed one would.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/argocd-comparison.html
 * @see https://docs.aws.amazon.com/eks/latest/userguide/argocd-considerations.html
 */

/** Objects of one Application. Those that a commit dropped count until they are deleted. */
export const MOST_OBJECTS = 150;
/** From this share of a limit on, a warning comes before the error. */
export const NEARLY = 0.9;

/**
 * Annotations for the controller of notifications begin so. That of the capability reads a ConfigMap only with a label
 * that turns it on (read 2026-11-30).
 * @see https://docs.aws.amazon.com/eks/latest/userguide/argocd-notifications.html
 */
export const NOTIFICATIONS = 'notifications.argoproj.io/';

/** Definitions that AWS installs and keeps, with the capability. */
export const OWN_DEFINITIONS: readonly string[] = ['applications', 'applicationsets', 'appprojects'].map(
  (plural) => `${plural}.${ARGOCD_GROUP}`,
);

/**
 * ConfigMaps that a self-managed Argo CD is set up by, and the keys that the capability reads of each; it passes over
 * all others.
 * @see https://docs.aws.amazon.com/eks/latest/userguide/argocd-configure-settings.html
 */
export const SETTINGS_READ: ReadonlyMap<string, readonly RegExp[]> = new Map([
  ['argocd-cm', [/^resource\.customizations\.health\./]],
  [
    'argocd-cmd-params-cm',
    [/^hydrator\.enabled$/, /^application\.namespaces$/, /^applicationsetcontroller\.namespaces$/],
  ],
  ['argocd-rbac-cm', []],
]);
