import type { FargateProfile } from '../../src/model/environment';

/** What the profiles select, as a sentence. */
export function profilesText(profiles: readonly FargateProfile[]): string {
  return profiles.length === 0
    ? 'There are no profiles.'
    : `The profiles are: ${profiles.map(profileText).join('; ')}.`;
}

/** `games (game-2048, batch-* with app=batch)` */
function profileText({ name, selectors }: FargateProfile): string {
  const parts = selectors.map(({ namespace, labels }) => {
    const wanted = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
    return wanted.length === 0 ? namespace : `${namespace} with ${wanted.join(' and ')}`;
  });
  return `${name} (${parts.join(', ')})`;
}
