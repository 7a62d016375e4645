import { redirectsToItself } from '../../../knowledge/aws/alb-action';
import { ALB_KEYS, ALB_PREFIX, albAnnotation, wrongEnd } from '../../../knowledge/aws/alb-annotations';
import { ACTIONS_ROW } from '../../../knowledge/aws/alb-rule-rows';
import type { AnyAnnotation } from '../../../knowledge/aws/annotation';
import type { Siblings } from '../../../knowledge/aws/annotation-values';
import { type JsonObject, mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule, RuleFinding, Tell } from '../../engine/rule';

export const validAlbAnnotation: ObjectRule = {
  id: 'eks/valid-alb-annotation',
  severity: 'error',
  summary: 'Every annotation under the load balancer controller’s prefix is one it reads, with a value it can read.',
  why: 'The controller ignores a misspelt key without an event, so the setting is never made. At a value that it cannot read it stops, for every Ingress that shares the load balancer.',
  see: ['https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/'],
  kinds: ['networking.k8s.io/Ingress', 'Service'],
  check(object, _context, tell) {
    for (const key of Object.keys(mapAt(object.value, 'metadata', 'annotations'))) {
      if (key.startsWith(ALB_PREFIX)) judgeKey(key, object, tell);
      else if (object.kind === 'Ingress') judgeForeign(key, object, tell);
    }
  },
};

function judgeKey(key: string, object: RenderedObject, tell: Tell): void {
  const annotations = mapAt(object.value, 'metadata', 'annotations');
  const bare = key.slice(ALB_PREFIX.length);
  const path = ['metadata', 'annotations', key];
  const row = albAnnotation(bare);
  if (row === undefined || wrongEnd(bare, row) !== undefined) {
    const hint = row === undefined ? didYouMean(bare, ALB_KEYS) : ` The key ends in ${wrongEnd(bare, row)}.`;
    const what = `the controller does not know the annotation ${key} and ignores it without a word.${hint}`;
    tell({ path, found: bare, what, fix: 'correct or remove it.' });
    return;
  }
  const value = String(annotations[key]);
  const siblings = (sibling: string) => textOf(annotations, sibling);
  for (const finding of findingsOf(bare, value, row, siblings)) tell({ path, found: value, ...finding });
  if (object.kind === 'Service' && row.scope === 'Ingress') tell({ path, found: value, ...elsewhere(bare) });
}

type Part = Omit<RuleFinding, 'path' | 'found'>;

function findingsOf(key: string, value: string, row: AnyAnnotation, siblings: Siblings): readonly Part[] {
  const { wants, why, ignored, doubts } = row.value;
  const wanted = wants(value, siblings);
  const found: Part[] = [];
  if (wanted !== undefined) {
    const what = `the annotation ${key} is "${value}", and the controller wants ${wanted}${why(value)}. It stops there (FailedBuildModel), for every Ingress of the load balancer.`;
    found.push({ wanted, what, fix: `set ${wanted}.` });
  } else if (key.startsWith(ACTIONS_ROW.key) && redirectsToItself(value)) found.push(IDLE);
  for (const field of ignored?.(value) ?? []) {
    const [name = '', ...hint] = field.split(' ');
    const what = `the annotation ${key} has the field ${name}, which the controller does not know and passes over without a word.${hint.length === 0 ? '' : ` ${hint.join(' ')}`}`;
    found.push({ what, fix: 'correct or remove the field.' });
  }
  for (const doubt of doubts?.(value) ?? []) {
    const what = `the annotation ${key} has ${doubt}, which AWS did not have when the table was written (2026-11-28). Where AWS does not know it, the load balancer stays as it is.`;
    found.push({ what, fix: 'look it up, and correct it if it is misspelt.', severity: 'warning' });
  }
  return found;
}

/** A key that lacks the prefix, and the field that some write as an annotation. */
function judgeForeign(key: string, object: RenderedObject, tell: Tell): void {
  const path = ['metadata', 'annotations', key];
  if (key === 'ingressClassName' || key === 'kubernetes.io/ingressClassName') {
    const has = textAt(object.value, 'spec', 'ingressClassName');
    const what = `nobody reads the annotation ${key}: the class is a field of the spec${has === undefined ? ', which it does not have. Unless the cluster has a default class, no controller makes a load balancer' : ''}.`;
    tell({ path, found: key, wanted: 'spec.ingressClassName', what, fix: 'write spec.ingressClassName instead.' });
    return;
  }
  if (key.includes('/') || albAnnotation(key) === undefined) return;
  const what = `nobody reads the annotation ${key}: the load balancer controller reads ${ALB_PREFIX}${key}.`;
  tell({ path, found: key, wanted: `${ALB_PREFIX}${key}`, what, fix: `write ${ALB_PREFIX}${key}.` });
}

function elsewhere(key: string): Part {
  return {
    what: `the controller reads the annotation ${key} on an Ingress only, so here it changes nothing.`,
    fix: 'move it to the Ingress that leads to the Service, or remove it.',
    severity: 'warning',
  };
}

/** The controller leaves such a rule out, or AWS refuses it. */
const IDLE: Part = {
  what: 'the action redirects a request to the address that it came to, so the load balancer never carries it out.',
  fix: 'change the protocol, host, port or path.',
  severity: 'warning',
};

function textOf(annotations: JsonObject, key: string): string | undefined {
  const value = annotations[`${ALB_PREFIX}${key}`];
  return value === undefined ? undefined : String(value);
}
