import { join } from 'node:path';

/**
 * Where this tool keeps what saves time in the next run. Deleting it is always safe.
 * @param home the user's home folder
 */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>, home: string): string {
  const chosen = env['XDG_CACHE_HOME'];
  return join(chosen === undefined || chosen === '' ? join(home, '.cache') : chosen, 'cdk8s-eks');
}
