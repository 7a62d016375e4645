/** What the door passes on of this folder. */
export { ClusterSecretStore } from './cluster-secret-store';
export { ExternalSecret } from './external-secret';
export type { ExternalSecretProps, RemoteKey } from './external-secret-props';
export { propertiesOf } from './properties-of';
export { SecretProviderClass } from './secret-provider-class';
export type { ProviderObject, SecretProviderClassProps, SyncedSecretProps } from './secret-provider-class-props';
export { SecretStore } from './secret-store';
export type { ClusterSecretStoreProps, SecretReaderAccount, SecretStoreProps } from './secret-store-props';
export type { SyncedSecret } from './synced-secret';
