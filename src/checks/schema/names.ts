import type { RenderedObject } from '../../model/rendered-object';

/**
 * The grammar of names, as the API server holds it.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go
 */
const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const LETTER_FIRST = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const NAME_PART = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const CONFIG_KEY = /^(?!\.\.)[-._a-zA-Z0-9]+$/;

export interface NameRule {
  /** Whether the characters are right; the length is told apart. */
  readonly fits: (name: string) => boolean;
  readonly max: number;
  readonly words: string;
}

const fits = (pattern: RegExp) => (name: string) => pattern.test(name);

export const DNS_LABEL: NameRule = {
  fits: fits(LABEL),
  max: 63,
  words: 'lower-case letters, digits and inner hyphens, at most 63',
};

const DNS_SUBDOMAIN: NameRule = {
  fits: fits(SUBDOMAIN),
  max: 253,
  words: 'lower-case letters, digits, inner hyphens and dots, at most 253',
};

/** RBAC and a few others take anything that can stand in a path. */
const PATH_SEGMENT: NameRule = {
  fits: (name) => !/[/%]/.test(name) && name !== '.' && name !== '..',
  max: Number.POSITIVE_INFINITY,
  words: 'a name without / and %',
};

/** Kinds whose names follow another rule than most. */
const RULES: Readonly<Record<string, NameRule>> = {
  '/Namespace': DNS_LABEL,
  '/Service': {
    fits: fits(LETTER_FIRST),
    max: 63,
    words: 'a letter first, then lower-case letters, digits and inner hyphens, at most 63',
  },
  'apps/StatefulSet': {
    ...DNS_LABEL,
    max: 52,
    words:
      'lower-case letters, digits and inner hyphens, at most 52, since its Pods carry the name with a hash in a label',
  },
  'batch/CronJob': {
    ...DNS_SUBDOMAIN,
    max: 52,
    words: 'lower-case letters, digits, inner hyphens and dots, at most 52, since its Jobs carry the name with a time',
  },
  'batch/Job': {
    ...DNS_SUBDOMAIN,
    max: 63,
    words: 'lower-case letters, digits, inner hyphens and dots, at most 63, since its Pods carry the name in a label',
  },
  'certificates.k8s.io/ClusterTrustBundle': PATH_SEGMENT,
};

export function nameRuleOf({ group, kind }: RenderedObject): NameRule {
  if (group === 'rbac.authorization.k8s.io') return PATH_SEGMENT;
  const key = `${group}/${kind}`;
  return Object.hasOwn(RULES, key) ? (RULES[key] as NameRule) : DNS_SUBDOMAIN;
}

/** Key of a label or an annotation: an optional DNS name and a slash, then a name of at most 63. */
export function isQualifiedName(key: string): boolean {
  const slash = key.indexOf('/');
  const name = key.slice(slash + 1);
  if (name.length > 63 || !NAME_PART.test(name)) return false;
  return slash < 0 || (slash <= 253 && SUBDOMAIN.test(key.slice(0, slash)));
}

export function isLabelValue(value: string): boolean {
  return value === '' || (value.length <= 63 && NAME_PART.test(value));
}

/** Whether a Namespace can be called that. */
export function isNamespaceName(name: string): boolean {
  return name.length <= DNS_LABEL.max && DNS_LABEL.fits(name);
}

/** Key of a ConfigMap or Secret: it becomes the name of a file. */
export function isConfigKey(key: string): boolean {
  return key.length <= 253 && key !== '.' && CONFIG_KEY.test(key);
}
