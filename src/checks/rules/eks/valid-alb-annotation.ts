import { redirectsToItself } from '../../../knowledge/aws/alb-action';
import { ALB_KEYS, ALB_PREFIX, albAnnotation } from '../../../knowledge/aws/alb-annotations';
import { type JsonObject, mapAt } from '../../../model/json';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule } from '../../engine/rule';

export const validAlbAnnotation: ObjectRule = {
  id: 'eks/valid-alb-annotation',
  severity: 'error',
  summary: 'Every annotation under the load balancer controller’s prefix is one it reads, with a value it can read.',
  why: 'The controller ignores a misspelt key without an event, so the setting is never made. At a value that it cannot read it stops, for every Ingress that shares the load balancer.',
  see: ['https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/'],
  kinds: ['networking.k8s.io/Ingress', 'Service'],
  check(object, _context, tell) {
    const annotations = mapAt(object.value, 'metadata', 'annotations');
    for (const key of Object.keys(annotations)) {
      if (!key.startsWith(ALB_PREFIX)) continue;
      const bare = key.slice(ALB_PREFIX.length);
      const path = ['metadata', 'annotations', key];
      const row = albAnnotation(bare);
      if (row === undefined) {
        const what = `the controller does not know the annotation ${key} and ignores it without a word.${didYouMean(bare, ALB_KEYS)}`;
        tell({ path, found: bare, what, fix: 'correct or remove it.' });
        continue;
      }
      const value = String(annotations[key]);
      const wanted = row.value.wants(value, (sibling) => textOf(annotations, sibling));
      if (wanted === undefined) {
        if (isIdle(bare, value)) tell({ path, found: value, ...IDLE, severity: 'warning' });
        continue;
      }
      const what = `the annotation ${bare} is "${value}", and the controller wants ${wanted}${row.value.why(value)}. It stops there (FailedBuildModel), for every Ingress of the load balancer.`;
      tell({ path, found: value, wanted, what, fix: `set ${wanted}.` });
    }
  },
};

/** The controller leaves such a rule out, or AWS refuses it. */
const IDLE = {
  what: 'the action redirects a request to the address that it came to, so the load balancer never carries it out.',
  fix: 'change the protocol, host, port, path or query.',
};

function isIdle(key: string, value: string): boolean {
  return key.startsWith('actions.') && redirectsToItself(value);
}

function textOf(annotations: JsonObject, key: string): string | undefined {
  const value = annotations[`${ALB_PREFIX}${key}`];
  return value === undefined ? undefined : String(value);
}
