import type { Known } from '../survey/known-options';
import type { ClusterAccess, RefereeOptions, Roots, RunOptions, Selection } from '../survey/run-options';
import type { CheckManifestsOptions, CheckProjectOptions } from './check';

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
};

export const ROOTS: Known<Roots> = { project: null, package: null, out: null, cache: null };
export const PROJECT_OPTIONS: Known<CheckProjectOptions> = { ...RUN, referees: REFEREES };
export const MANIFESTS_OPTIONS: Known<CheckManifestsOptions> = {
  selection: SELECTION,
  kubernetesVersion: null,
  namespace: null,
  alone: null,
  referees: REFEREES,
};
