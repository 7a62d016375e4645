import { defined } from '../../src/model/defined';
import type {
  ListenerConfiguration,
  ListenerMutualAuthentication,
  LoadBalancerConfigurationProps,
} from './load-balancer-configuration-props';

/** TLS 1.2 and 1.3 with forward secrecy; the controller's own default still takes TLS 1.0. */
const SSL_POLICY = 'ELBSecurityPolicy-TLS13-1-2-2021-06';

/** The spec as the controller's definition has it. */
export function loadBalancerSpec(props: LoadBalancerConfigurationProps): object {
  const { subnets, subnetTags, listeners, wafAclArn, shield, tags, defaultTargetGroup, capacityUnits } = props;
  const { loadBalancerAttributes, enforceSecurityGroupOnPrivateLink: enforced } = props;
  return defined({
    mergingMode: props.mergingMode,
    loadBalancerName: props.loadBalancerName,
    scheme: props.scheme,
    ipAddressType: props.ipAddressType,
    loadBalancerSubnets: subnets?.map((subnet) => ({ ...subnet })),
    loadBalancerSubnetsSelector: subnetTags && copied(subnetTags),
    listenerConfigurations: listeners?.map(listenerOf),
    securityGroups: props.securityGroups && [...props.securityGroups],
    manageBackendSecurityGroupRules: props.manageBackendSecurityGroupRules,
    sourceRanges: props.sourceRanges && [...props.sourceRanges],
    securityGroupPrefixes: props.securityGroupPrefixes && [...props.securityGroupPrefixes],
    disableSecurityGroup: props.disableSecurityGroup,
    enableICMP: props.enableICMP,
    enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: enforced === undefined ? undefined : onOff(enforced),
    loadBalancerAttributes: loadBalancerAttributes && pairs(loadBalancerAttributes),
    minimumLoadBalancerCapacity: capacityUnits === undefined ? undefined : { capacityUnits },
    customerOwnedIpv4Pool: props.customerOwnedIpv4Pool,
    ipv4IPAMPoolId: props.ipv4IPAMPoolId,
    wafV2: wafAclArn === undefined ? undefined : { webACL: wafAclArn },
    shieldConfiguration: shield === undefined ? undefined : { enabled: shield },
    tags: tags && { ...tags },
    defaultTargetGroupConfiguration: defaultTargetGroup && { name: defaultTargetGroup.name },
  });
}

function listenerOf(listener: ListenerConfiguration): object {
  const { protocol, port, certificateArns, attributes, mutualAuthentication } = listener;
  const [defaultCertificate, ...certificates] = certificateArns ?? [];
  const speaksTls = protocol === 'HTTPS' || protocol === 'TLS';
  return {
    protocolPort: `${protocol}:${port}`,
    ...defined({
      defaultCertificate,
      certificates: certificates.length === 0 ? undefined : certificates,
      sslPolicy: listener.sslPolicy ?? (speaksTls ? SSL_POLICY : undefined),
      // The server would write it.
      alpnPolicy: listener.alpnPolicy ?? 'None',
      mutualAuthentication: mutualAuthentication && mutual(mutualAuthentication),
      listenerAttributes: attributes && pairs(attributes),
      quicEnabled: listener.quicEnabled,
    }),
  };
}

function mutual(input: ListenerMutualAuthentication): object {
  const { mode, trustStore, ignoreClientCertificateExpiry, advertiseTrustStoreCaNames: advertise } = input;
  return {
    mode,
    ...defined({
      trustStore,
      ignoreClientCertificateExpiry,
      advertiseTrustStoreCaNames: advertise === undefined ? undefined : onOff(advertise),
    }),
  };
}

function onOff(value: boolean): 'on' | 'off' {
  return value ? 'on' : 'off';
}

export function pairs(map: Readonly<Record<string, string>>): readonly object[] {
  return Object.entries(map).map(([key, value]) => ({ key, value }));
}

function copied(map: Readonly<Record<string, readonly string[]>>): object {
  return Object.fromEntries(Object.entries(map).map(([key, values]) => [key, [...values]]));
}
