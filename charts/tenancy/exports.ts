/** What the door passes on of this folder. */
export { AppNamespace, type AppNamespaceProps } from './app-namespace';
export type { PodSecurityLevel } from './namespace-labels';
export {
  type DefaultPolicy,
  type LoadBalancerAccess,
  NetworkDefaults,
  type NetworkDefaultsProps,
} from './network-defaults';
export { NetworkedNamespace, type NetworkedNamespaceProps } from './networked-namespace';
export { TenantNamespace, type TenantNamespaceProps, type TenantTeam } from './tenant-namespace';
export type { TenantDefaults, TenantQuota } from './tenant-quota';
