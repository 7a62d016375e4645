import type { FieldTable } from './field-table';

/** Fields of a Service in Kubernetes 1.37, with the property that sets each, or why no property does. */
export const SERVICE_FIELDS: FieldTable = {
  allocateLoadBalancerNodePorts: { property: 'allocateLoadBalancerNodePorts' },
  clusterIP: { property: 'headless' },
  clusterIPs: { reason: 'The server sets it from the families and `clusterIP`.' },
  externalIPs: { reason: 'It lets a Service take traffic of any address (CVE-2020-8554).' },
  externalName: {
    reason: 'Such a Service has no selector and leads to no Pods of ours: it only resolves to another name.',
  },
  externalTrafficPolicy: { property: 'externalTrafficPolicy' },
  healthCheckNodePort: { property: 'healthCheckNodePort' },
  internalTrafficPolicy: { property: 'internalTrafficPolicy' },
  ipFamilies: { property: 'ipFamilies' },
  ipFamilyPolicy: { property: 'ipFamilyPolicy' },
  loadBalancerClass: { property: 'loadBalancerClass' },
  loadBalancerIP: { reason: 'It is deprecated, and AWS passes it over.' },
  loadBalancerSourceRanges: { property: 'loadBalancerSourceRanges' },
  ports: { property: 'port, ports' },
  publishNotReadyAddresses: { property: 'publishNotReadyAddresses' },
  selector: { property: 'selectorLabels' },
  sessionAffinity: { property: 'sessionAffinity' },
  sessionAffinityConfig: { property: 'sessionAffinity.timeoutSeconds' },
  trafficDistribution: { property: 'trafficDistribution' },
  type: { property: 'type' },
};
