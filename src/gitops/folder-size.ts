import { MOST_FOLDER_BYTES } from '../knowledge/argocd/limits';
import { appFolderOf } from '../knowledge/argocd/parse-output-path';
import { isByArgocd } from '../model/consumer';
import type { Environment } from '../model/environment';
import type { Problem } from '../model/errors';
import type { FileSpec } from '../model/file-spec';
import { by } from '../model/order';

/** A problem for each folder that is too large for Argo CD to read. */
export function folderSizeProblems(environment: Environment, files: readonly FileSpec[]): readonly Problem[] {
  if (!isByArgocd(environment)) return [];
  // A character takes at most three bytes. The bound spares counting bytes, which reads every text.
  const bounds = sizesOf(files, (content) => content.length * 3);
  if (bounds.every(([, bytes]) => bytes <= MOST_FOLDER_BYTES)) return [];
  return sizesOf(files, (content) => Buffer.byteLength(content))
    .filter(([, bytes]) => bytes > MOST_FOLDER_BYTES)
    .sort(by(([folder]) => folder))
    .map(([folder, bytes]) => ({
      message: `${folder} would hold ${bytes} bytes of YAML. Argo CD reads at most ${MOST_FOLDER_BYTES} for one Application, and would sync none of it.`,
      fix: 'split the app into two, or move large files out of ConfigMaps.',
    }));
}

function sizesOf(files: readonly FileSpec[], sizeOf: (content: string) => number): (readonly [string, number])[] {
  const sizes = new Map<string, number>();
  for (const { path, content } of files) {
    const folder = appFolderOf(path);
    sizes.set(folder, (sizes.get(folder) ?? 0) + sizeOf(content));
  }
  return [...sizes];
}
