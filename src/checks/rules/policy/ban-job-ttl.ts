import { HOOKS } from '../../../knowledge/argocd/annotations';
import { deliveryTool, isFlux } from '../../../model/consumer';
import { at, mapAt } from '../../../model/json';
import type { ObjectRule } from '../../engine/rule';

export const banJobTtl: ObjectRule = {
  id: 'policy/ban-job-ttl',
  severity: 'warning',
  summary: 'A Job that Argo CD syncs does not delete itself.',
  why: 'Argo CD wants to find what it made. A Job that deletes itself after its end is missing to it, so it makes the Job again, and the work is done again and again.',
  see: [
    'https://kubernetes.io/docs/concepts/workloads/controllers/ttlafterfinished/',
    'https://argo-cd.readthedocs.io/en/release-3.2/user-guide/resource_hooks/',
  ],
  kinds: ['batch/Job'],
  check({ value }, { environment }, tell) {
    const seconds = at(value, 'spec', 'ttlSecondsAfterFinished');
    const annotations = mapAt(value, 'metadata', 'annotations');
    const isHook = HOOKS.some((key) => typeof annotations[key] === 'string');
    const byFlux = isFlux(environment.gitops);
    if (environment.gitops === undefined || (isHook && !byFlux) || typeof seconds !== 'number') return;
    tell({
      path: ['spec', 'ttlSecondsAfterFinished'],
      found: String(seconds),
      what: `it deletes itself ${seconds} seconds after its end, and to ${deliveryTool(environment)} it is missing then: ${byFlux ? 'it runs again when Flux looks the next time, and so for ever' : 'with self-heal it runs again at once, and so for ever; without, with the next sync'}.`,
      fix: `leave \`ttlSecondsAfterFinished\` out${byFlux ? '' : ', or make it a hook, which Argo CD deletes before it runs again'}.`,
    });
  },
};
