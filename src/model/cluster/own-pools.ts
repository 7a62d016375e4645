import { AUTO_NODE_ENTRY } from '../../knowledge/aws/access-entries';
import type { EksEnvironment } from '../environment';
import type { Compute } from './compute';
import type { SettingWarning } from './setting-warning';

/** Whether EKS Auto Mode makes nodes for pools of your own, and for none that EKS brings. */
export function hasOwnPoolsAlone({ autoMode, autoModePools }: Compute): boolean {
  return autoMode && autoModePools?.length === 0;
}

/** EKS makes the access entry of the nodes of its own pools alone. */
export function ownPoolWarnings({ compute, identity }: EksEnvironment): readonly SettingWarning[] {
  const { accessEntries = [] } = identity;
  const isListed = accessEntries.some(({ type }) => type === AUTO_NODE_ENTRY.type);
  if (!hasOwnPoolsAlone(compute) || compute.autoModeIamRole !== undefined || isListed) return [];
  const message =
    'EKS brings no pools, and the role of the nodes that yours make is not said, so that no access entry of the settings lets them in.';
  return [{ path: ['compute', 'autoModePools'], message, fix: 'set compute.autoModeIamRole.' }];
}
