import { at, mapAt, textAt } from '../../model/json';
import type { PodTemplate } from '../../model/pod-spec';
import { matchesSelector, type ObjectIndex } from '../engine/object-index';

const NAME = 'kubernetes.io/metadata.name';

/**
 * The Pods that a policy's Pods may call by one rule, or `'addresses'` where it names none; undefined where some of them
 * are not rendered here, so that nobody knows their ports.
 */
export function egressTargets(
  peers: readonly unknown[],
  namespace: string,
  index: ObjectIndex,
): readonly PodTemplate[] | 'addresses' | undefined {
  if (peers.length === 0) return undefined;
  const ofPods = peers.filter((peer) => at(peer, 'ipBlock') === undefined);
  if (ofPods.length === 0) return 'addresses';
  const found: PodTemplate[] = [];
  for (const peer of ofPods) {
    const theirs = namespaceOf(peer, namespace);
    if (theirs === undefined) return undefined;
    const selector = at(peer, 'podSelector') ?? {};
    const pods = index.templatesIn(theirs).filter(({ labels }) => matchesSelector(selector, labels));
    if (pods.length === 0) return undefined;
    found.push(...pods);
  }
  return found;
}

/** Undefined where the peer may lie in several. */
function namespaceOf(peer: unknown, own: string): string | undefined {
  const selector = at(peer, 'namespaceSelector');
  if (selector === undefined) return own;
  const labels = mapAt(selector, 'matchLabels');
  return Object.keys(labels).length === 1 && at(selector, 'matchExpressions') === undefined
    ? textAt(labels, NAME)
    : undefined;
}
