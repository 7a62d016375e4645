import { Construct } from 'constructs';
import { KubeLimitRange, type KubeNamespace, KubeResourceQuota, type Quantity } from '../../imports/k8s';
import { override, type Patch } from '../override';
import { quantity } from '../workload/resources';
import { AppNamespace, type AppNamespaceProps } from './app-namespace';
import { NetworkDefaults, type NetworkDefaultsProps } from './network-defaults';

/** What a tenant may use at most. Quantities as Kubernetes writes them. */
export interface TenantQuota {
  /** Sum of CPU requests. There is no limit on CPU limits: it would force one on every Pod. */
  readonly cpu: string;
  /** Sum of memory requests, and of memory limits. */
  readonly memory: string;
  readonly pods?: number;
  readonly storage?: string;
  readonly claims?: number;
}

export interface TenantNamespaceProps extends AppNamespaceProps {
  readonly quota: TenantQuota;
  /** Requests of containers that state none. `@default` 50m and 64Mi */
  readonly defaults?: { readonly cpu: string; readonly memory: string };
  readonly network?: Omit<NetworkDefaultsProps, 'namespace'>;
  readonly overrides?: { readonly namespace?: Patch; readonly quota?: Patch; readonly limitRange?: Patch };
}

/**
 * A namespace that the platform gives to a team: Pod Security, quota, defaults for Pods that state no requests, and a
 * network that is closed but for DNS, the namespace itself and load balancers. Onboard it in a change before its apps.
 */
export class TenantNamespace extends Construct {
  readonly namespace: KubeNamespace;
  readonly quota: KubeResourceQuota;
  readonly limitRange: KubeLimitRange;
  readonly network: NetworkDefaults;
  readonly name: string;

  constructor(scope: Construct, id: string, props: TenantNamespaceProps) {
    super(scope, id);
    this.name = id;
    const { quota, overrides, network, defaults, ...namespace } = props;
    this.namespace = new AppNamespace(this, id, {
      ...namespace,
      ...(overrides?.namespace === undefined ? {} : { overrides: { namespace: overrides.namespace } }),
    }).namespace;
    this.quota = new KubeResourceQuota(this, 'Quota', {
      metadata: { name: 'tenant', namespace: id },
      spec: { hard: hard(quota) },
    });
    override(this.quota, overrides?.quota);
    const requests = { cpu: quantity(defaults?.cpu ?? '50m'), memory: quantity(defaults?.memory ?? '64Mi') };
    this.limitRange = new KubeLimitRange(this, 'LimitRange', {
      metadata: { name: 'tenant', namespace: id },
      spec: { limits: [{ type: 'Container', defaultRequest: requests, default: { memory: requests.memory } }] },
    });
    override(this.limitRange, overrides?.limitRange);
    this.network = new NetworkDefaults(this, 'Network', { ...network, namespace: id });
  }
}

function hard(quota: TenantQuota): Record<string, Quantity> {
  return {
    'requests.cpu': quantity(quota.cpu),
    'requests.memory': quantity(quota.memory),
    'limits.memory': quantity(quota.memory),
    ...(quota.pods === undefined ? {} : { pods: quantity(String(quota.pods)) }),
    ...(quota.storage === undefined ? {} : { 'requests.storage': quantity(quota.storage) }),
    ...(quota.claims === undefined ? {} : { persistentvolumeclaims: quantity(String(quota.claims)) }),
  };
}
