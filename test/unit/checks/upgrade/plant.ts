import type { JsonObject } from '../../../../src/model/json';
import type { World } from './world';

/** One obstacle, the way on which it stands, and what is told of it: severity, step and subject. */
export interface Plant {
  readonly what: string;
  readonly from: string;
  readonly to: string;
  readonly change: (world: World) => World;
  readonly found: readonly string[];
}

export function withObjects(...objects: readonly JsonObject[]): Plant['change'] {
  return (world) => ({ ...world, objects });
}

export function withFacts(change: Partial<NonNullable<World['facts']>>): Plant['change'] {
  return (world) => ({ ...world, facts: world.facts === undefined ? undefined : { ...world.facts, ...change } });
}
