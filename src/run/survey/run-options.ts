import type { CommittedMemory } from '../../load/committed';
import type { Tier } from '../../model/environment';
import type { ClusterAccess } from '../../referee/apiserver/kubectl-proxy';

/** Options name them. */
export type { ClusterAccess, CommittedMemory };

/** Where things are. */
export interface Roots {
  /** The user's project. */
  readonly project: string;
  /** This package: its schemas lie here. */
  readonly package: string;
  /** Where environments are read from. `@default` - the project */
  readonly settings?: string;
  /** Absolute path of the output folder. */
  readonly out: string;
  /** Where what saves time is kept from run to run. `@default` - nothing is kept */
  readonly cache?: string;
}

/** What a person picked on the command line; an empty list means all. */
export interface Selection {
  readonly environments: readonly string[];
  readonly tiers: readonly Tier[];
  readonly apps: readonly string[];
}

export const EVERYTHING: Selection = { environments: [], tiers: [], apps: [] };

/** The app that is rendered now, and how many of all apps in all environments were begun. */
export interface RenderProgress {
  readonly environment: string;
  readonly app: string;
  readonly done: number;
  readonly total: number;
}

/** How the apps are loaded and rendered: the same for every command that renders. */
export interface RunOptions {
  readonly selection: Selection;
  /** Runs the project's own TypeScript compiler beside the rendering. */
  readonly typeCheck: boolean;
  /** Runs the apps in a process without files, processes, threads, native code and environment variables. */
  readonly sandbox?: boolean;
  /** Renders with cdk8s as it is, without `render/fast`: the same objects, slower. `@default` false */
  readonly stock?: boolean;
  /** Renders a second time, as another machine on another day would, and compares. */
  readonly verifyDeterminism?: boolean;
  /** Threads that render. `@default` - one per core, where there is enough work */
  readonly jobs?: number;
  readonly onProgress?: (progress: RenderProgress) => void;
  /** Renders and judges as if the selected environments ran this version; `next` is one above their own. `@default` - their own */
  readonly kubernetesVersion?: string;
  /** What stands in for settings that are about to be written, by path relative to the project. */
  readonly texts?: ReadonlyMap<string, string>;
  /** What earlier runs of this process read of the output. */
  readonly memory?: CommittedMemory;
}

export type RefereeName = 'kubeconform' | 'apiserver';
export const REFEREES: readonly RefereeName[] = ['kubeconform', 'apiserver'];

/** Outside judges to ask, and what they need. */
export interface RefereeOptions {
  readonly names: readonly RefereeName[];
  /** The cluster whose API server judges: `apiserver` needs it. */
  readonly cluster?: ClusterAccess;
}

export const NO_REFEREES: RefereeOptions = { names: [] };
