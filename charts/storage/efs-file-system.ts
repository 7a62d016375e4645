import type { EksEnvironment } from '../../src/model/environment';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';

/** The id of a file system of the environment. */
export function efsFileSystem(name: string, environment: EksEnvironment, problems: Problems): string {
  const systems = environment.storage.efsFileSystems;
  const id = Object.hasOwn(systems, name) ? systems[name] : undefined;
  problems.unless(
    id !== undefined,
    `environment ${environment.name} declares no EFS file system "${name}".${didYouMean(name, Object.keys(systems))}`,
    'declare it under storage.efsFileSystems in environment.yaml.',
  );
  return id ?? '';
}
