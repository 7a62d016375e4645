import { argocdObjects } from '../../../src/gitops/argocd-objects';
import type { EksEnvironment } from '../../../src/model/environment';
import type { GitOps } from '../../../src/model/gitops';
import type { JsonObject } from '../../../src/model/json';
import type { Owner } from '../../../src/model/owner';
import { eksEnvironment } from '../../support/environment';

export const APPS = [{ name: 'shop', owner: 'retail', namespace: 'shop' }];

/** An environment called `prod`, delivered as the test says. */
export function delivered(
  gitops: Partial<GitOps> = {},
  overrides: Partial<Omit<EksEnvironment, 'gitops'>> = {},
): EksEnvironment {
  const base = eksEnvironment().gitops as GitOps;
  return eksEnvironment({ name: 'prod', ...overrides, gitops: { ...base, ...gitops } });
}

export function owner(overrides: Partial<Owner> = {}): Owner {
  return { name: 'retail', namespaces: ['shop'], clusterKinds: [], repositories: [], platform: false, ...overrides };
}

/** One object of those that root syncs, by kind and name. */
export function findDelivered(environment: EksEnvironment, kindAndName: string): JsonObject | undefined {
  return argocdObjects(environment, APPS).find(({ kind, name }) => `${kind} ${name}` === kindAndName)?.value;
}
