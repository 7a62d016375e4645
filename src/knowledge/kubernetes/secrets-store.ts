/**
 * The CSI driver that mounts what a SecretProviderClass brings, and its API group.
 * @see https://secrets-store-csi-driver.sigs.k8s.io/topics/sync-as-kubernetes-secret
 */
export const SECRETS_STORE = { driver: 'secrets-store.csi.k8s.io', group: 'secrets-store.csi.x-k8s.io' } as const;
