import type { EksEnvironment } from '../../src/model/environment';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';

/** The key that is named, else the one that is declared for the use. */
export function kmsKey(
  name: string | undefined,
  use: string,
  environment: EksEnvironment,
  problems: Problems,
): string | undefined {
  const keys = environment.storage.kmsKeys;
  const names = Object.keys(keys);
  problems.unless(
    name === undefined || Object.hasOwn(keys, name),
    `environment ${environment.name} declares no KMS key "${name}".${didYouMean(name ?? '', names)}`,
    `declare it under storage.kmsKeys in environment.yaml${names.length === 0 ? '' : `, or use one of: ${names.join(', ')}`}.`,
  );
  const key = name ?? use;
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}
