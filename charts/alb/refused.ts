import type { Refuse } from '../../src/knowledge/aws/setting-row';
import type { Problems } from '../shared/problems';

/** Tells what the controller cannot use. @param before what stands in front of the property's name */
export function refuseInto(problems: Problems, before = ''): Refuse {
  return ({ property, value, wanted, why }) =>
    problems.add(
      `${before}${property} is ${shown(value)}, and the load balancer controller wants ${wanted}${why}.`,
      `use ${wanted}.`,
    );
}

function shown(value: unknown): string {
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}
