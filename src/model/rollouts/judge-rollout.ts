import type { FieldVerdict } from '../field-verdict';
import { at, isJsonObject, mapAt } from '../json';
import { judgeBlueGreen } from './judge-blue-green';
import { judgeCanary } from './judge-canary';
import { judgeNumbers } from './judge-numbers';
import { REFUSED, type Told } from './refused';

/**
 * What the controller of Argo Rollouts refuses of a Rollout that the server takes, or passes over in silence.
 * @see https://github.com/argoproj/argo-rollouts/blob/v1.10.0/pkg/apis/rollouts/validation/validation.go
 */
export function judgeRollout(value: unknown): readonly FieldVerdict[] {
  const found: FieldVerdict[] = [];
  const tell: Told = (verdict) => found.push(verdict);
  judgeStrategy(value, tell);
  judgeNumbers(value, tell);
  judgeCanary(value, tell);
  judgeBlueGreen(value, tell);
  return found;
}

/** The same, with the Pods: what a construct of ours cannot get wrong. */
export function judgeWholeRollout(value: unknown): readonly FieldVerdict[] {
  const found: FieldVerdict[] = [];
  const tell: Told = (verdict) => found.push(verdict);
  judgePods(value, tell);
  judgeDeadline(value, tell);
  return [...found, ...judgeRollout(value)];
}

function judgeStrategy(value: unknown, tell: Told): void {
  const strategy = mapAt(value, 'spec', 'strategy');
  const kinds = ['canary', 'blueGreen'].filter((kind) => strategy[kind] !== undefined);
  if (kinds.length === 1) return;
  tell({
    path: ['spec', 'strategy'],
    found: kinds.join(' and ') || 'nothing',
    wanted: 'canary or blueGreen',
    what: `\`strategy\` has ${kinds.length === 0 ? 'neither `canary` nor `blueGreen`' : 'both `canary` and `blueGreen`'}; ${REFUSED}.`,
    fix: 'give one of them; `canary: {}` replaces Pods as a Deployment does.',
  });
}

function judgePods(value: unknown, tell: Told): void {
  const [template, workload] = [at(value, 'spec', 'template'), at(value, 'spec', 'workloadRef')];
  if (workload !== undefined && isJsonObject(template) && Object.keys(template).length > 0)
    tell({
      path: ['spec', 'template'],
      what: `\`template\` stands beside \`workloadRef\`; ${REFUSED}.`,
      fix: 'leave one of them out.',
    });
  if (workload !== undefined) return;
  const labels = mapAt(template, 'metadata', 'labels');
  const wanted = mapAt(value, 'spec', 'selector', 'matchLabels');
  const missing = Object.entries(wanted).filter(([key, text]) => labels[key] !== text);
  for (const [key, text] of missing)
    tell({
      path: ['spec', 'selector', 'matchLabels', key],
      found: String(text),
      wanted: String(labels[key] ?? 'a label of the Pods'),
      what: `the selector asks for label \`${key}: ${String(text)}\`, which the Pods do not have; ${REFUSED}.`,
      fix: 'give the Pod template the label; the selector cannot be changed later.',
    });
}

function judgeDeadline(value: unknown, tell: Told): void {
  const { minReadySeconds = 0, progressDeadlineSeconds = 600 } = mapAt(value, 'spec');
  if (typeof minReadySeconds !== 'number' || typeof progressDeadlineSeconds !== 'number') return;
  if (progressDeadlineSeconds > minReadySeconds) return;
  tell({
    path: ['spec', 'progressDeadlineSeconds'],
    found: String(progressDeadlineSeconds),
    wanted: `above ${minReadySeconds}`,
    what: `\`progressDeadlineSeconds\` ${progressDeadlineSeconds} is not above \`minReadySeconds\` ${minReadySeconds}; ${REFUSED}.`,
    fix: 'raise progressDeadlineSeconds, or lower minReadySeconds.',
  });
}
