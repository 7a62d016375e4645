import { at } from '../model/json';
import type { RenderedObject } from '../model/rendered-object';

/**
 * Configuration that nobody can change, as `ConfigFiles` makes it: new content has a new name. Pods of the release
 * before read the old object until the last of them is replaced, and a stuck rollout has them start anew.
 */
export function isReplacedByName({ group, kind, value }: RenderedObject): boolean {
  return group === '' && (kind === 'ConfigMap' || kind === 'Secret') && at(value, 'immutable') === true;
}
