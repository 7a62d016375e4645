import { mapAt } from '../json';
import type { RenderedObject } from '../rendered-object';

/** A Pod Security Standard as a namespace enforces it. */
export interface EnforcedLevel {
  readonly level: 'baseline' | 'restricted';
  /** Minor version of the standard: 34 for `v1.34`. */
  readonly minor: number;
}

const ENFORCE = 'pod-security.kubernetes.io/enforce';

/**
 * What a Namespace asks of its Pods; undefined where it asks nothing.
 * A value that is not a level is taken for `restricted`, as the server does.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-admission/
 */
export function enforcedLevel(namespace: RenderedObject, kubernetesVersion: string): EnforcedLevel | undefined {
  const labels = mapAt(namespace.value, 'metadata', 'labels');
  const level = labels[ENFORCE];
  if (level === undefined || level === 'privileged') return undefined;
  const cluster = minorOf(kubernetesVersion);
  const asked = labels[`${ENFORCE}-version`];
  const minor = asked === undefined || asked === 'latest' ? cluster : minorOf(String(asked));
  return { level: level === 'baseline' ? 'baseline' : 'restricted', minor: Math.min(minor, cluster) };
}

/** A level as the cluster's own version defines it, which is what a namespace enforces that names no version. */
export function newestOf(level: EnforcedLevel['level'], kubernetesVersion: string): EnforcedLevel {
  return { level, minor: minorOf(kubernetesVersion) };
}

function minorOf(version: string): number {
  const minor = /^v?1\.(\d+)$/.exec(version)?.[1];
  return minor === undefined ? Number.POSITIVE_INFINITY : Number(minor);
}
