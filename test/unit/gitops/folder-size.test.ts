import { folderSizeProblems } from '../../../src/gitops/folder-size';
import { MOST_FOLDER_BYTES as MOST_BYTES } from '../../../src/knowledge/argocd/limits';
import { eksEnvironment } from '../../support/environment';

const file = (path: string, bytes: number) => ({ path, content: 'é'.repeat(bytes / 2) });

describe('the size of an app’s folder', () => {
  it('may be what Argo CD reads, to the byte, and no byte more', () => {
    const half = file('prod/shop/a/configmap_a.yaml', MOST_BYTES / 2);
    const full = [half, { ...half, path: 'prod/shop/b/configmap_b.yaml' }, file('prod/other/a/configmap_a.yaml', 10)];
    expect(folderSizeProblems(eksEnvironment(), full)).toEqual([]);
    expect(folderSizeProblems(eksEnvironment(), [...full, { path: 'prod/shop/c.yaml', content: 'x' }])).toEqual([
      {
        message:
          'prod/shop would hold 10000001 bytes of YAML. Argo CD reads at most 10000000 for one Application, and would sync none of it.',
        fix: 'split the app into two, or move large files out of ConfigMaps.',
      },
    ]);
  });
});
