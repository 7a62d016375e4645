import type { Risk } from './risks';

/** What happens to the object that a row is about. */
export type ChangeEvent = 'changed' | 'added' | 'removed' | 'renamed' | 'moved';

/** One field, then and now, with the whole object around it. */
export interface FieldValues {
  readonly group: string;
  readonly kind: string;
  readonly field: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly was?: unknown;
  readonly now?: unknown;
}

/** What a change of one field does on a live cluster. */
export interface RiskRow {
  /** Stands in `docs/diff.md` and in JSON; it never changes its meaning. */
  readonly id: string;
  /** Built-in kinds by their names, others as `group/Kind`; spaces between. `*` is every kind. */
  readonly kinds: string;
  /** The field as `fieldPath` writes it; '' where the object as a whole is meant. */
  readonly field: RegExp;
  /** How the documentation names the field. */
  readonly shown: string;
  /** `@default` every change of the field */
  readonly when?: (change: FieldValues) => boolean;
  /** `@default` `changed` */
  readonly on?: readonly ChangeEvent[];
  readonly risk: Risk;
  /** One sentence about this cluster's near future. */
  readonly why: string;
  readonly source: string;
  /** Whether it counts only where no other row fits. `@default` false */
  readonly last?: boolean;
}

/** Rows without their common parts. */
export type RowOf = Omit<RiskRow, 'kinds' | 'source'> & Partial<Pick<RiskRow, 'kinds' | 'source'>>;

/** Rows for the same kinds, from the same source. */
export function rowsOf(
  common: Pick<RiskRow, 'kinds' | 'source'>,
  rows: Readonly<Record<string, Omit<RowOf, 'id'>>>,
): readonly RiskRow[] {
  return Object.entries(rows).map(([id, row]) => ({ id, ...common, ...row }));
}

/** The whole object is added, removed, renamed or moved. */
export const WHOLE = /^$/;

export const WORKLOADS = 'Deployment StatefulSet DaemonSet argoproj.io/Rollout';
export const POD_KINDS = `${WORKLOADS} ReplicaSet Job CronJob Pod keda.sh/ScaledJob`;

/** A field of a Pod's spec, wherever the kind keeps its template. */
export function podField(rest: string): RegExp {
  return new RegExp(`^(?:spec\\.)?(?:(?:jobTemplate\\.spec\\.|jobTargetRef\\.)?template\\.)?spec\\.${rest}`);
}

/** One item of a list: by name, by key or by place. */
export const ITEM = '(?:\\.[\\w$-]+|\\["(?:[^"\\\\]|\\\\.)*"\\]|\\[\\d+\\])';

/** A field of one container, of whatever sort. */
export function containerField(rest: string): RegExp {
  return podField(`(?:initContainers|containers|ephemeralContainers)${ITEM}\\.${rest}`);
}

export const K8S = 'https://kubernetes.io/docs/';
export const K8S_CODE = 'https://github.com/kubernetes/kubernetes/blob/v1.35.4/';
