import type { JsonValue } from '../../../src/model/json';
import { deletionProblems } from '../../../src/write/deletion-brake';
import { stayingPaths } from '../../../src/write/staying-paths';

const CLAIM = 'prod/shop/shop/persistentvolumeclaim_disk.yaml';
const SPACE = 'prod/shop/_cluster/namespace_shop.yaml';
const OTHER = 'prod/shop/shop/configmap_other.yaml';
const saying = (options: string): JsonValue => ({
  metadata: { annotations: { 'argocd.argoproj.io/sync-options': options } },
});
const staying = (gone: Readonly<Record<string, string>>, after: readonly string[]) => [
  ...stayingPaths(Object.keys(gone), after, (path) => saying(gone[path] ?? '')),
];

describe('what Argo CD leaves on the cluster', () => {
  it.each([
    ['is told to stay, and its app stays', { [CLAIM]: 'Prune=false' }, [OTHER], [CLAIM]],
    ['is told beside other options', { [CLAIM]: 'Replace=true, Prune=false' }, [OTHER], [CLAIM]],
    ['is told nothing', { [CLAIM]: 'Prune=confirm' }, [OTHER], []],
    ['lacks Delete=false, and the Application goes', { [CLAIM]: 'Prune=false' }, [], []],
    ['has both, and the Application goes', { [CLAIM]: 'Prune=false,Delete=false' }, [], [CLAIM]],
    ['goes with its Namespace', { [CLAIM]: 'Prune=false', [SPACE]: '' }, [OTHER], []],
    ['stays with its Namespace', { [CLAIM]: 'Prune=false', [SPACE]: 'Prune=false' }, [OTHER], [CLAIM, SPACE]],
  ])('%s', (_what, gone, after, expected) => expect(staying(gone, after)).toEqual(expected));

  it.each([
    ['applications', 0],
    ['flux', 1],
  ] as const)('lets the brake pass with gitops.consumer %s: problems %s', (consumer, count) => {
    const committed = () => () => saying('Prune=false,Delete=false');
    const change = { before: [CLAIM, OTHER], after: [OTHER], allowed: [], committed };
    expect(deletionProblems({ ...change, gitopsIn: () => ({ consumer }) })).toHaveLength(count);
  });

  it('judges what is left of an app that goes, although the rest is kept', () => {
    const committed = () => (path: string) => saying(path === CLAIM ? 'Prune=false,Delete=false' : '');
    expect(
      deletionProblems({ before: [CLAIM, OTHER], after: [], allowed: [], committed }).map(({ message }) => message),
    ).toEqual([`1 of the 2 objects of prod/shop would be deleted from the cluster:\n  ${OTHER}`]);
  });
});
