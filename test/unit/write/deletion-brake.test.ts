import { deletionProblems } from '../../../src/write/deletion-brake';

const configs = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => `prod/shop/shop/configmap_c${i + from}.yaml`);
const messages = (before: readonly string[], after: readonly string[], allowed: readonly string[] = []) =>
  deletionProblems({ before, after, allowed }).map(({ message, fix }) => `${message}\nfix: ${fix}`);

describe('the deletion brake', () => {
  it.each([
    ['nothing goes', configs(20), configs(20), 0],
    ['the first rendering', [], configs(20), 0],
    ['four of twenty go', configs(20), configs(16), 0],
    ['five of fifty go, a tenth', configs(50), configs(45), 0],
    ['five of forty-nine go, more than a tenth', configs(49), configs(44), 1],
    ['the whole app goes', configs(2), [], 1],
  ])('%s', (_what, before, after, count) => expect(messages(before, after)).toHaveLength(count));

  it('names what holds data, one by one, and how to allow it', () => {
    const before = ['prod/shop/shop/statefulset_db.yaml', 'prod/shop/_cluster/namespace_shop.yaml', ...configs(20)];
    expect(messages(before, configs(20))).toEqual([
      'prod/shop/shop/statefulset_db.yaml would be deleted from the cluster, and with it its Pods, and its claims too where its retention policy says Delete.\nfix: if that is meant: --allow-delete prod/shop/shop/statefulset_db',
      'prod/shop/_cluster/namespace_shop.yaml would be deleted from the cluster, and with it every object in it, with the volumes of its claims.\nfix: if that is meant: --allow-delete prod/shop/_cluster/namespace_shop',
    ]);
    expect(messages(before, configs(20), ['prod/shop/shop/statefulset_db'])).toHaveLength(1);
    expect(messages(before, [], ['prod/shop'])).toEqual([]);
  });

  it('knows an object that moved to another app', () =>
    expect(
      messages(
        ['prod/shop/shop/statefulset_db.yaml', ...configs(3)],
        ['prod/data/shop/statefulset_db.yaml', ...configs(3)],
      ),
    ).toEqual([
      'prod/shop/shop/statefulset_db.yaml would be deleted from the cluster, and with it its Pods, and its claims too where its retention policy says Delete.\nIt is rendered as prod/data/shop/statefulset_db.yaml now: Argo CD would delete it and create it again. To keep it on the cluster, take two steps: render it once more where it was, with the annotation argocd.argoproj.io/sync-options: Prune=false,Delete=false, and let Argo CD sync that; then move it.\nfix: if that is meant: --allow-delete prod/shop/shop/statefulset_db',
    ]));

  it('lets nobody allow a whole environment in one word', () => {
    expect(messages(configs(3), [], ['prod'])).toHaveLength(1);
    expect(messages(configs(3), [], ['prod/shop/shop'])).toHaveLength(1);
  });

  it('tells a renamed app as what it is, and what of an app moved elsewhere', () => {
    const store = configs(3).map((path) => path.replace('prod/shop', 'prod/store'));
    expect(messages(configs(3), store)).toEqual([
      `all 3 objects of prod/shop would be deleted from the cluster:\n${configs(3)
        .map((path) => `  ${path}`)
        .join(
          '\n',
        )}\nAll of them are rendered in prod/store now: Argo CD would delete them and create them again.\nTo keep them on the cluster, take two steps: render them once more where they were, with the annotation argocd.argoproj.io/sync-options: Prune=false,Delete=false, and let Argo CD sync that; then move them.\nfix: if that is meant: --allow-delete prod/shop`,
    ]);
    expect(messages(configs(9), [...configs(3, 6), ...store])).toEqual([
      expect.stringContaining('\n3 of them are rendered in prod/store now: Argo CD would delete them'),
    ]);
  });

  it('8.2 tells of many apps that go as a whole in one block, since they have one cause', () => {
    const apps = ['prod/shop', 'prod/web', 'dev/shop'].flatMap((app) =>
      configs(2).map((path) => path.replace('prod/shop', app)),
    );
    const moved = ['prod/old/shop/configmap_x.yaml', 'prod/new/shop/configmap_x.yaml'] as const;
    expect(messages([...apps, moved[0]], [moved[1]])).toEqual([
      'all objects of 3 apps would be deleted from the cluster, 6 together:\n  prod: shop (2), web (2)\n  dev: shop (2)\nfix: look first whether apps/ holds what it should; if all of that is meant: --allow-delete prod/shop prod/web dev/shop',
      'all 1 objects of prod/old would be deleted from the cluster:\n  prod/old/shop/configmap_x.yaml\nAll of them are rendered in prod/new now: Argo CD would delete them and create them again.\nTo keep them on the cluster, take two steps: render them once more where they were, with the annotation argocd.argoproj.io/sync-options: Prune=false,Delete=false, and let Argo CD sync that; then move them.\nfix: if that is meant: --allow-delete prod/old',
    ]);
    expect(messages(apps, [], ['prod/shop', 'prod/web', 'dev/shop'])).toEqual([]);
  });

  it('tells a whole app once, with the first of its objects', () => {
    expect(messages(configs(7), [])).toEqual([
      `all 7 objects of prod/shop would be deleted from the cluster:\n${configs(5)
        .map((path) => `  ${path}`)
        .join('\n')}\n  … and 2 more\nfix: if that is meant: --allow-delete prod/shop`,
    ]);
  });
});
