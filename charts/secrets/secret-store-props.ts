import type { Patch } from '../shared/override';

/** Who reads: an AwsIdentity, or a ServiceAccount with the annotation of IRSA, of any cdk8s-plus too. */
export interface SecretReaderAccount {
  /** Name of the ServiceAccount. */
  readonly name: string;
  /** Its namespace; a SecretStore reads as one of its own. */
  readonly namespace?: string | undefined;
  /** Where cdk8s and cdk8s-plus have the namespace. */
  readonly metadata?: { readonly namespace?: string | undefined };
  /** Absent where nobody says; `podIdentity` is refused. */
  readonly mechanism?: 'irsa' | 'podIdentity' | undefined;
}

export interface SecretStoreProps {
  /** Name of the store. `@default` the construct's id */
  readonly name?: string;
  /** The service of AWS that is read. `@default` SecretsManager */
  readonly service?: 'SecretsManager' | 'ParameterStore' | 'CertificateManager';
  /** Region that is read. `@default` - the environment's */
  readonly region?: string;
  /**
   * The ServiceAccount whose role reads, such as an `AwsIdentity` with `mechanism: 'irsa'`: the operator reads the annotation
   * of IRSA and knows no Pod Identity. `@default` - the operator's own identity
   */
  readonly serviceAccount?: SecretReaderAccount;
  /** Name of a role under `identity.iamRoles` that is assumed after that, in another account too. `@default` - none */
  readonly targetRole?: string;
  /** What the target role asks for as external id. `@default` - none */
  readonly externalId?: string;
  /** What all keys begin with, such as `retail/`. `@default` - nothing */
  readonly prefix?: string;
  /** Changes to single fields of what is made; `null` removes a field. `@default` - none */
  readonly overrides?: { readonly store?: Patch };
}

export interface ClusterSecretStoreProps extends SecretStoreProps {
  /** The namespaces whose ExternalSecrets may read: names, labels that a namespace has all of, or `'all'`. */
  readonly namespaces: 'all' | readonly string[] | { readonly labels: Readonly<Record<string, string>> };
}
