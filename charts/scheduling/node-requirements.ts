import { MAKER_NAMES, type NodeMaker } from '../../src/knowledge/karpenter/kinds';
import {
  type NodeRequirements,
  REQUIREMENT_LABELS,
  type RequirementName,
  type Wanted,
  type WantedNumber,
} from '../../src/knowledge/karpenter/requirements';
import { defined } from '../../src/model/defined';
import type { Problems } from '../shared/problems';

/** One entry of `requirements`, as a NodePool has it. */
export interface NodeRequirement {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
  readonly minValues?: number;
}

/** In the order of the properties; labels of one's own come last. */
export function nodeRequirements(
  input: NodeRequirements,
  maker: NodeMaker,
  problems: Problems,
): readonly NodeRequirement[] {
  const { labels = {}, ...known } = input;
  const named = Object.entries(known).flatMap(([name, wanted]) => {
    const label = REQUIREMENT_LABELS[name as RequirementName];
    const key = label[maker];
    if (wanted === undefined) return [];
    if (key !== undefined) return requirementsOf(key, wanted);
    problems.add(
      `requirements.${name}: ${MAKER_NAMES[maker]} has no such label, so no node would ever be made.`,
      `leave it out where the class is one of ${MAKER_NAMES[maker]}.`,
    );
    return [];
  });
  return [...named, ...Object.entries(labels).flatMap(([key, wanted]) => requirementsOf(key, wanted))];
}

function requirementsOf(key: string, wanted: Wanted<string> | WantedNumber): readonly NodeRequirement[] {
  if (isList(wanted)) return [{ key, operator: 'In', values: wanted.map(String) }];
  if ('in' in wanted)
    return [{ key, operator: 'In', values: wanted.in.map(String), ...defined({ minValues: wanted.minValues }) }];
  if ('notIn' in wanted) return [{ key, operator: 'NotIn', values: wanted.notIn.map(String) }];
  if ('exists' in wanted)
    return [{ key, operator: wanted.exists ? 'Exists' : 'DoesNotExist', ...defined({ minValues: wanted.minValues }) }];
  const { gt, gte, lt, lte } = wanted;
  return Object.entries({ Gt: gt, Gte: gte, Lt: lt, Lte: lte }).flatMap(([operator, value]) =>
    value === undefined ? [] : [{ key, operator, values: [String(value)] }],
  );
}

function isList(wanted: Wanted<string> | WantedNumber): wanted is readonly string[] | readonly number[] {
  return Array.isArray(wanted);
}
