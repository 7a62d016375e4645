import type { EksEnvironment } from '../../src/model/environment';
import type { Patch } from '../shared/override';

export interface EksClusterProps {
  /**
   * The environment whose cluster it is, by its name, in an app for a cluster that manages others; in a cdk8s App of your own,
   * the environment itself. `@default` - the environment that is rendered
   */
  readonly of?: string | EksEnvironment;
  /**
   * Whether ACK takes over what is there in AWS already, and makes what is not. A Pod Identity association is never taken
   * over, since only AWS knows its id, and neither is an identity provider. `@default` false: what is there already is an error of ACK
   */
  readonly adopt?: boolean;
  /**
   * What becomes of the cluster in AWS when its objects are deleted, by Argo CD too: `delete` takes all that runs on it along.
   * `@default` retain
   */
  readonly deletionPolicy?: 'retain' | 'delete';
  /** Needed for `deletionPolicy: 'delete'`. */
  readonly reason?: string;
  /** Changes to single fields of what is made; `null` removes a field. `@default` - none */
  readonly overrides?: EksClusterOverrides;
}

/** Patches of single objects, those of parts by the name of the part. */
export interface EksClusterOverrides {
  /** Of the control plane. `@default` - none */
  readonly cluster?: Patch;
  /** By the names of managed node groups. `@default` - none */
  readonly nodeGroups?: Readonly<Record<string, Patch>>;
  /** By the names of Fargate profiles. `@default` - none */
  readonly fargateProfiles?: Readonly<Record<string, Patch>>;
  /** By the names of add-ons. `@default` - none */
  readonly addOns?: Readonly<Record<string, Patch>>;
  /** By the names of identity providers. `@default` - none */
  readonly identityProviders?: Readonly<Record<string, Patch>>;
  /** By the names of capabilities. `@default` - none */
  readonly capabilities?: Readonly<Record<string, Patch>>;
}
