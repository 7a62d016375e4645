import { type Spelling, wrongSpelling } from './spelling';

/**
 * The names of the API server.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go
 */
const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const CHARACTERS = 'lower-case letters, digits and inner hyphens';

/** For schemas, which limit the number of characters by `maxLength`. */
export const DNS_LABEL_PATTERN = `^${LABEL}$`;
export const OPTIONAL_DNS_LABEL_PATTERN = `^(${LABEL})?$`;

export const DNS_LABEL: Spelling = { pattern: new RegExp(DNS_LABEL_PATTERN), max: 63, characters: CHARACTERS };

/** A label that begins with a letter, as the name of a Service must (RFC 1035). */
export const DNS_LABEL_OF_LETTER: Spelling = {
  pattern: /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  max: 63,
  characters: 'a letter first, then lower-case letters, digits and inner hyphens',
};

/** Labels with dots between them. The API server limits the length of the whole name, not of each label. */
export const DNS_SUBDOMAIN: Spelling = {
  pattern: new RegExp(`^${SUBDOMAIN}$`),
  max: 253,
  characters: 'lower-case letters, digits, inner hyphens and dots',
};

/** A subdomain whose first label is `*`. */
export const WILDCARD_SUBDOMAIN: Spelling = {
  pattern: new RegExp(`^\\*\\.${SUBDOMAIN}$`),
  max: 253,
  characters: 'lower-case letters, digits, inner hyphens and dots behind one "*."',
};

/** A segment of an API path: the names of RBAC objects and a few other kinds may hold nearly any character. */
export const PATH_SEGMENT: Spelling = {
  pattern: /^(?!\.{1,2}$)[^/%]+$/s,
  max: Number.POSITIVE_INFINITY,
  characters: 'characters other than / and %',
};

const PUBLIC_LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';
const PUBLIC_NAME = `(${PUBLIC_LABEL}\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$`;
/** A name of the public DNS: each label has at most 63 characters, and the last label begins with a letter. */
export const PUBLIC_DOMAIN = new RegExp(`^${PUBLIC_NAME}`);
/** A name of the public DNS whose first label may be `*`. */
export const CERTIFICATE_DOMAIN = new RegExp(`^(\\*\\.)?${PUBLIC_NAME}`);

/** An API group without its version; empty for the core group. */
export const API_GROUP = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?)?$/;

/** `postgresql.cnpg.io/Cluster`: a group without its version, and a kind; the core group is left out. */
export const GROUP_AND_KIND = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?[A-Za-z][A-Za-z0-9]*$/;

export function wrongDnsLabel(text: string): string | undefined {
  return wrongSpelling(text, DNS_LABEL);
}

export function wrongDnsSubdomain(text: string): string | undefined {
  return wrongSpelling(text, DNS_SUBDOMAIN);
}
