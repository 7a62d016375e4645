import { DNS_LABEL, DNS_LABEL_OF_LETTER, DNS_SUBDOMAIN, PATH_SEGMENT, wrongDnsLabel } from '../../grammar/dns';
import { wrongLabelKey, wrongLabelValue } from '../../grammar/label';
import { type Spelling, wordsOf } from '../../grammar/spelling';
import type { RenderedObject } from '../../model/rendered-object';

/** How objects of a kind are called, and the words for it. */
export interface NameRule extends Spelling {
  readonly words: string;
}

const named = (spelling: Spelling, reason = ''): NameRule => ({ ...spelling, words: wordsOf(spelling) + reason });

export const LABEL_NAME = named(DNS_LABEL);
const SUBDOMAIN_NAME = named(DNS_SUBDOMAIN);
/** RBAC and a few others take anything that can stand in a path. */
const PATH_NAME = named(PATH_SEGMENT);

/** Kinds whose names follow another rule than most. */
const RULES: ReadonlyMap<string, NameRule> = new Map([
  ['/Namespace', LABEL_NAME],
  ['/Service', named(DNS_LABEL_OF_LETTER)],
  ['apps/StatefulSet', named({ ...DNS_LABEL, max: 52 }, ', since its Pods carry the name with a hash in a label')],
  ['batch/CronJob', named({ ...DNS_SUBDOMAIN, max: 52 }, ', since its Jobs carry the name with a time')],
  ['batch/Job', named({ ...DNS_SUBDOMAIN, max: 63 }, ', since its Pods carry the name in a label')],
  ['certificates.k8s.io/ClusterTrustBundle', PATH_NAME],
]);

export function nameRuleOf({ group, kind }: RenderedObject): NameRule {
  if (group === 'rbac.authorization.k8s.io') return PATH_NAME;
  return RULES.get(`${group}/${kind}`) ?? SUBDOMAIN_NAME;
}

/** Whether a label or an annotation can have a key. */
export const isQualifiedName = remembered((key) => wrongLabelKey(key) === undefined);

export const isLabelValue = remembered((value) => wrongLabelValue(value) === undefined);

/** Most keys and values stand in many objects. Only so many are kept, whatever a run holds. */
const MOST_KEPT = 4096;

function remembered(isRight: (text: string) => boolean): (text: string) => boolean {
  const right = new Set<string>();
  return (text) => {
    if (right.has(text)) return true;
    if (!isRight(text)) return false;
    if (right.size < MOST_KEPT) right.add(text);
    return true;
  };
}

/** Whether a Namespace can be called that. */
export function isNamespaceName(name: string): boolean {
  return wrongDnsLabel(name) === undefined;
}
