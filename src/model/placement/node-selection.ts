import { NODE_LABELS } from '../../knowledge/aws/node-labels';
import { at, type FieldPath, isJsonObject, listAt, mapAt, textAt } from '../json';

/** One thing that a Pod asks of the labels of its node. */
export interface Requirement {
  readonly path: FieldPath;
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** A Pod's specification, and the path of what holds it. */
export interface PodSpecAt {
  readonly path: FieldPath;
  readonly spec: unknown;
}

const REQUIRED = [
  'affinity',
  'nodeAffinity',
  'requiredDuringSchedulingIgnoredDuringExecution',
  'nodeSelectorTerms',
] as const;

/** What a node must have: all of one of these lists. Wishes, and a node that is asked for by its name, are left out. */
export function nodeSelectionOf(template: PodSpecAt): readonly (readonly Requirement[])[] {
  const spec = [...template.path, 'spec'];
  const selector = Object.entries(mapAt(template.spec, 'nodeSelector')).flatMap(([key, value]) =>
    typeof value === 'string' ? [{ path: [...spec, 'nodeSelector', key], key, operator: 'In', values: [value] }] : [],
  );
  const terms = listAt(template.spec, ...REQUIRED).map((term, index) =>
    expressionsOf(term, [...spec, ...REQUIRED, index, 'matchExpressions']),
  );
  return terms.length === 0 ? [selector] : terms.map((term) => [...selector, ...term]);
}

function expressionsOf(term: unknown, path: FieldPath): readonly Requirement[] {
  return listAt(term, 'matchExpressions').flatMap((one, index) => {
    const key = textAt(one, 'key');
    if (!isJsonObject(one) || key === undefined) return [];
    const values = listAt(one, 'values').map(String);
    return [{ path: [...path, index], key, operator: String(at(one, 'operator')), values }];
  });
}

/** Whether only hybrid nodes are asked for, which the settings do not name. */
export function asksForHybrid(alternatives: readonly (readonly Requirement[])[]): boolean {
  return alternatives.every((all) => all.some(isHybrid));
}

function isHybrid({ key, operator, values }: Requirement): boolean {
  return key === NODE_LABELS.computeType && operator === 'In' && values.length === 1 && values[0] === 'hybrid';
}
