import { hashBehind } from '../grammar/content-hash';
import { kindInPath } from '../knowledge/argocd/output-paths';
import { parseOutputPath } from '../knowledge/argocd/parse-output-path';
import { isHashedConfig } from '../model/hashed-config';
import type { JsonValue } from '../model/json';

const CONFIG_MAP = kindInPath('', 'ConfigMap');

/** One text for all names of a ConfigMap that differ in what may be the hash of its content; undefined for any other. */
export function withoutHash(path: string): string | undefined {
  const { environment, app, namespace, kind, name = '' } = parseOutputPath(path) ?? {};
  const hash = kind === CONFIG_MAP ? hashBehind(name) : undefined;
  if (hash === undefined) return undefined;
  return [environment, app, namespace, name.slice(0, -hash.length)].join('/');
}

/**
 * A ConfigMap whose content changed has a new name: each new one takes the place of one that is gone. A name can look
 * like one with a hash and hold a date: only what was named after its content has a successor.
 */
export function successors(
  added: readonly string[],
  objectAt: (path: string) => JsonValue | undefined,
): (path: string) => boolean {
  const left = new Map<string, number>();
  for (const path of added) {
    const base = withoutHash(path);
    if (base !== undefined) left.set(base, (left.get(base) ?? 0) + 1);
  }
  return (path) => {
    const base = withoutHash(path) ?? '';
    const count = left.get(base) ?? 0;
    if (count === 0 || !isHashedConfig(objectAt(path))) return false;
    left.set(base, count - 1);
    return true;
  };
}
