import { BETWEEN_RECIPIENTS, subscription } from '../knowledge/argocd/annotations';
import type { GitOps } from '../model/gitops';
import { by } from '../model/order';

/**
 * The annotations by which a project subscribes its Applications, one for each trigger and service.
 * @param owner of the project; undefined for the one of add-ons, which only what is meant for all is about
 */
export function subscriptionsOf({ notifications = [] }: GitOps, owner?: string): Readonly<Record<string, string>> {
  const found = new Map<string, Set<string>>();
  for (const { trigger, service, recipients, owners } of notifications) {
    if (owners !== undefined && (owner === undefined || !owners.includes(owner))) continue;
    const key = subscription(trigger, service);
    found.set(key, new Set([...(found.get(key) ?? []), ...recipients]));
  }
  return Object.fromEntries(
    [...found].sort(by(([key]) => key)).map(([key, recipients]) => [key, [...recipients].join(BETWEEN_RECIPIENTS)]),
  );
}
