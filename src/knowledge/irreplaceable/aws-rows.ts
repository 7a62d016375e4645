import { type IrreplaceableKind, kindsOf } from './row';

export const IN_AWS = 'what it stands for in AWS, with all data, unless its deletion policy is to retain it';
export const ADDRESS_IN_AWS = 'what it stands for in AWS, with the address that clients and DNS hold on to';
export const MACHINES = 'its nodes, with every Pod on them';

/** Rows for the kinds of several services, each of which has an API group of its own. */
export const ofServices = (
  services: Readonly<Record<string, string>>,
  group: string,
  row: Omit<IrreplaceableKind, 'kind' | 'group'>,
): readonly IrreplaceableKind[] =>
  Object.entries(services).flatMap(([service, kinds]) => kindsOf(kinds, { ...row, group: `${service}.${group}` }));

/** Rows for the kinds that stand for a cluster of EKS and what its Pods run on. */
export const clusterOf = (group: string, source: string): readonly IrreplaceableKind[] => [
  { group, kind: 'Cluster', holds: 'machines', lost: 'the cluster, with everything that runs on it', source },
  { group, kind: 'NodeGroup', holds: 'machines', lost: MACHINES, source },
  { group, kind: 'FargateProfile', holds: 'machines', lost: 'every Pod that runs on it', source },
];
