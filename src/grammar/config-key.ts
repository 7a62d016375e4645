import { type Spelling, wrongSpelling } from './spelling';

const KEY: Spelling = { pattern: /^[-._a-zA-Z0-9]+$/, max: 253, characters: 'letters, digits, - _ and .' };

/**
 * Why a ConfigMap or Secret cannot have a key, as a part of a sentence. A mounted key becomes the name of a file.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/staging/src/k8s.io/apimachinery/pkg/util/validation/validation.go (IsConfigMapKey)
 */
export function wrongConfigKey(key: string): string | undefined {
  if (key === '.' || key.startsWith('..')) return 'it would lead to another folder';
  return wrongSpelling(key, KEY);
}
