import { defined } from '../../model/defined';
import type { FileSpec } from '../../model/file-spec';
import type { RenderedObject } from '../../model/rendered-object';

/**
 * The objects of any folder of YAML for judges that read files: one each, as JSON, which holds every text and is YAML
 * too. The names are ours, since two objects may have one identity and a folder may lie anywhere; messages show the file
 * that a person wrote.
 */
export function folderFiles(objects: readonly RenderedObject[]): readonly FileSpec[] {
  return objects.map((object, index) => ({
    path: `folder/${String(index + 1).padStart(6, '0')}.yaml`,
    content: `${JSON.stringify(object.value)}\n`,
    object,
    ...defined({ shown: object.source()?.file }),
  }));
}
