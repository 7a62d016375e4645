import type { Problem } from '../../model/errors';
import { entryKey, entryOf } from '../../model/release-reads';
import { didYouMean } from '../../model/suggest';
import type { ReleaseRehearsal } from './rehearse-release';

/** Names of images that an app did not ask for while it rendered: what is released under them never runs. */
export function unreadImages(
  { reads, skipped }: Pick<ReleaseRehearsal, 'reads' | 'skipped'>,
  app: string,
  names: readonly string[],
  environment: string,
): readonly Problem[] {
  const left = skipped.find((one) => one.app === app);
  if (left !== undefined) {
    const message = `${app} is left out of ${environment}: ${left.reason}.`;
    return [{ message, fix: 'name an environment in which the app runs.' }];
  }
  const asked = reads.map(entryOf).flatMap(([, of, list, name]) => (of === app && list === 'images' && name) || []);
  return names
    .filter((name) => !reads.includes(entryKey(['apps', app, 'images', name])))
    .map((name) => ({
      message: `${app} reads no image "${name}" in ${environment}: what is released there never reaches the cluster.${didYouMean(name, asked)}`,
      fix:
        asked.length === 0
          ? `read it in the app: releasedImage(scope, '${name}').`
          : `use a name that it reads: ${[...new Set(asked)].join(', ')}.`,
    }));
}
