import type { FieldVerdict } from '../field-verdict';
import { at, mapAt, textAt } from '../json';
import { makerOfPool } from './node-pool-parts';

/** A pool with `replicas` keeps that many nodes, whatever Pods there are. */
export function judgeStaticPool(pool: unknown): readonly FieldVerdict[] {
  const replicas = at(pool, 'spec', 'replicas');
  if (replicas === undefined) return [];
  const verdicts: FieldVerdict[] = [];
  const weight = at(pool, 'spec', 'weight');
  if (weight !== undefined)
    verdicts.push({
      path: ['spec', 'weight'],
      found: String(weight),
      what: `weight is ${weight} and replicas ${replicas}: a pool that keeps its nodes is not chosen for Pods; the server refuses it.`,
      fix: 'leave one of them out.',
    });
  const limits = Object.keys(mapAt(pool, 'spec', 'limits')).filter((name) => name !== 'nodes');
  if (limits.length > 0)
    verdicts.push({
      path: ['spec', 'limits'],
      found: limits.join(', '),
      wanted: 'nodes',
      what: `a pool with replicas takes no limit but nodes, and has one of ${limits.join(', ')}; the server refuses it.`,
      fix: 'leave it out, or limit nodes.',
    });
  const policy = textAt(pool, 'spec', 'disruption', 'consolidationPolicy');
  if (policy !== undefined)
    verdicts.push({
      path: ['spec', 'disruption', 'consolidationPolicy'],
      found: policy,
      severity: 'warning',
      what: `consolidationPolicy ${policy} is ignored: a pool with replicas keeps its nodes.`,
      fix: 'leave it out.',
    });
  if (makerOfPool(pool) === 'karpenter')
    verdicts.push({
      path: ['spec', 'replicas'],
      found: String(replicas),
      severity: 'warning',
      what: `replicas is ${replicas}, which Karpenter reads only with its feature gate StaticCapacity (alpha, off by default): without it the pool keeps no nodes.`,
      fix: 'switch the gate on in Karpenter’s settings and silence this with that reason, or leave replicas out.',
    });
  return verdicts;
}
