import { BOOTSTRAPPED_ADD_ONS } from '../../knowledge/aws/control-plane';
import type { EksEnvironment } from '../environment';
import { listed } from '../lists';
import type { ClusterInput } from './inputs';
import type { SettingWarning } from './setting-warning';

/**
 * What makes a new cluster: EKS installs nothing by itself where add-ons are described for all of it. A cluster that is
 * there keeps what it was made with, so that ACK, which would tell of the change, is not told.
 */
export function newCluster(cluster: ClusterInput, environment: EksEnvironment): ClusterInput {
  const installs = cluster.bootstrapSelfManagedAddons && undescribed(environment).length > 0;
  return { ...cluster, bootstrapSelfManagedAddons: installs };
}

/** Add-ons that meet what EKS has installed by itself in a new cluster. eksctl does not let it. */
export function bootstrapWarnings(environment: EksEnvironment): readonly SettingWarning[] {
  const missing = undescribed(environment);
  if (environment.compute.autoMode || missing.length === 0) return [];
  return environment.addOns.flatMap(({ name, resolveConflicts }, index) => {
    if (!BOOTSTRAPPED_ADD_ONS.includes(name) || resolveConflicts === 'OVERWRITE') return [];
    const message = `${name} is an add-on and ${listed(missing)} not, so that EKS installs all of them in a new cluster; with resolveConflicts: ${resolveConflicts} the add-on may then fail with ConfigurationConflict.`;
    const fix = `add ${listed(missing)} to addOns, or set resolveConflicts: OVERWRITE for ${name}.`;
    return [{ path: ['addOns', index, 'name'], message, fix }];
  });
}

/** Those of network, DNS and kube-proxy that no add-on of the settings keeps. */
function undescribed({ addOns }: EksEnvironment): readonly string[] {
  return BOOTSTRAPPED_ADD_ONS.filter((one) => !addOns.some(({ name }) => name === one));
}
