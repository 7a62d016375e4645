import type { Patch } from '../shared/override';

/** A secret or parameter that is mounted as a file. */
export interface ProviderObject {
  /** Name or ARN of the secret, or name of the parameter; slashes in it become `_` in the file's name. */
  readonly name: string;
  /** Which service holds it. `@default` secretsmanager */
  readonly type?: 'secretsmanager' | 'ssmparameter';
  /** Name of the file. `@default` - the name */
  readonly alias?: string;
  /** Properties of a secret that is JSON, each as a file: path → name of the file. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Stage or label of the version. `@default` AWSCURRENT (AWS); the newest of a parameter */
  readonly versionLabel?: string;
  /** Permission bits of the file, four octal digits. `@default` 0644 (provider) */
  readonly filePermission?: string;
}

/** A Secret that is made of mounted files. */
export interface SyncedSecretProps {
  /** Key of the Secret → the file: an alias, or a name. */
  readonly keys: Readonly<Record<string, string>>;
  /** Type of the Secret. `@default` Opaque */
  readonly type?: string;
}

export interface SecretProviderClassProps {
  /** Name of the class. `@default` the construct's id */
  readonly name?: string;
  /** What is mounted. */
  readonly objects: readonly ProviderObject[];
  /** Secrets made of it, by their names, while a Pod mounts the class; the driver needs `syncSecret.enabled`. */
  readonly secrets?: Readonly<Record<string, SyncedSecretProps>>;
  /** The identity of the Pods that mount it: theirs is the role that reads. `@default` - in the environment's way */
  readonly readBy?: { readonly mechanism?: 'irsa' | 'podIdentity' | undefined };
  /** Region that is read. `@default` - the environment's */
  readonly region?: string;
  /** Changes to single fields of what is made; `null` removes a field. `@default` - none */
  readonly overrides?: { readonly secretProviderClass?: Patch };
}
