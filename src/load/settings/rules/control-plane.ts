import { wrongTags } from '../../../grammar/aws-tag';
import { overlaps, parseCidr } from '../../../grammar/cidr';
import { FIRST_TIER_VERSION } from '../../../knowledge/aws/control-plane';
import { ENDPOINTS, type EndpointNeed, VPC_ENDPOINT_SERVICES } from '../../../knowledge/aws/vpc-endpoints';
import { listed } from '../../../model/lists';
import { didYouMean } from '../../../model/suggest';
import type { EksSettings } from '../schema';
import { repeats, type Say } from './rule';

/** The API server can be reached, its names are those of the settings, and its addresses are nobody else's. */
export function controlPlaneProblems(settings: EksSettings, say: Say): void {
  endpointProblems(settings, say);
  nameProblems(settings, say);
  addressProblems(settings, say);
  isolationProblems(settings, say);
  const { scalingTier, tags } = settings.controlPlane;
  for (const { key, wrong } of wrongTags(tags)) {
    const path = ['controlPlane', 'tags', ...(key === undefined ? [] : [key])];
    say(path, `AWS refuses ${key === undefined ? 'the tags' : `tag "${key}"`}: ${wrong}.`, 'correct it.');
  }
  if (scalingTier !== 'standard' && minorOf(settings.kubernetesVersion) < minorOf(FIRST_TIER_VERSION)) {
    const message = `${scalingTier} is there from Kubernetes ${FIRST_TIER_VERSION} on, and this cluster is ${settings.kubernetesVersion}; EKS refuses it.`;
    say(['controlPlane', 'scalingTier'], message, 'upgrade first, or write standard.');
  }
}

const minorOf = (version: string) => Number(version.split('.')[1]);

function endpointProblems({ controlPlane, network }: EksSettings, say: Say): void {
  const { endpoints } = controlPlane;
  const path = ['controlPlane', 'endpoints'];
  if (!endpoints.private && !endpoints.public) {
    const message = 'both endpoints are off, so that nobody reaches the API server; EKS refuses the cluster.';
    say([...path, 'private'], message, 'set private: true.');
  } else if (!endpoints.private && network.private === true) {
    const message =
      'the private endpoint is off, and nodes of a private network have no way to the public one: none joins.';
    say([...path, 'private'], message, 'set private: true.');
  }
  if (!endpoints.public && endpoints.publicCidrs.length > 0) {
    const message = 'publicCidrs are given and the public endpoint is off, so that they let nobody in.';
    say([...path, 'publicCidrs'], message, 'set public: true, or remove them.');
  }
  repeats(
    endpoints.publicCidrs,
    (cidr) => cidr,
    (cidr, index) => say([...path, 'publicCidrs', index], `${cidr} is already in the list.`, 'remove one.'),
  );
}

function nameProblems({ controlPlane, storage, network }: EksSettings, say: Say): void {
  const { secretsKey, securityGroups } = controlPlane;
  const keys = Object.keys(storage.kmsKeys);
  if (secretsKey !== undefined && !keys.includes(secretsKey)) {
    const message = `there is no key "${secretsKey}" under storage.kmsKeys.${didYouMean(secretsKey, keys)}`;
    say(['controlPlane', 'secretsKey'], message, 'declare it there, or name one of those.');
  }
  const groups = Object.keys(network.securityGroups);
  for (const [index, name] of securityGroups.entries()) {
    if (groups.includes(name)) continue;
    const message = `there is no security group "${name}" under network.securityGroups.${didYouMean(name, groups)}`;
    say(['controlPlane', 'securityGroups', index], message, 'declare it there, or name one of those.');
  }
}

function addressProblems({ controlPlane, network }: EksSettings, say: Say): void {
  const { serviceCidr, ipFamily, remoteNetworks } = controlPlane;
  const taken = [
    ...network.cidrs.map((cidr) => ({ cidr, whose: 'of the VPC' })),
    ...(serviceCidr === undefined ? [] : [{ cidr: serviceCidr, whose: 'of Services' }]),
  ];
  const meets = (cidr: string, others: typeof taken) => others.find((other) => doOverlap(cidr, other.cidr));
  if (serviceCidr !== undefined) {
    const path = ['controlPlane', 'serviceCidr'];
    if (ipFamily === 'ipv6') {
      say(path, 'EKS chooses the addresses of Services of an IPv6 cluster, and refuses a block.', 'remove it.');
    }
    const met = meets(serviceCidr, taken.slice(0, network.cidrs.length));
    if (met !== undefined) {
      const message = `${serviceCidr} overlaps ${met.cidr} ${met.whose}: Pods would not reach some of it.`;
      say(path, message, 'choose a block that nothing else has.');
    }
  }
  if (remoteNetworks === undefined) return;
  if (ipFamily === 'ipv6') {
    const message = 'hybrid nodes have IPv4 addresses only, and this is an IPv6 cluster; EKS refuses them.';
    say(['controlPlane', 'remoteNetworks'], message, 'set ipFamily: ipv4, or remove remoteNetworks.');
  }
  for (const kind of ['nodes', 'pods'] as const)
    for (const [index, cidr] of remoteNetworks[kind].entries()) {
      const met = meets(cidr, taken);
      if (met === undefined) continue;
      const message = `${cidr} overlaps ${met.cidr} ${met.whose}; EKS refuses it.`;
      say(['controlPlane', 'remoteNetworks', kind, index], message, 'choose a block that nothing else has.');
    }
}

function doOverlap(a: string, b: string): boolean {
  const [one, other] = [parseCidr(a), parseCidr(b)];
  return one !== undefined && other !== undefined && overlaps(one, other);
}

/** Nodes that have no way to the internet reach services of AWS by endpoints alone. */
function isolationProblems({ network, controlPlane, compute, identity }: EksSettings, say: Say): void {
  const { vpcEndpoints = [] } = network;
  repeats(
    vpcEndpoints,
    (service) => service,
    (service, index) => say(['network', 'vpcEndpoints', index], `${service} is already in the list.`, 'remove one.'),
  );
  // Where nobody lists them, `endpoints` says which ones the apps need.
  if (network.private !== true || network.vpcEndpoints === undefined) return;
  const needed: Readonly<Record<EndpointNeed, boolean>> = {
    always: true,
    podIdentity: identity.mode === 'podIdentity' || (identity.podIdentityAssociations ?? []).length > 0,
    karpenter: compute.karpenter,
    logs: compute.fargateProfiles.length > 0 && controlPlane.logs.length > 0,
  };
  const missing = VPC_ENDPOINT_SERVICES.filter((service) => {
    const { need } = ENDPOINTS[service];
    return need !== undefined && needed[need] && !vpcEndpoints.includes(service);
  });
  if (missing.length === 0) return;
  const reasons = [...new Set(missing.map((service) => ENDPOINTS[service].without))];
  const message = `the network is private and has no endpoint for ${listed(missing, missing.length)}: ${reasons.join('; ')}.`;
  say(['network', 'vpcEndpoints'], message, 'make the endpoints, and list them under network.vpcEndpoints.');
}
