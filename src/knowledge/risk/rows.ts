import { isBuiltIn } from '../kubernetes/kinds';
import { ACCESS_ROWS } from './access';
import { ADMISSION_ROWS } from './admission';
import { BATCH_ROWS } from './batch';
import { DELIVERY_ROWS } from './delivery';
import { KEPT_BY_AWS_ROWS } from './kept-by-aws';
import { LOAD_BALANCER_ROWS } from './load-balancers';
import { NETWORK_ROWS } from './network';
import { NODE_ROWS } from './nodes';
import { POD_ACCESS_ROWS } from './pod-access';
import { REFUSED_ROWS } from './refused';
import { ROUTE_ROWS } from './routes';
import type { ChangeEvent, FieldValues, RiskRow } from './row';
import { SCALING_ROWS } from './scaling';
import { STORAGE_ROWS } from './storage';
import { WORKLOAD_ROWS } from './workloads';

/** By what they are about, as `docs/diff.md` shows them. */
export const RISK_TABLES: Readonly<Record<string, readonly RiskRow[]>> = {
  'What the API server refuses': REFUSED_ROWS,
  Workloads: WORKLOAD_ROWS,
  'What Pods may do': POD_ACCESS_ROWS,
  'Jobs and CronJobs': BATCH_ROWS,
  'How many Pods': SCALING_ROWS,
  'Services and policies': NETWORK_ROWS,
  'Ingresses, Gateways and routes': ROUTE_ROWS,
  'Load balancers': LOAD_BALANCER_ROWS,
  Storage: STORAGE_ROWS,
  Rights: ACCESS_ROWS,
  'Admission and sources': ADMISSION_ROWS,
  Nodes: NODE_ROWS,
  'What EKS keeps of objects of ACK': KEPT_BY_AWS_ROWS,
  'Configuration and delivery': DELIVERY_ROWS,
};

export const RISK_ROWS: readonly RiskRow[] = Object.values(RISK_TABLES).flat();

const BY_KIND = new Map<string, RiskRow[]>();
for (const row of RISK_ROWS)
  for (const kind of row.kinds.split(' ')) BY_KIND.set(kind, [...(BY_KIND.get(kind) ?? []), row]);

/** The rows about a kind; those about every kind come last. */
function rowsAbout(group: string, kind: string): readonly RiskRow[] {
  const own = BY_KIND.get(isBuiltIn(group, kind) ? kind : `${group}/${kind}`) ?? [];
  return [...own, ...(BY_KIND.get('*') ?? [])];
}

/** Kinds are few, and each is asked for every field. */
const KNOWN = new Map<string, readonly RiskRow[]>();

function rowsFor(event: ChangeEvent, group: string, kind: string): readonly RiskRow[] {
  const key = `${event} ${group}/${kind}`;
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  const found = rowsAbout(group, kind).filter(({ on = ['changed'] }) => on.includes(event));
  KNOWN.set(key, found);
  return found;
}

/** The rows that fit one field, without those for what the API server refuses. */
export function rowsOfChange(event: ChangeEvent, change: FieldValues): readonly RiskRow[] {
  return rowsFor(event, change.group, change.kind).filter((row) => row.risk !== 'refused' && fits(row, change));
}

/** Whether any row looks into objects of a kind that are added. */
export function looksInside(event: ChangeEvent, group: string, kind: string): boolean {
  return rowsFor(event, group, kind).some(({ field }) => !field.test(''));
}

/** Why a change is refused that `isRefusedChange` says is one. */
export function refusedRow(change: FieldValues): RiskRow | undefined {
  return rowsFor('changed', change.group, change.kind).find((row) => row.risk === 'refused' && fits(row, change));
}

function fits({ field, when }: RiskRow, change: FieldValues): boolean {
  return field.test(change.field) && (when === undefined || when(change));
}
