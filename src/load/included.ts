import { existsSync, realpathSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { ToolError } from '../model/errors';
import type { UnreadFile } from './regular-file';
import type { Remote } from './remote';
import { isInside, readProjectFile } from './settings/project-file';
import { MOST_SOURCE_BYTES } from './source-files';

/** Only for apps that include YAML: loading it takes longer than most of them. */
const loadYaml = (): typeof import('./included-yaml') => require('./included-yaml');

/** A file of YAML that an app includes by its path, as it lies in the project. */
export interface IncludedFile {
  /** Relative to the project. */
  readonly file: string;
  readonly text: string;
}

/** Undefined for what is not a file of the project: cdk8s itself reads it, or does not find it. */
export type Included = IncludedFile | UnreadFile | undefined;

/**
 * Reads what an app names in `Include` or `Yaml.load`: a path from its module's folder, or else from the project's.
 * @param modulePath relative to the project
 * @param url as the app writes it
 */
export function readIncluded(root: string, modulePath: string, url: string): Included {
  if (/^[a-z][a-z0-9+.-]+:/i.test(url)) return undefined;
  const candidates = [...new Set([resolve(root, dirname(modulePath), url), resolve(root, url)])];
  const path = candidates.find((candidate) => existsSync(candidate));
  if (path === undefined) {
    if (existsSync(url)) return undefined;
    const looked = candidates.map((candidate) => relative(root, candidate)).join(' and ');
    return {
      message: `the app includes ${url}, which is not there; looked for ${looked}.`,
      fix: 'give its path from the folder of the app’s module.',
    };
  }
  if (!isInside(realpathSync(path), realpathSync(root))) return undefined;
  const file = relative(root, path).replaceAll('\\', '/');
  const read = readProjectFile(path, root, MOST_SOURCE_BYTES);
  return 'text' in read ? { file, text: read.text } : { ...read, message: `${file}: ${read.message}` };
}

/**
 * The documents of an included file. cdk8s reads on where YAML is broken, and would lose what lies there.
 * @throws ToolError APP_RENDER for what is not YAML that every reader takes the same way
 */
export function includedDocuments(included: Included | Remote): readonly unknown[] | undefined {
  if (included === undefined) return undefined;
  if (!('text' in included)) throw new ToolError('APP_RENDER', [included]);
  return loadYaml().yamlDocuments(included.text, 'url' in included ? included.url : included.file);
}
