import { Yaml } from 'cdk8s';
import { ToolError } from '../model/errors';
import { opened } from '../model/opened-lists';
import { whileReplaced } from './replace';

/** The documents of a file that an app names; undefined for what cdk8s itself reads. */
export type IncludedOf = (url: string) => readonly unknown[] | undefined;

/**
 * Runs work during which `Include` and `Yaml.load` take files of the project. cdk8s itself has another process read them,
 * by a path from the folder where somebody happened to start the run, and goes on where one is broken.
 */
export function withIncludes<T>(includedOf: IncludedOf | undefined, work: () => T): T {
  if (includedOf === undefined) return work();
  const stock = Yaml.load.bind(Yaml);
  const load = (url: string): unknown[] => {
    const documents = [...(includedOf(url) ?? stock(url))];
    // `Yaml.load` may read anything; what `Include` reads are objects, also where `kubectl get` wrote them into a List.
    if (!isForInclude()) return documents;
    refuseOthers(url, documents);
    return documents.flatMap(opened);
  };
  return whileReplaced(Yaml, 'load', load, work);
}

/** `Include` reads its file while it is made. */
function isForInclude(): boolean {
  return / at new Include\d* /.test(new Error().stack ?? '');
}

/** @throws ToolError APP_RENDER where nothing would be rendered, or something that is not an object */
function refuseOthers(url: string, documents: readonly unknown[]): void {
  const others = documents.flatMap((document, index) => (opened(document).every(isObject) ? [] : [index + 1]));
  const isEmpty = documents.every((document) => opened(document).length === 0);
  if (!isEmpty && others.length === 0) return;
  const message = isEmpty
    ? `the app includes ${url}, in which there is no object: nothing of it would be rendered.`
    : `the app includes ${url}, where document ${others.join(', ')} is not a Kubernetes object: it has no apiVersion and kind.`;
  const fix = isEmpty ? 'name a file that holds objects, or leave it out.' : 'correct or remove it.';
  throw new ToolError('APP_RENDER', [{ message, fix }]);
}

function isObject(document: unknown): boolean {
  if (typeof document !== 'object' || document === null) return false;
  return ['apiVersion', 'kind'].every((key) => typeof Reflect.get(document, key) === 'string');
}
