import { byCodeUnit } from '../../src/model/order';
import type { Problems } from '../shared/problems';

/** AWS tags as the drivers of Kubernetes take them: numbered, so that their order is that of the names. */
export function tagParameters(tags: Readonly<Record<string, string>> = {}): Record<string, string> {
  const names = Object.keys(tags).sort(byCodeUnit);
  return Object.fromEntries(names.map((name, index) => [`tagSpecification_${index + 1}`, `${name}=${tags[name]}`]));
}

export function tagProblems(tags: Readonly<Record<string, string>> = {}, problems: Problems): void {
  for (const key of Object.keys(tags)) {
    problems.unless(
      key !== '' && !key.includes('=') && !key.startsWith('aws:'),
      `tag "${key}" is refused by the driver; every claim of the class would stay Pending.`,
      'use a key without =, that does not begin with aws:.',
    );
  }
}
