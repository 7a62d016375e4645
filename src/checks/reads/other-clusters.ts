import type { Environment } from '../../model/environment';
import { textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';

const ACK = 'eks.services.k8s.aws';

/**
 * The clusters that ACK makes of rendered objects, but for the environment's own: on a cluster that manages others, what is
 * for them has its ServiceAccounts and bindings there.
 */
export function otherClusters(objects: readonly RenderedObject[], environment: Environment): ReadonlySet<string> {
  const names = objects.flatMap(({ group, kind, value }) =>
    group === ACK && kind === 'Cluster' ? (textAt(value, 'spec', 'name') ?? []) : [],
  );
  return new Set(names.filter((name) => name !== environment.clusterName));
}

/** The environment that an object of ACK tells of: that of a cluster that is made here, or else the one that is rendered. */
export function environmentToldOf(
  { group, kind, value }: RenderedObject,
  made: ReadonlySet<string>,
  environment: Environment,
  environments: readonly Environment[],
): Environment {
  const name = group === ACK ? textAt(value, 'spec', kind === 'Cluster' ? 'name' : 'clusterName') : undefined;
  if (name === undefined || !made.has(name)) return environment;
  return environments.find(({ clusterName, platform }) => platform === 'eks' && clusterName === name) ?? environment;
}
