import { wrongInteger } from '../../grammar/integer';
import { wrongLabelKey } from '../../grammar/label';
import { MAKER_NAMES, type NodeMaker } from '../../knowledge/karpenter/kinds';
import { closedValuesOf, isWellKnown, refusedLabel, spelledFor } from '../../knowledge/karpenter/own-labels';
import type { FieldVerdict } from '../field-verdict';
import type { FieldPath } from '../json';
import { makerOfPool, POOL_LABELS, type PoolRequirement, poolLabelsOf, requirementsOf } from './node-pool-parts';

/** What a pool asks of its nodes, and the labels it gives them. */
export function judgeRequirements(pool: unknown): readonly FieldVerdict[] {
  const maker = makerOfPool(pool);
  const labels = Object.keys(poolLabelsOf(pool)).map((key) => ({ key, path: [...POOL_LABELS, key] }));
  const requirements = requirementsOf(pool);
  const keys = [...requirements.map(({ key, path }) => ({ key, path: [...path, 'key'] })), ...labels];
  return [...keys.flatMap(({ key, path }) => judgeKey(key, path, maker)), ...requirements.flatMap(judgeValues)];
}

function judgeKey(key: string, path: FieldPath, maker: NodeMaker): readonly FieldVerdict[] {
  const found = key;
  const wrong = wrongLabelKey(key);
  if (wrong !== undefined)
    return [
      {
        path,
        found,
        what: `"${key}" cannot be a label: ${wrong}; the server refuses the pool.`,
        fix: 'correct the key.',
      },
    ];
  const refused = refusedLabel(key, maker);
  const other = spelledFor(key, maker);
  const instead = other === undefined || other === key ? 'leave it out' : `write ${other}`;
  if (refused !== undefined)
    return [{ path, found, what: `the label ${key} ${refused}; the pool is refused.`, fix: `${instead}.` }];
  if (isWellKnown(key, maker)) return [];
  if (UNSUPPORTED.has(key) && maker === 'autoMode')
    return [
      {
        path,
        found,
        what: `EKS Auto Mode supports no requirement of ${key}: it has Linux alone, so no node is made.`,
        fix: `${instead}.`,
      },
    ];
  const name = key.slice(key.indexOf('/') + 1);
  if (!name.startsWith('instance-')) return [];
  const what = `${MAKER_NAMES[maker]} takes ${key} for a label of your own, which says nothing about the instance.`;
  return [{ path, found, severity: 'warning', what, fix: `${instead}, or use a key that cannot be mistaken.` }];
}

/** Listed as unsupported. @see https://docs.aws.amazon.com/eks/latest/userguide/create-node-pool.html */
const UNSUPPORTED: ReadonlySet<string> = new Set(['kubernetes.io/os', 'node.kubernetes.io/windows-build']);

const BOUNDS: ReadonlySet<string> = new Set(['Gt', 'Gte', 'Lt', 'Lte']);

function judgeValues({ path, key, operator, values, minValues }: PoolRequirement): readonly FieldVerdict[] {
  const at = [...path, 'values'];
  const found = values.length === 0 ? 'nothing' : values.join(', ');
  if (operator === 'In' && values.length === 0)
    return [
      { path: at, found, what: `${key} In names no value; the server refuses the pool.`, fix: 'name at least one.' },
    ];
  if (BOUNDS.has(operator) && (values.length !== 1 || wrongInteger(Number(values[0]), 0) !== undefined))
    return [
      {
        path: at,
        found,
        wanted: 'one whole number from 0',
        what: `${key} ${operator} wants one whole number from 0 and has ${found}; the server refuses the pool.`,
        fix: 'give one whole number.',
      },
    ];
  return [...judgeClosed(key, operator, values, at), ...judgeMinValues(key, operator, values, minValues, path)];
}

function judgeClosed(
  key: string,
  operator: string,
  values: readonly string[],
  path: FieldPath,
): readonly FieldVerdict[] {
  const closed = closedValuesOf(key);
  if (closed === undefined || operator !== 'In') return [];
  const others = values.filter((value) => !closed.includes(value));
  if (others.length === 0) return [];
  return [
    {
      path,
      found: others.join(', '),
      wanted: closed.join(', '),
      what: `no node has ${key} ${others.join(' or ')}, so none is made for it.`,
      fix: `use ${closed.join(' or ')}.`,
    },
  ];
}

function judgeMinValues(
  key: string,
  operator: string,
  values: readonly string[],
  minValues: number | undefined,
  path: FieldPath,
): readonly FieldVerdict[] {
  if (minValues === undefined || operator !== 'In' || minValues <= values.length) return [];
  return [
    {
      path: [...path, 'minValues'],
      found: String(minValues),
      wanted: `at most ${values.length}`,
      what: `${key} wants ${minValues} different values and names ${values.length}; the server refuses the pool.`,
      fix: `name more values, or lower minValues to ${values.length}.`,
    },
  ];
}
