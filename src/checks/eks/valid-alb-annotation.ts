import { ALB_ANNOTATION_KEYS, ALB_PREFIX, isAlbAnnotation } from '../../model/alb-annotations';
import { describeIdentity } from '../../model/identity';
import { mapAt } from '../../model/json';
import { didYouMean } from '../../model/suggest';
import type { Rule } from '../rule';

/** The controller ignores a misspelt key without a word, and makes another load balancer than was meant. */
export const validAlbAnnotation: Rule = {
  id: 'eks/valid-alb-annotation',
  severity: 'error',
  summary: 'Every annotation under the load balancer controller’s prefix is one it reads.',
  see: 'AWS Load Balancer Controller guide, Ingress annotations',
  check({ judged }, report) {
    for (const object of judged) {
      if (object.kind !== 'Ingress' && object.kind !== 'Service') continue;
      for (const key of Object.keys(mapAt(object.value, 'metadata', 'annotations'))) {
        if (!key.startsWith(ALB_PREFIX)) continue;
        const bare = key.slice(ALB_PREFIX.length);
        if (isAlbAnnotation(bare)) continue;
        report({
          object,
          path: ['metadata', 'annotations', key],
          found: bare,
          message: `${describeIdentity(object)} has the annotation ${key}, which the controller does not know and ignores without a word.${didYouMean(bare, ALB_ANNOTATION_KEYS)}`,
          fix: 'correct or remove it.',
        });
      }
    }
  },
};
