import { judgeJobSetObject } from '../../../model/jobs/judge-job-set';
import type { ObjectRule } from '../../engine/rule';

export const validJobSet: ObjectRule = {
  id: 'k8s/valid-job-set',
  severity: 'error',
  summary: 'The Jobs of a JobSet have names that fit, and its policies and dependencies name Jobs of the set.',
  why: 'The webhook of JobSet refuses a set whose policies name Jobs that it does not have, or whose Pods would have names that are too long. Jobs whose fields contradict each other are refused later, when the set is there already and nothing of it runs.',
  see: ['https://jobset.sigs.k8s.io/docs/concepts/'],
  kinds: ['jobset.x-k8s.io/JobSet'],
  check({ value }, _context, tell) {
    for (const verdict of judgeJobSetObject(value)) tell(verdict);
  },
};
