/** What the compiler takes and refuses of settings that TypeScript writes. */
import type { EnvironmentSettings } from 'cdk8s-eks/environments';

export const addOns: EnvironmentSettings = {
  platform: 'eks',
  addOns: [
    { name: 'vpc-cni', configuration: { enableNetworkPolicy: 'true', env: { WARM_IP_TARGET: '2' } } },
    { name: 'coredns', configuration: 'replicaCount: 3', podIdentity: [{ serviceAccount: 'dns', iamRole: 'dns' }] },
  ],
};

export const ofANumber: EnvironmentSettings = {
  platform: 'eks',
  // @ts-expect-error a configuration is a map, or text
  addOns: [{ name: 'vpc-cni', configuration: 3 }],
};
