import type { AllowedCall } from '../../model/allowed-call';
import type { Pin } from '../../model/pin';
import type { Known } from '../survey/known-options';
import type { ClusterAccess, RefereeOptions, Roots, RunOptions, Selection } from '../survey/run-options';

export interface CheckProjectOptions extends RunOptions {
  /** `@default` - none */
  readonly referees?: RefereeOptions;
  /** Hears of the calls that the network policies of each environment allow. `@default` - nobody, and they are not looked for */
  readonly onCalls?: (environment: string, calls: readonly AllowedCall[]) => void;
  /** Hears of environments that were rendered from an older revision. `@default` - nobody */
  readonly onPins?: (pins: readonly Pin[]) => void;
  /** Hears of each environment of which nothing is judged, since the selected apps are skipped there. `@default` - nobody */
  readonly onNothing?: (
    environment: string,
    skipped: readonly { readonly app: string; readonly reason: string }[],
  ) => void;
}

export interface CheckManifestsOptions {
  readonly selection: Selection;
  readonly kubernetesVersion?: string;
  /** Where objects without a namespace are. `@default` default */
  readonly namespace?: string;
  /** Leaves out what the environment's apps have on the cluster, by the committed output. `@default` false */
  readonly alone?: boolean;
  /** Hears of the calls that network policies allow, of the folder and what is there. `@default` - nobody, and they are not looked for */
  readonly onCalls?: (environment: string, calls: readonly AllowedCall[]) => void;
  /** `@default` - none */
  readonly referees?: RefereeOptions;
}

const SELECTION: Known<Selection> = { environments: null, tiers: null, apps: null };
const CLUSTER: Known<ClusterAccess> = { kubeconfig: null, context: null };
const REFEREES: Known<RefereeOptions> = { names: null, cluster: CLUSTER };

const RUN: Known<RunOptions> = {
  selection: SELECTION,
  typeCheck: null,
  sandbox: null,
  stock: null,
  verifyDeterminism: null,
  jobs: null,
  onProgress: null,
  kubernetesVersion: null,
  memory: null,
  texts: null,
};

export const ROOTS: Known<Roots> = { project: null, settings: null, package: null, out: null, cache: null };
export const PROJECT_OPTIONS: Known<CheckProjectOptions> = {
  ...RUN,
  referees: REFEREES,
  onNothing: null,
  onPins: null,
  onCalls: null,
};
export const MANIFESTS_OPTIONS: Known<CheckManifestsOptions> = {
  selection: SELECTION,
  kubernetesVersion: null,
  namespace: null,
  alone: null,
  onCalls: null,
  referees: REFEREES,
};
