import { NODE_LABELS } from '../../../knowledge/aws/node-labels';
import { NODE_CLASSES } from '../../../knowledge/karpenter/kinds';
import type { EksEnvironment } from '../../../model/environment';
import type { FieldVerdict } from '../../../model/field-verdict';
import { listAt, textAt } from '../../../model/json';
import { judgeNodePool } from '../../../model/karpenter/judge-node-pool';
import { makerOfPool, namedValues, POOL_TEMPLATE, requirementsOf } from '../../../model/karpenter/node-pool-parts';
import { zonesOf } from '../../../model/placement/node-offers';
import type { ObjectIndex } from '../../engine/object-index';
import type { ObjectRule } from '../../engine/rule';

export const validNodePool: ObjectRule = {
  id: 'eks/valid-node-pool',
  severity: 'error',
  summary: 'A NodePool says what Karpenter and EKS Auto Mode take, and what nodes can be.',
  why: 'Much of a NodePool is judged by the server’s expressions or by the controller alone, which then makes no nodes, and Pods stay Pending. A label of the wrong domain is taken for one of your own and says nothing about the instance.',
  see: [
    'https://karpenter.sh/v1.14/concepts/nodepools/',
    'https://docs.aws.amazon.com/eks/latest/userguide/create-node-pool.html',
  ],
  kinds: ['karpenter.sh/NodePool'],
  check({ value }, { environment, index }, tell) {
    for (const said of [...judgeNodePool(value), ...judgeReserved(value, index)]) tell(said);
    if (environment.platform === 'eks') for (const said of judgeZones(value, environment)) tell(said);
  },
};

/** Nodes stand in the zones of subnets; a class may find others by tags. */
function judgeZones(pool: unknown, environment: EksEnvironment): readonly FieldVerdict[] {
  const zones = zonesOf(environment);
  if (zones.length === 0) return [];
  return requirementsOf(pool).flatMap(({ key, operator, values, path }) => {
    const elsewhere =
      key === NODE_LABELS.zone && operator === 'In' ? values.filter((zone) => !zones.includes(zone)) : [];
    if (elsewhere.length === 0) return [];
    return [
      {
        path: [...path, 'values'],
        found: elsewhere.join(', '),
        wanted: zones.join(', '),
        severity: 'warning' as const,
        what: `it wants nodes in ${elsewhere.join(', ')}, and the subnets of the settings are in ${zones.join(', ')}: without a subnet no node is made there.`,
        fix: `use ${zones.join(' or ')}, or add the subnet to environments/${environment.name}/environment.yaml.`,
      },
    ];
  });
}

/** Karpenter uses only reservations that a class selects; EKS Auto Mode also those that are open. */
function judgeReserved(pool: unknown, index: ObjectIndex): readonly FieldVerdict[] {
  const capacities = namedValues(pool, NODE_LABELS.capacity) ?? [];
  const { group, kind } = NODE_CLASSES.karpenter;
  const name = textAt(pool, ...POOL_TEMPLATE, 'nodeClassRef', 'name') ?? '';
  const nodeClass = makerOfPool(pool) === 'karpenter' ? index.find({ group, kind, name }) : undefined;
  if (nodeClass === undefined || !capacities.includes('reserved')) return [];
  if (listAt(nodeClass.value, 'spec', 'capacityReservationSelectorTerms').length > 0) return [];
  const isAlone = capacities.every((one) => one === 'reserved');
  const what = `it wants reserved nodes, and EC2NodeClass ${name} selects no reservation${isAlone ? ', so no node is ever made' : ': none is used, and all its nodes are of the other kinds'}.`;
  const verdict = {
    path: [...POOL_TEMPLATE, 'requirements'],
    found: 'reserved',
    what,
    fix: `select reservations in the class by capacityReservationSelectorTerms, or leave reserved out.`,
  };
  return [isAlone ? verdict : { ...verdict, severity: 'warning' }];
}
