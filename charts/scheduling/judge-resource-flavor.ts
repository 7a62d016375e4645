import type { Toleration } from '../../imports/k8s';
import { wrongLabelKey, wrongLabelValue } from '../../src/grammar/label';
import { KUEUE_MOST } from '../../src/knowledge/kubernetes/kueue';
import type { Problems } from '../shared/problems';
import type { ResourceFlavorProps } from './resource-flavor-props';

/**
 * What the server and Kueue's webhook refuse of a ResourceFlavor, beside what the types hold.
 * @see https://github.com/kubernetes-sigs/kueue/blob/main/apis/kueue/v1beta2/resourceflavor_types.go (read in November 2026)
 */
export function judgeFlavor(
  { nodeLabels = {}, nodeTaints = [], tolerations = [], topologyName }: ResourceFlavorProps,
  problems: Problems,
): void {
  const labels = Object.entries(nodeLabels);
  for (const [name, count, most] of [
    ['nodeLabels', labels.length, KUEUE_MOST.labels],
    ['nodeTaints', nodeTaints.length, KUEUE_MOST.taints],
    ['tolerations', tolerations.length, KUEUE_MOST.tolerations],
  ] as const)
    problems.unless(
      count <= most,
      `${name} has ${count} entries, and ${most} fit; the server refuses it.`,
      'use fewer.',
    );
  const values = [
    ...labels.map(([key, value]) => ['nodeLabels', key, value] as const),
    ...nodeTaints.map(({ key, value = '' }) => ['nodeTaints', key, value] as const),
  ];
  for (const [where, key, value] of values) {
    const [wrongKey, wrongValue] = [wrongLabelKey(key), wrongLabelValue(value)];
    problems.unless(
      wrongKey === undefined,
      `${where} has the key "${key}": ${wrongKey}; Kueue refuses it.`,
      'correct it.',
    );
    problems.unless(
      wrongValue === undefined,
      `${where} has ${key} with the value "${value}": ${wrongValue}; Kueue refuses it.`,
      'correct it.',
    );
  }
  const taints = nodeTaints.map(({ key, effect }) => `${key}:${effect}`);
  for (const twice of new Set(taints.filter((one, index) => taints.indexOf(one) !== index)))
    problems.add(`nodeTaints has ${twice} twice; Kueue refuses it.`, 'remove one of them.');
  problems.unless(
    topologyName === undefined || labels.length > 0,
    `topologyName is "${topologyName}" without nodeLabels; the server refuses it.`,
    'say by nodeLabels which nodes the topology is of.',
  );
  tolerations.forEach((one, index) => void judgeToleration(one, `tolerations[${index}]`, problems));
}

function judgeToleration(
  { key, operator, value, effect, tolerationSeconds }: Toleration,
  where: string,
  problems: Problems,
): void {
  problems.unless(
    key !== undefined || operator === 'Exists',
    `${where} has no key, and its operator is ${operator ?? 'Equal'}; the server refuses it.`,
    'name the taint, or set `operator: Exists` for all of them.',
  );
  problems.unless(
    operator !== 'Exists' || value === undefined,
    `${where} has operator Exists and the value "${value}"; the server refuses the two together.`,
    'leave one of them out.',
  );
  problems.unless(
    tolerationSeconds === undefined || effect === 'NoExecute',
    `${where} has tolerationSeconds, which only effect NoExecute has; the server refuses it.`,
    'set `effect: NoExecute`, or leave tolerationSeconds out.',
  );
}
