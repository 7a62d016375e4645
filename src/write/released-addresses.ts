import { parseOutputPath } from '../knowledge/argocd/parse-output-path';
import { irreplaceableKind } from '../knowledge/irreplaceable/kinds';
import type { Problem } from '../model/errors';
import { isMeant } from '../model/irreplaceable';
import type { JsonValue } from '../model/json';
import { allows } from './deletion-brake';

/**
 * Objects that stay, but no longer own the address that they owned as they were committed: a Service that is no longer of
 * type LoadBalancer gives its load balancer back.
 * @param changed paths that change, of objects that own no address now
 * @param allowed what somebody decided to give up, as for deletions
 */
export function releasedAddresses(
  changed: readonly string[],
  allowed: readonly string[],
  committed: (paths: readonly string[]) => (path: string) => JsonValue | undefined,
): readonly Problem[] {
  const asked = changed.filter((path) => !allowed.some((id) => allows(id, path)));
  const objectAt = committed(asked);
  return asked.flatMap((path) => {
    const row = irreplaceableKind(parseOutputPath(path)?.kind ?? '');
    const was = objectAt(path);
    if (row?.when === undefined || was === undefined || !isMeant(row, was)) return [];
    const { field, is } = row.when;
    return {
      message: `${path} would no longer have ${field.join('.')}: ${is}, and the cluster would give up ${row.lost}.`,
      fix: `if that is meant: --allow-delete ${path.replace(/\.yaml$/, '')}`,
    };
  });
}
