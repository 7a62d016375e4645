import { at, isJsonObject, type JsonValue, mapAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectRule, Tell } from '../../engine/rule';
import { isZero, judgeShare } from '../../reads/percent';

export const validStrategy: ObjectRule = {
  id: 'k8s/valid-strategy',
  severity: 'error',
  summary: 'A rollout can move: it may take a Pod away or add one, and fits its own type and deadline.',
  why: 'The server refuses a rollout that may neither take a Pod away nor add one, and settings of another strategy.',
  see: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy',
    'https://kubernetes.io/docs/tasks/manage-daemon/update-daemon-set/',
    'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#update-strategies',
  ],
  kinds: ['apps/Deployment', 'apps/DaemonSet', 'apps/StatefulSet'],
  check(object, _context, tell) {
    if (object.kind === 'Deployment') judgeDeployment(object, tell);
    else if (object.kind === 'DaemonSet') judgeDaemonSet(object, tell);
    else judgeStatefulSet(object, tell);
  },
};

function judgeDeployment(object: RenderedObject, tell: Tell): void {
  const spec = mapAt(object.value, 'spec');
  const strategy = mapAt(spec, 'strategy');
  const rolling = strategy['rollingUpdate'];
  const path = ['spec', 'strategy', 'rollingUpdate'];
  if (strategy['type'] === 'Recreate') {
    if (isJsonObject(rolling))
      tell({
        path,
        what: 'Recreate stops all Pods first, so nothing rolls; the server refuses `rollingUpdate` beside it.',
        fix: 'remove `rollingUpdate`, or use `type: RollingUpdate`.',
      });
  } else if (isJsonObject(rolling)) {
    // The server limits the share that goes away, and lets any number come.
    const sound = [
      judgeShare(rolling['maxUnavailable'], [...path, 'maxUnavailable'], tell),
      judgeShare(rolling['maxSurge'], [...path, 'maxSurge'], tell, { atMost100: false }),
    ];
    if (sound.every(Boolean) && isZero(rolling['maxUnavailable']) && isZero(rolling['maxSurge']))
      standstill(path, tell);
  }
  const deadline = numberOr(spec['progressDeadlineSeconds'], 600);
  const ready = numberOr(spec['minReadySeconds'], 0);
  if (deadline <= ready)
    tell({
      path: ['spec', 'progressDeadlineSeconds'],
      found: String(deadline),
      wanted: `more than ${ready}`,
      what: `a Pod is ready after ${ready} s (\`minReadySeconds\`), and the rollout has failed after ${deadline} s; the server refuses that.`,
      fix: 'raise `progressDeadlineSeconds`.',
    });
}

function judgeDaemonSet(object: RenderedObject, tell: Tell): void {
  const strategy = mapAt(object.value, 'spec', 'updateStrategy');
  const rolling = strategy['rollingUpdate'];
  if (strategy['type'] === 'OnDelete' || !isJsonObject(rolling)) return;
  const path = ['spec', 'updateStrategy', 'rollingUpdate'];
  const { maxUnavailable, maxSurge } = rolling;
  const sound = [
    judgeShare(maxUnavailable, [...path, 'maxUnavailable'], tell),
    judgeShare(maxSurge, [...path, 'maxSurge'], tell),
  ];
  if (!sound.every(Boolean)) return;
  const surges = maxSurge !== undefined && !isZero(maxSurge);
  if (!surges && isZero(maxUnavailable)) standstill(path, tell);
  else if (surges && !isZero(maxUnavailable))
    tell({
      path: [...path, 'maxSurge'],
      found: String(maxSurge),
      what: `a node cannot run a second Pod of a DaemonSet and lose the first at once (\`maxUnavailable\` is ${maxUnavailable === undefined ? '1 where it is left out' : String(maxUnavailable)}); the server refuses that.`,
      fix: 'set `maxUnavailable: 0` beside `maxSurge`.',
    });
}

function judgeStatefulSet(object: RenderedObject, tell: Tell): void {
  const strategy = mapAt(object.value, 'spec', 'updateStrategy');
  const rolling = strategy['rollingUpdate'];
  if (!isJsonObject(rolling)) return;
  const path = ['spec', 'updateStrategy', 'rollingUpdate'];
  if (strategy['type'] === 'OnDelete') {
    tell({
      path,
      what: 'OnDelete waits for somebody to delete Pods, so nothing rolls; the server refuses `rollingUpdate` beside it.',
      fix: 'remove `rollingUpdate`, or use `type: RollingUpdate`.',
    });
    return;
  }
  const partition = at(rolling, 'partition');
  if (typeof partition === 'number' && partition < 0)
    tell({
      path: [...path, 'partition'],
      found: String(partition),
      wanted: 'at least 0',
      what: `the server refuses the partition ${partition}; Pods are numbered from 0.`,
      fix: 'use a number of at least 0.',
    });
}

function standstill(path: readonly string[], tell: Tell): void {
  tell({
    path: [...path, 'maxUnavailable'],
    found: '0',
    what: 'no Pod may go and none may be added (`maxSurge` is 0 too), so no rollout could ever move; the server refuses that.',
    fix: 'set `maxSurge: 1` or `maxUnavailable: 1`.',
  });
}

function numberOr(value: JsonValue | undefined, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
