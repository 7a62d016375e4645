import { ROLLOUT } from '../../../knowledge/argocd/rollouts';
import { judgeWholeRollout } from '../../../model/rollouts/judge-rollout';
import type { ObjectRule } from '../../engine/rule';

export const validRollout: ObjectRule = {
  id: 'k8s/valid-rollout',
  severity: 'error',
  summary: 'A Rollout says nothing that the controller of Argo Rollouts refuses or passes over.',
  why: 'The API server takes nearly any Rollout, and no webhook looks at it. The controller finds the mistake after the merge: the Rollout is Degraded (InvalidSpec), and no new version starts.',
  see: [
    'https://argo-rollouts.readthedocs.io/en/release-1.9/features/specification/',
    'https://argo-rollouts.readthedocs.io/en/release-1.9/features/traffic-management/alb/',
    'https://github.com/argoproj/argo-rollouts/blob/v1.10.0/pkg/apis/rollouts/validation/validation.go',
  ],
  kinds: [`${ROLLOUT.group}/${ROLLOUT.kind}`],
  check(object, _context, tell) {
    for (const verdict of judgeWholeRollout(object.value)) tell(verdict);
  },
};
