import { Yaml } from 'cdk8s';
import { whileReplaced } from './replace';

/** The documents of a file that an app names; undefined for what cdk8s itself reads. */
export type IncludedOf = (url: string) => readonly unknown[] | undefined;

/**
 * Runs work during which `Include` and `Yaml.load` take files of the project. cdk8s itself has another process read them,
 * by a path from the folder where somebody happened to start the run, and goes on where one is broken.
 */
export function withIncludes<T>(includedOf: IncludedOf | undefined, work: () => T): T {
  if (includedOf === undefined) return work();
  const load = Yaml.load.bind(Yaml);
  return whileReplaced(Yaml, 'load', (url: string) => [...(includedOf(url) ?? load(url))], work);
}
