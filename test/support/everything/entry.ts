import type { Chart } from 'cdk8s';

type Make = (scope: Chart) => unknown;

/** One construct with as little as it takes, and with as much as one server of one version accepts together. */
export interface Entry {
  readonly least: Make;
  readonly most: Make;
  /** Kubernetes version that has the kind. */
  readonly since?: string;
}

export type Entries = Readonly<Record<string, Entry>>;

export const image = 'example.com/app:1';
export const tags = { 'karpenter.sh/discovery': 'test-cluster' };
export const labels = { team: 'shop' };
export const annotations = { note: 'everything' };
export const subject = { group: 'developers' };
