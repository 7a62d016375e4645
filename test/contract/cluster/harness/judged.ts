import { join } from 'node:path';
import { ROOT } from '../../../support/project';
import { environmentVersions, pinnedKubernetes } from '../tools/pins';

/**
 * Environments with their Kubernetes versions: `prod` alone, and all of them with `CONTRACT=all`. `CONTRACT=staging`
 * chooses one. Versions that no module pins are left out; `npm run contract:tools` names them.
 */
export function judgedEnvironments(): readonly (readonly [environment: string, version: string])[] {
  const all = [...environmentVersions(join(ROOT, 'environments'))]
    .filter(([version]) => pinnedKubernetes().has(version))
    .flatMap(([version, names]) => names.map((name) => [name, version] as const));
  const wanted = process.env['CONTRACT'] ?? '';
  if (wanted === 'all') return all;
  const chosen = all.filter(([name]) => name === wanted);
  return chosen.length > 0 ? chosen : all.filter(([name]) => name === 'prod');
}

/** Their Kubernetes versions, each once. */
export function judgedVersions(): readonly string[] {
  return [...new Set(judgedEnvironments().map(([, version]) => version))];
}
