/**
 * What a taint does to Pods that do not tolerate it, as Kubernetes spells it and as EKS spells it for node groups.
 * @see https://docs.aws.amazon.com/eks/latest/APIReference/API_Taint.html (read 2026-11)
 */
export const TAINT_EFFECTS: Readonly<Record<TaintEffect, string>> = {
  NoSchedule: 'NO_SCHEDULE',
  PreferNoSchedule: 'PREFER_NO_SCHEDULE',
  NoExecute: 'NO_EXECUTE',
};

/** What a taint does. */
export type TaintEffect = 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';

export const TAINT_EFFECT_NAMES = Object.keys(TAINT_EFFECTS) as readonly TaintEffect[];
