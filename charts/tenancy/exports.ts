/** What the door passes on of this folder. */
export type { QuotaScope } from '../../src/knowledge/kubernetes/quota-scopes';
export { AppNamespace, type AppNamespaceProps } from './app-namespace';
export type { PodSecurityLevel } from './namespace-labels';
export {
  type DefaultPolicy,
  type LoadBalancerAccess,
  NetworkDefaults,
  type NetworkDefaultsProps,
} from './network-defaults';
export { NetworkedNamespace, type NetworkedNamespaceProps } from './networked-namespace';
export type { ScopedQuota } from './scoped-quota';
export { TenantNamespace, type TenantNamespaceProps } from './tenant-namespace';
export type { TenantDefaults, TenantQuota } from './tenant-quota';
export type { NamedTeam, TenantTeam } from './tenant-team';
