import { HPA_PREFIX, LONGEST_HPA_NAME, SCALED_OBJECT_DEFAULTS } from '../../knowledge/keda/kinds';
import { RESOURCE_TRIGGERS } from '../../knowledge/keda/triggers';
import type { FieldVerdict } from '../field-verdict';
import { at, listAt, numberAt, textAt } from '../json';
import { judgeTriggers } from './judge-triggers';

/**
 * What is wrong with a ScaledObject by itself. KEDA's webhook may be absent, and Argo CD's dry run passes what it refuses.
 * @see https://github.com/kedacore/keda/blob/v2.20.2/apis/keda/v1alpha1/scaledobject_webhook.go
 */
export function judgeScaledObject(value: unknown): readonly FieldVerdict[] {
  return [...judgeName(value), ...judgeCounts(value), ...judgeKinds(value), ...judgeTriggers(value)];
}

function judgeName(value: unknown): readonly FieldVerdict[] {
  const path = ['spec', 'advanced', 'horizontalPodAutoscalerConfig', 'name'];
  const own = textAt(value, ...path);
  const name = textAt(value, 'metadata', 'name') ?? '';
  const made = own ?? `${HPA_PREFIX}${name}`;
  if (made.length <= LONGEST_HPA_NAME) return [];
  return [
    {
      path: own === undefined ? ['metadata', 'name'] : path,
      found: own ?? name,
      what: `KEDA's autoscaler would be called "${made}", which has ${made.length} characters and may have ${LONGEST_HPA_NAME}; KEDA refuses it.`,
      fix: own === undefined ? 'shorten the name, or give the autoscaler one of its own.' : 'shorten it.',
    },
  ];
}

/** `minReplicaCount` and `maxReplicaCount` of a ScaledObject or ScaledJob. */
export function judgeCounts(value: unknown): readonly FieldVerdict[] {
  const { minReplicaCount, maxReplicaCount } = SCALED_OBJECT_DEFAULTS;
  const least = numberAt(value, 'spec', 'minReplicaCount') ?? minReplicaCount;
  const most = numberAt(value, 'spec', 'maxReplicaCount') ?? maxReplicaCount;
  const idle = numberAt(value, 'spec', 'idleReplicaCount');
  const found: FieldVerdict[] = [];
  if (least > most)
    found.push({
      path: ['spec', 'minReplicaCount'],
      found: String(least),
      wanted: `at most ${most}`,
      what: `it scales to at least ${least} and at most ${most}; the server refuses it.`,
      fix: 'raise the most, or lower the least.',
    });
  if (idle !== undefined && (idle !== 0 || least < 1))
    found.push({
      path: ['spec', 'idleReplicaCount'],
      found: String(idle),
      wanted: '0',
      what:
        idle === 0
          ? 'idleReplicaCount is 0 and so is the least: it says nothing, and KEDA refuses it.'
          : `idleReplicaCount is ${idle}; only 0 works, because the autoscaler brings back every other number.`,
      fix: idle === 0 ? 'leave it out, or raise the least.' : 'use 0, or leave it out.',
    });
  return found;
}

function judgeKinds(value: unknown): readonly FieldVerdict[] {
  const types = listAt(value, 'spec', 'triggers').map((trigger) => textAt(trigger, 'type') ?? '');
  if (types.length === 0 || !types.every((type) => RESOURCE_TRIGGERS.includes(type))) return [];
  const found: FieldVerdict[] = [];
  if ((numberAt(value, 'spec', 'minReplicaCount') ?? 0) === 0)
    found.push({
      path: ['spec', 'minReplicaCount'],
      found: '0',
      wanted: 'at least 1',
      what: `it scales by ${types.join(' and ')} alone, to at least 0 Pods: where none runs, nothing can be measured. KEDA refuses it after Argo CD's dry run has passed.`,
      fix: 'set the least to 1, or add a trigger that is measured elsewhere.',
    });
  if (at(value, 'spec', 'fallback') !== undefined)
    found.push({
      path: ['spec', 'fallback'],
      found: types.join(', '),
      what: `it has a fallback, which holds for no trigger by ${types.join(' and ')}: Kubernetes measures those itself; KEDA refuses it.`,
      fix: 'leave it out.',
    });
  return found;
}
