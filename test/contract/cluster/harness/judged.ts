import { join } from 'node:path';
import { ROOT } from '../../../support/project';
import { findTool } from '../tools/obtain';
import { environmentVersions, pinnedKubernetes, planFor } from '../tools/pins';

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

/**
 * The versions that every construct is held against: those of the environments, and with `CONTRACT=all` each other pinned
 * one whose API server is built. `npm run contract:tools -- --kubernetes 1.37` builds one more.
 */
export function servedVersions(): { readonly judged: readonly string[]; readonly unbuilt: readonly string[] } {
  const own = judgedVersions();
  if (process.env['CONTRACT'] !== 'all') return { judged: own, unbuilt: [] };
  const others = [...pinnedKubernetes().keys()].filter((version) => !own.includes(version)).sort();
  const built = others.filter(hasApiServer);
  return { judged: [...own, ...built].sort(), unbuilt: others.filter((version) => !built.includes(version)) };
}

function hasApiServer(version: string): boolean {
  const tool = planFor([version]).tools.find(({ name }) => name.startsWith('kube-apiserver-'));
  return tool !== undefined && findTool(tool).path !== undefined;
}
