import { listAt, textAt } from '../json';
import type { NodeSource } from './node-source';

type Taint = NodeSource['taints'][number];

/** The taints that Pods of a template do not tolerate. */
export function untolerated(taints: readonly Taint[], { spec }: { readonly spec: unknown }): readonly Taint[] {
  const tolerations = listAt(spec, 'tolerations');
  return taints.filter((taint) => !tolerations.some((one) => tolerates(one, taint)));
}

/** @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/ */
function tolerates(toleration: unknown, { key, value, effect }: Taint): boolean {
  const [ownKey = '', ownEffect = '', operator = 'Equal'] = ['key', 'effect', 'operator'].map((field) => {
    const text = textAt(toleration, field);
    return text === '' ? undefined : text;
  });
  if (ownEffect !== '' && ownEffect !== effect) return false;
  if (operator === 'Exists') return ownKey === '' || ownKey === key;
  return ownKey === key && (textAt(toleration, 'value') ?? '') === value;
}
