import type { EksEnvironment, Subnet } from '../environment';

const idsOf = (subnets: readonly Subnet[]) => subnets.map(({ id }) => id);

/** Where the control plane has its addresses: subnets of its own, or else the private ones, or the public ones. */
export function controlPlaneSubnets({ network }: EksEnvironment): readonly Subnet[] {
  const { controlPlane = [], private: inside, public: outside } = network.subnets;
  if (controlPlane.length > 0) return controlPlane;
  return inside.length > 0 ? inside : outside;
}

/** Where nodes and Pods of Fargate are started: what they name, or else all private subnets, or the public ones. */
export function nodeSubnetIds({ network }: EksEnvironment, chosen: readonly string[] | undefined): readonly string[] {
  if (chosen !== undefined) return chosen;
  const { private: inside, public: outside } = network.subnets;
  return idsOf(inside.length > 0 ? inside : outside);
}

export const controlPlaneSubnetIds = (environment: EksEnvironment) => idsOf(controlPlaneSubnets(environment));
