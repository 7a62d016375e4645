import type { ClusterAccess } from '../../referee/apiserver/kubectl-proxy';

export const REFEREES = ['kubeconform', 'apiserver'] as const;
export type RefereeName = (typeof REFEREES)[number];

/** Outside judges to ask, and what they need. */
export interface RefereeOptions {
  readonly names: readonly RefereeName[];
  /** The cluster whose API server judges: `apiserver` needs it. */
  readonly cluster?: ClusterAccess;
}

export const NO_REFEREES: RefereeOptions = { names: [] };
