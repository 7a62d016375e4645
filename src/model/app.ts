import type { Environment } from './environment';
import type { IgnoredFields } from './ignored-fields';

/** What an app asks of Argo CD, beside what its environments' settings say. */
export interface AppGitOps {
  /**
   * Fields of the app's objects that somebody else writes, which Argo CD neither shows as a difference nor undoes. Those that
   * an autoscaler or a Rollout of the app writes are known.
   */
  readonly ignoreDifferences?: readonly IgnoredFields[];
}

/**
 * An app: one owner, one folder of output, one Argo CD Application per environment.
 * `Scope` is cdk8s's Chart for those who know cdk8s; this file does not.
 */
export interface AppDefinition<Scope = never> {
  /** DNS label; the same as the module's name under `apps/`. */
  readonly name: string;
  /** One of the owners that `environments/defaults.yaml` declares. */
  readonly owner: string;
  /** Namespace of every namespaced object that names none. */
  readonly namespace?: string;
  /** Environments this app is left out of, each with the reason that `synth` lists. */
  readonly skip?: Readonly<Record<string, string>>;
  /** What the app asks of Argo CD. `@default` - what its environments' settings say */
  readonly gitops?: AppGitOps;
  /** Makes the constructs, at once: what it returns is not looked at, and a promise is refused. */
  readonly charts: (scope: Scope, environment: Environment) => NotAPromise;
}

/** Anything but a promise, for which nobody would wait. */
// biome-ignore lint/suspicious/noConfusingVoidType: a function that returns nothing returns void
export type NotAPromise = void | undefined | null | string | number | boolean | (object & { readonly then?: never });

const BRAND = Symbol.for('cdk8s-eks.AppDefinition');

export function brandApp<T extends object>(definition: T): T {
  return Object.freeze(Object.defineProperty({ ...definition }, BRAND, { value: true }));
}

export function isAppDefinition(value: unknown): value is AppDefinition {
  return typeof value === 'object' && value !== null && BRAND in value;
}

/** An app as it was found on disk. */
export interface LoadedApp {
  readonly definition: AppDefinition;
  /** `apps/shop.ts`, relative to the project; written in the header of its files. */
  readonly modulePath: string;
}
