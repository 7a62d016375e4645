import type { EksEnvironment } from '../../../../src/model/environment';
import type { ClusterFacts, Facts } from '../../../../src/model/facts';
import type { JsonObject } from '../../../../src/model/json';
import { deployment, object, type World } from './world';

/** One disagreement: what is planted, and the rows that find it: state, check, subject. */
export interface Plant {
  readonly what: string;
  readonly change: (world: World) => World;
  readonly found: readonly string[];
}

export const cluster =
  (change: Partial<ClusterFacts>) =>
  (world: World): World => ({ ...world, facts: { ...world.facts, cluster: { ...world.facts.cluster, ...change } } });

export const facts =
  (change: (facts: Facts) => Partial<Facts>) =>
  (world: World): World => ({ ...world, facts: { ...world.facts, ...change(world.facts) } });

export const settings =
  (change: (environment: EksEnvironment) => Partial<EksEnvironment>) =>
  (world: World): World => ({ ...world, environment: { ...world.environment, ...change(world.environment) } });

export const controlPlane = (change: Partial<EksEnvironment['controlPlane']>) =>
  settings((environment) => ({ controlPlane: { ...environment.controlPlane, ...change } }));

export const objects =
  (...more: readonly JsonObject[]) =>
  (world: World): World => ({ ...world, objects: [...world.objects, ...more] });

export const without =
  (...kinds: readonly string[]) =>
  (world: World): World => ({
    ...world,
    objects: world.objects.filter(({ kind }) => !kinds.includes(String(kind))),
  });

/** One after the other. */
export const all =
  (...changes: readonly ((world: World) => World)[]) =>
  (world: World): World =>
    changes.reduce((changed, change) => change(changed), world);

export const general = (change: Partial<NonNullable<Facts['nodeGroups']>[number]>) =>
  facts(({ nodeGroups = [] }) => ({ nodeGroups: nodeGroups.map((group) => ({ ...group, ...change })) }));

export const serverless = (change: Partial<NonNullable<Facts['fargateProfiles']>[number]>) =>
  facts(({ fargateProfiles = [] }) => ({ fargateProfiles: fargateProfiles.map((one) => ({ ...one, ...change })) }));

export const noAddOn = (name: string) =>
  all(
    facts(({ addOns = [] }) => ({ addOns: addOns.filter((one) => one.name !== name) })),
    settings(({ addOns }) => ({ addOns: addOns.filter((one) => one.name !== name) })),
  );

export const noExternal = (name: string) =>
  settings(({ external }) => ({ external: external.filter((one) => one.name !== name) }));

export { deployment, object };
