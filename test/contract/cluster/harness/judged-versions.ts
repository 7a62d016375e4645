import { join } from 'node:path';
import { ROOT } from '../../../support/project';
import { environmentVersions, pinnedKubernetes } from '../tools/pins';

/**
 * Kubernetes versions with the environments that run them: production's alone, and all of them with `CONTRACT=all`.
 * `CONTRACT=1.34` chooses one.
 */
export function judgedVersions(): readonly (readonly [string, readonly string[]])[] {
  const all = [...environmentVersions(join(ROOT, 'environments'))].filter(([version]) =>
    pinnedKubernetes().has(version),
  );
  const wanted = process.env['CONTRACT'];
  if (wanted === 'all') return all;
  const chosen = all.filter(([version, names]) =>
    wanted !== undefined && /^\d/.test(wanted) ? version === wanted : names.includes('prod'),
  );
  return chosen;
}
