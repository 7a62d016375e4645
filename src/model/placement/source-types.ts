import { instanceSize } from '../../knowledge/aws/instance-sizes';
import { NODE_LABELS } from '../../knowledge/aws/node-labels';
import { PRICED_TYPES } from '../../knowledge/aws/prices/instance-prices';
import { AUTO_MODE_NO_SIZES } from '../../knowledge/karpenter/own-labels';
import { instanceLabels } from './instance-labels';
import { fits } from './node-offers';
import type { Requirement } from './node-selection';
import type { MadeByPool, NodeSource } from './node-source';
import { verdictOf } from './node-verdict';

export type Alternatives = readonly (readonly Requirement[])[];

/** Instance types that a source may start for the Pods: of a node group those it names, of a pool those that both allow. */
export function typesOf(source: NodeSource, alternatives: Alternatives): readonly string[] {
  const { made } = source;
  if ('group' in made) return made.group.instanceTypes;
  const named = source.offer(NODE_LABELS.instanceType);
  const all = Array.isArray(named) ? named : PRICED_TYPES;
  return all.filter((type) => mayStart(type, source, made, alternatives));
}

function mayStart(type: string, source: NodeSource, { by, isOpen }: MadeByPool, alternatives: Alternatives): boolean {
  // Of a pool that is only known by its name nobody knows the types.
  if (isOpen === true || instanceSize(type) === undefined) return false;
  const [, size = ''] = type.split('.');
  if (by === 'autoMode' && AUTO_MODE_NO_SIZES.includes(size)) return false;
  const labels = instanceLabels(type, by);
  const isAllowed = [...labels].every(([key, value]) => {
    const asked = value === undefined ? { operator: 'DoesNotExist', values: [] } : { operator: 'In', values: [value] };
    return fits(source.offer(key), { path: [], key, ...asked }) !== 'no';
  });
  if (!isAllowed) return false;
  const offer = (key: string) => {
    if (!labels.has(key)) return source.offer(key);
    const value = labels.get(key);
    return value === undefined ? 'nothing' : [value];
  };
  return alternatives.some((all) => verdictOf(all, { offer }) !== 'no');
}

/** Whether nodes may have a value of a label, and Pods run on such. */
export function mayBe({ offer }: NodeSource, alternatives: Alternatives, key: string, value: string): boolean {
  if (fits(offer(key), { path: [], key, operator: 'In', values: [value] }) === 'no') return false;
  return alternatives.some((all) => all.every((one) => one.key !== key || fits([value], one) !== 'no'));
}
