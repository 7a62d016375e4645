import type { Patch } from '../shared/override';

/** Values of a chart, as its `values.yaml` has them; `null` takes out one that this construct would write. */
export type ChartValues = { readonly [key: string]: unknown };

/** What every add-on takes that Argo CD installs. */
export interface AddOnProps {
  /**
   * Where it is installed: its own namespace in the catalogue, or one of the owner's. It is made where it is not there.
   * A change installs it anew. `@default` - as docs/add-ons.md has it
   */
  readonly namespace?: string;
  /**
   * Its IAM role by the name under `identity.iamRoles`, for IRSA. `@default` - the association that
   * `identity.podIdentityAssociations` has for its ServiceAccount
   */
  readonly iamRole?: string;
  /**
   * Where its chart, or its manifests, are mirrored, for a cluster that does not reach the internet: one of the owner's
   * `repositories`. `@default` - where upstream publishes them
   */
  readonly repository?: string;
  /** Further values of its chart, which win over what is set here. `@default` - none */
  readonly values?: ChartValues;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly application?: Patch };
}

/** Of a chart whose values were read for one version. */
export interface ReadChartProps {
  /** Version of the chart, exactly. `@default` - the one that docs/add-ons.md calls seen, which a later release of this package may raise */
  readonly version?: string;
}

/** Of a chart of which nobody here has verified a version. */
export interface PinnedChartProps {
  /** Version of the chart, exactly: `3.12.2`. A range would install what is new on the day of each sync. */
  readonly version: string;
}

/** Of what can be installed by the manifests that upstream keeps in Git, too. */
export interface EitherFormProps {
  /**
   * `chart`: by Helm. `manifests`: as upstream keeps them in Git, which takes no values. A change may replace objects.
   * `@default` chart
   */
  readonly from?: 'chart' | 'manifests';
}

/** Of what upstream publishes as manifests alone. */
export interface ManifestsProps extends Omit<AddOnProps, 'values'> {
  /** Tag of the repository, exactly: `v8.2.0`. */
  readonly version: string;
}

/** What any construct of an add-on is given. */
export interface GivenAddOn extends AddOnProps {
  readonly version?: string;
  readonly from?: 'chart' | 'manifests';
  readonly replicas?: number;
}
