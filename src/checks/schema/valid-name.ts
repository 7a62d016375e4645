import { describeIdentity } from '../../model/identity';
import { mapAt } from '../../model/json';
import type { Rule } from '../rule';

const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SERVICE = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const QUALIFIED = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;

interface NameRule {
  readonly pattern: RegExp;
  readonly max: number;
  readonly words: string;
}

const DNS_LABEL: NameRule = {
  pattern: LABEL,
  max: 63,
  words: 'lower-case letters, digits and inner hyphens, at most 63',
};
const DNS_SUBDOMAIN: NameRule = {
  pattern: SUBDOMAIN,
  max: 253,
  words: 'lower-case letters, digits, inner hyphens and dots, at most 253',
};

/** Kinds whose names follow another rule than most. */
const RULES: Readonly<Record<string, NameRule>> = {
  '/Namespace': DNS_LABEL,
  '/Service': {
    pattern: SERVICE,
    max: 63,
    words: 'a letter first, then lower-case letters, digits and inner hyphens, at most 63',
  },
  'apps/StatefulSet': {
    ...DNS_LABEL,
    max: 52,
    words: `${DNS_LABEL.words.slice(0, -2)}52, since its Pods carry the name with a hash in a label`,
  },
  'batch/CronJob': {
    ...DNS_SUBDOMAIN,
    max: 52,
    words: `${DNS_SUBDOMAIN.words.slice(0, -3)}52, since its Jobs carry the name with a time`,
  },
};

/** Names, labels and annotations as the server accepts them. */
export const validName: Rule = {
  id: 'k8s/valid-name',
  severity: 'error',
  summary: 'Names, label keys and values, and annotation keys follow the grammar of the API server.',
  see: 'Kubernetes: object names and IDs; labels and selectors',
  check({ judged }, report) {
    for (const object of judged) {
      const rule = RULES[`${object.group}/${object.kind}`] ?? DNS_SUBDOMAIN;
      const rbac = object.group === 'rbac.authorization.k8s.io';
      if (
        rbac ? /[/%]|^\.{1,2}$|^$/.test(object.name) : object.name.length > rule.max || !rule.pattern.test(object.name)
      ) {
        const wanted = rbac ? 'a name without / and %' : rule.words;
        report({
          object,
          path: ['metadata', 'name'],
          found: object.name,
          wanted,
          message: `${describeIdentity(object)}: the server refuses the name "${object.name}" (${object.name.length} characters); it wants ${wanted}.`,
          fix: 'rename it.',
        });
      }
      const metadata = mapAt(object.value, 'metadata');
      for (const [key, value] of Object.entries(mapAt(metadata, 'labels'))) {
        const good = QUALIFIED.test(key) && typeof value === 'string' && value.length <= 63 && VALUE.test(value);
        if (good) continue;
        report({
          object,
          path: ['metadata', 'labels', key],
          found: String(value),
          wanted: 'at most 63 letters, digits, - _ and . with a letter or digit at both ends',
          message: `${describeIdentity(object)}: the server refuses the label ${key}=${String(value)}.`,
          fix: 'shorten or respell it; free text belongs in an annotation.',
        });
      }
      for (const key of Object.keys(mapAt(metadata, 'annotations'))) {
        if (QUALIFIED.test(key.toLowerCase())) continue;
        report({
          object,
          path: ['metadata', 'annotations', key],
          found: key,
          message: `${describeIdentity(object)}: the server refuses the annotation key "${key}".`,
          fix: 'use an optional DNS name, a slash, and at most 63 letters, digits, - _ and dots.',
        });
      }
    }
  },
};
