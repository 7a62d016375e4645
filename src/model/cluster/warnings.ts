import { AUTO_MODE_ADD_ONS } from '../../knowledge/aws/addons/catalogue';
import { FARGATE_LIMITS } from '../../knowledge/aws/fargate';
import type { EksEnvironment } from '../environment';
import { configurationDoubts } from './add-on-configuration';
import { addOnNameWarnings } from './add-on-names';
import { identityProviderWarnings } from './identity-provider-warnings';
import { hasOtherNodes } from './other-nodes';
import { ownPoolWarnings } from './own-pools';
import type { SettingWarning } from './setting-warning';

const AGENT = 'eks-pod-identity-agent';

/** What AWS takes of a description, and what a person should look at again. */
export function clusterWarnings(environment: EksEnvironment): readonly SettingWarning[] {
  return [
    ...ofControlPlane(environment),
    ...ofPrivateNetwork(environment),
    ...ofZones(environment),
    ...ofSpot(environment),
    ...ofFargate(environment),
    ...addOnNameWarnings(environment),
    ...ofVersions(environment),
    ...ofConfiguration(environment),
    ...ofAutoMode(environment),
    ...ownPoolWarnings(environment),
    ...ofAgent(environment),
    ...identityProviderWarnings(environment),
    ...ofKarpenter(environment),
  ];
}

function ofControlPlane({ controlPlane, tier }: EksEnvironment): readonly SettingWarning[] {
  const { endpoints, creatorIsAdmin, logs } = controlPlane;
  const found: SettingWarning[] = [];
  const isOpen =
    endpoints.public && (endpoints.publicCidrs.length === 0 || endpoints.publicCidrs.includes('0.0.0.0/0'));
  if (isOpen && tier === 'production')
    found.push({
      path: ['controlPlane', 'endpoints', endpoints.publicCidrs.length === 0 ? 'public' : 'publicCidrs'],
      message: 'the whole internet reaches the API server of a production cluster, and only credentials keep it out.',
      fix: 'list the networks of your offices and runners under `publicCidrs`, or set public: false.',
    });
  if (!logs.includes('audit') && tier === 'production')
    found.push({
      path: ['controlPlane', 'logs'],
      message: 'the audit log is off: after an incident nobody can say who did what.',
      fix: 'add audit.',
    });
  if (creatorIsAdmin)
    found.push({
      path: ['controlPlane', 'creatorIsAdmin'],
      message: 'the role that makes the cluster may do everything in it for ever, and stands in no list here.',
      fix: 'set creatorIsAdmin: false, and give the role an entry under identity.accessEntries.',
    });
  return found;
}

/** Rule eks/ban-public-endpoint says the same of objects that make a cluster. */
function ofPrivateNetwork({ controlPlane, network }: EksEnvironment): readonly SettingWarning[] {
  if (network.private !== true || !controlPlane.endpoints.public) return [];
  return [
    {
      path: ['controlPlane', 'endpoints', 'public'],
      message: 'nothing leads out of the network, and the API server answers the internet all the same.',
      fix: 'set public: false, and reach it from inside of the VPC, by a VPN or Session Manager.',
    },
  ];
}

function ofZones({ network, tier }: EksEnvironment): readonly SettingWarning[] {
  const zones = new Set(network.subnets.private.map(({ availabilityZone }) => availabilityZone));
  if (tier !== 'production' || zones.size >= 3 || zones.size === 0) return [];
  const message = `nodes stand in ${zones.size} zones: where one fails, the other has to hold everything.`;
  return [{ path: ['network', 'subnets', 'private'], message, fix: 'add a private subnet in a third zone.' }];
}

function ofSpot({ compute }: EksEnvironment): readonly SettingWarning[] {
  return compute.managedNodeGroups.flatMap(({ name, capacityType, instanceTypes }, index) => {
    if (capacityType !== 'SPOT' || instanceTypes.length >= 2) return [];
    const message = `${name} buys Spot instances of ${instanceTypes[0] ?? 'one type'} alone: when AWS takes them back, all go at once and none come.`;
    const path = ['compute', 'managedNodeGroups', index, 'instanceTypes'];
    return [{ path, message, fix: 'list several types of the same size, such as m7i.large, m6i.large, m7a.large.' }];
  });
}

function ofFargate({ compute }: EksEnvironment): readonly SettingWarning[] {
  const { fargateProfiles } = compute;
  const labelled = fargateProfiles.flatMap(({ name, selectors }, index) =>
    selectors.flatMap(({ labels }, position) => {
      const count = Object.keys(labels).length;
      if (count <= FARGATE_LIMITS.labels) return [];
      const message = `a selector of ${name} has ${count} labels; an account has room for ${FARGATE_LIMITS.labels} unless AWS raised its quota.`;
      const path = ['compute', 'fargateProfiles', index, 'selectors', position, 'labels'];
      return [{ path, message, fix: 'select by fewer labels, or see that the quota was raised.' }];
    }),
  );
  if (fargateProfiles.length <= FARGATE_LIMITS.profiles) return labelled;
  const message = `there are ${fargateProfiles.length} Fargate profiles; a cluster has room for ${FARGATE_LIMITS.profiles} unless AWS raised its quota.`;
  return [
    ...labelled,
    { path: ['compute', 'fargateProfiles'], message, fix: 'put selectors together, or see that the quota was raised.' },
  ];
}

function ofVersions({ addOns, kubernetesVersion }: EksEnvironment): readonly SettingWarning[] {
  return addOns.flatMap(({ name, version }, index) => {
    if (version !== undefined) return [];
    const message = `${name} has no version: two clusters made on two days run two of them.`;
    const fix = `write the one that \`aws eks describe-addon-versions --addon-name ${name} --kubernetes-version ${kubernetesVersion}\` calls the default.`;
    return [{ path: ['addOns', index, 'name'], message, fix }];
  });
}

/** EKS refuses what the schema of the version does not have; which that is, only AWS knows. */
function ofConfiguration({ addOns }: EksEnvironment): readonly SettingWarning[] {
  return addOns.flatMap(({ name, configuration }, index) =>
    configurationDoubts(name, configuration).map((message) => ({
      path: ['addOns', index, 'configuration'],
      message: `${message} EKS refuses what the schema of the version does not have.`,
      fix: `correct it, or see \`aws eks describe-addon-configuration --addon-name ${name} --addon-version …\`.`,
    })),
  );
}

/** Auto Mode has them built in; beside other nodes they are needed there. */
function ofAutoMode({ addOns, compute }: EksEnvironment): readonly SettingWarning[] {
  if (!compute.autoMode || hasOtherNodes({ compute })) return [];
  return addOns.flatMap(({ name }, index) => {
    if (!AUTO_MODE_ADD_ONS.includes(name)) return [];
    const message = `Auto Mode runs ${name} by itself, and there are no other nodes for the add-on: its Pods find none.`;
    return [{ path: ['addOns', index, 'name'], message, fix: 'remove it.' }];
  });
}

/** Who hands out the credentials of Pod Identity, on nodes that are not of Auto Mode. */
function ofAgent({ addOns, compute, identity }: EksEnvironment): readonly SettingWarning[] {
  const { podIdentityAssociations = [] } = identity;
  const isAsked = podIdentityAssociations.length > 0 || addOns.some(({ podIdentity }) => podIdentity.length > 0);
  if (compute.autoMode || !isAsked || addOns.some(({ name }) => name === AGENT)) return [];
  const path = podIdentityAssociations.length > 0 ? ['identity', 'podIdentityAssociations'] : ['addOns'];
  const message = `roles come by Pod Identity, and ${AGENT} is not among the add-ons: unless somebody else installs it, Pods get no credentials.`;
  return [{ path, message, fix: `add ${AGENT} to addOns.` }];
}

function ofKarpenter({ compute }: EksEnvironment): readonly SettingWarning[] {
  if (!compute.karpenter || compute.karpenterIamRole !== undefined) return [];
  const message = 'the role of the nodes that Karpenter makes is not said, so that no access entry lets them in.';
  return [{ path: ['compute', 'karpenter'], message, fix: 'set compute.karpenterIamRole.' }];
}
