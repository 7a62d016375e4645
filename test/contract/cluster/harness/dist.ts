import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import type { FileSpec } from '../../../../src/model/file-spec';
import { type RenderedObject, renderedObject } from '../../../../src/model/rendered-object';
import { ROOT } from '../../../support/project';

export type JudgedFile = FileSpec & { readonly object: RenderedObject };

/** Every committed file of an environment, with the object in it. */
export function filesOf(environment: string, dist = join(ROOT, 'dist')): readonly JudgedFile[] {
  return yamlFilesBelow(join(dist, environment)).map((below) => {
    const path = `${environment}/${below}`;
    const content = readFileSync(join(dist, path), 'utf8');
    return { path, content, object: renderedObject(parse(content), { environment, app: below.split('/')[0] ?? '' }) };
  });
}

/** The two objects that are applied by hand, once. */
export function bootstrapOf(environment: string, dist = join(ROOT, 'dist')): readonly unknown[] {
  const text = readFileSync(join(dist, '_bootstrap', `${environment}.yaml`), 'utf8');
  return parseAllDocuments(text).map((document) => document.toJS());
}

function yamlFilesBelow(folder: string): readonly string[] {
  return (readdirSync(folder, { recursive: true }) as string[]).filter((path) => path.endsWith('.yaml')).sort();
}
