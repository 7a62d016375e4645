import type { DurationText } from '../../src/grammar/amounts';
import type { Patch } from '../shared/override';

/** A value of the service that a store reads. */
export interface RemoteKey {
  /** Name or ARN of the secret, or of the parameter. */
  readonly key: string;
  /** One property of a secret that is JSON; a dot in its name is written `\.`. `@default` - the whole secret */
  readonly property?: string;
  /** Stage, such as AWSPREVIOUS, or `uuid/<id>`. `@default` AWSCURRENT (AWS) */
  readonly version?: string;
  /** How the value is spelled there. `@default` None (operator) */
  readonly decodingStrategy?: 'None' | 'Auto' | 'Base64' | 'Base64URL';
}

export interface ExternalSecretProps {
  /** Name of the ExternalSecret and of the Secret. `@default` the construct's id */
  readonly name?: string;
  /** Where it is read: a SecretStore or ClusterSecretStore, as construct or by kind and name. */
  readonly store: { readonly kind: 'SecretStore' | 'ClusterSecretStore'; readonly name: string };
  /** Key of the Secret → the value; `propertiesOf` writes several properties of one secret. */
  readonly data?: Readonly<Record<string, RemoteKey>>;
  /** Secrets that are JSON, whose properties all become keys. */
  readonly dataFrom?: readonly RemoteKey[];
  /** How often it is read again, such as `15m`; `0s` reads once. AWS bills each reading. `@default` 1h (operator) */
  readonly refreshInterval?: DurationText;
  /** `CreatedOnce` for values that must not change by themselves. `@default` Periodic (operator) */
  readonly refreshPolicy?: 'CreatedOnce' | 'Periodic' | 'OnChange';
  /** Whether the Secret goes with the ExternalSecret: with `Owner` it does. `@default` Owner (operator) */
  readonly creationPolicy?: 'Owner' | 'Orphan' | 'Merge' | 'CreateOrMerge' | 'None';
  /** What becomes of the Secret when the remote one is deleted. `@default` Retain (operator) */
  readonly deletionPolicy?: 'Delete' | 'Merge' | 'Retain';
  /** Type of the Secret, such as `kubernetes.io/tls`. `@default` Opaque */
  readonly type?: string;
  /** Labels of the Secret; with any, also none, those of the ExternalSecret are not copied to it. `@default` - copied */
  readonly secretLabels?: Readonly<Record<string, string>>;
  /** Keys that are put together from the values, as templates of Go; `merge` keeps the values beside them. */
  readonly template?: { readonly data: Readonly<Record<string, string>>; readonly merge?: boolean };
  /** Changes to single fields of what is made; `null` removes a field. `@default` - none */
  readonly overrides?: { readonly externalSecret?: Patch };
}
