import { wrongDnsSubdomain } from './dns';
import { type Spelling, wrongSpelling } from './spelling';

const NAME: Spelling = {
  pattern: /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/,
  max: 63,
  characters: 'letters, digits, - _ and . with a letter or digit at both ends',
};

/**
 * Why a key of a label or an annotation is wrong, as a part of a sentence; undefined when it is not. A key is an
 * optional DNS name and a slash, then a name of at most 63 characters.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go (IsQualifiedName)
 */
export function wrongLabelKey(key: string): string | undefined {
  const slash = key.indexOf('/');
  const wrong = wrongSpelling(key.slice(slash + 1), NAME);
  if (slash < 0 || wrong !== undefined) return wrong;
  const prefix = wrongDnsSubdomain(key.slice(0, slash));
  return prefix === undefined ? undefined : `"${key.slice(0, slash)}" before the slash is not a DNS name: ${prefix}`;
}

/** Why a label cannot have a value, as a part of a sentence. An empty value is valid. */
export function wrongLabelValue(value: string): string | undefined {
  return value === '' ? undefined : wrongSpelling(value, NAME);
}
