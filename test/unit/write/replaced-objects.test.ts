import { contentHash } from '../../../src/grammar/content-hash';
import type { JsonObject } from '../../../src/model/json';
import { type Deletions, deletionProblems } from '../../../src/write/deletion-brake';

type Given = Partial<Omit<Deletions, 'committed'>> & { readonly objects?: Readonly<Record<string, JsonObject>> };

const messages = (before: readonly string[], after: readonly string[], { objects = {}, ...more }: Given = {}) =>
  deletionProblems({ before, after, allowed: [], committed: () => (path) => objects[path], ...more }).map(
    ({ message, fix }) => `${message}\nfix: ${fix}`,
  );
const config = (name: string, namespace = 'shop') => `prod/shop/${namespace}/configmap_${name}.yaml`;
const configs = (names: string, namespace?: string) => names.split(' ').map((name) => config(name, namespace));

describe('what takes the place of an object', () => {
  it.each([
    ['all of an app of four is renamed', configs('a b c d'), configs('e f g h'), 1],
    ['all of it moves to another namespace', configs('a b c d'), configs('a b c d', 'other'), 1],
    ['the one object of an app is renamed', configs('a'), configs('b'), 1],
    ['three of four are renamed', configs('a b c d'), configs('a f g h'), 1],
    ['one of four is renamed', configs('a b c d'), configs('a b c h'), 0],
    ['half of four is renamed', configs('a b c d'), configs('a b g h'), 0],
    ['one of two goes', configs('a b'), configs('a'), 0],
    ['many come beside one that stays', configs('a b c'), configs('a d e f g h i j'), 1],
  ])('4.2 does not count, whatever the size of the app: %s', (_what, before, after, count) =>
    expect(messages(before, after)).toHaveLength(count),
  );

  it('4.2 is told', () =>
    expect(messages(configs('a b c'), configs('a b c', 'other').slice(1))).toEqual([
      `all 3 objects of prod/shop would be deleted from the cluster, and 2 others created:
  prod/shop/shop/configmap_a.yaml
  prod/shop/shop/configmap_b.yaml
  prod/shop/shop/configmap_c.yaml
fix: if that is meant: --allow-delete prod/shop`,
    ]));

  it('4.2 is not asked for where each is allowed by itself', () =>
    expect(
      messages(configs('a b'), configs('c d'), {
        allowed: ['prod/shop/shop/configmap_a', 'prod/shop/shop/configmap_b'],
      }),
    ).toEqual([]));
});

describe('a ConfigMap that is named after its content', () => {
  const hashed = (base: string, data: Readonly<Record<string, string>>) => {
    const name = `${base}-${contentHash(data)}`;
    return [config(name), { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data }] as const;
  };
  const [before, value] = hashed('settings', { level: 'info' });
  const [after] = hashed('settings', { level: 'debug' });

  it('4.6 has a successor, also as the only object of an app', () =>
    expect(messages([before], [after], { objects: { [before]: value } })).toEqual([]));

  it('4.6 has none where the settings protect ConfigMaps: it is refused, as `diff` says', () =>
    expect(
      messages([before, config('b')], [after, config('b')], {
        objects: { [before]: value },
        gitopsIn: () => ({ protect: ['ConfigMap'] }),
      }),
    ).toEqual([
      `${before} would be deleted from the cluster, and with it what it holds: \`gitops.protect\` names its kind, ConfigMap.\nfix: if that is meant: --allow-delete ${before.replace('.yaml', '')}`,
    ]));

  it('4.6 is one of another name where its content says so, or cannot be read', () => {
    expect(messages([before], [after], { objects: { [before]: { ...value, data: { level: 'warn' } } } })).toHaveLength(
      1,
    );
    expect(messages([before], [after])).toHaveLength(1);
    expect(messages([before], [config('other-0123456789')], { objects: { [before]: value } })).toHaveLength(1);
  });

  it('4.6 is never one with a date behind its name', () => {
    const days = (year: number, digits: string) =>
      Array.from({ length: 6 }, (_, day) => config(`c-${year}11${day + 20}${digits}`));
    for (const digits of ['', '00']) {
      const was = days(2024, digits);
      const data = { apiVersion: 'v1', kind: 'ConfigMap', data: { day: '20' } };
      const objects = Object.fromEntries(was.map((path) => [path, data]));
      expect(messages(was, days(2025, digits), { objects })).toEqual([
        expect.stringContaining('all 6 objects of prod/shop would be deleted from the cluster, and 6 others created:'),
      ]);
    }
  });

  it('4.6 has one successor, and no more than one', () => {
    const [other, otherValue] = hashed('settings', { level: 'trace' });
    expect(messages([before, other], [after], { objects: { [before]: value, [other]: otherValue } })).toEqual([]);
    const rest = configs('a b c d e f');
    expect(
      messages([before, other, ...rest], [after, 'prod/shop/shop/service_x.yaml'], {
        objects: { [before]: value, [other]: otherValue },
      }),
    ).toEqual([expect.stringContaining('7 of the 8 objects')]);
  });

  it('4.6 is never a Secret: one holds what Git does not know', () =>
    expect(
      messages(
        [...configs('a b c'), 'prod/shop/shop/secret_key-0123456789.yaml'],
        [...configs('a b c'), 'prod/shop/shop/secret_key-abcdef0123.yaml'],
      ),
    ).toEqual([expect.stringContaining('secret_key-0123456789.yaml would be deleted from the cluster, and with it')]));
});

describe('Applications of apps that stay', () => {
  const steering = (name: string) => `prod/_argocd/application.argoproj.io_${name}.yaml`;
  const application = (app: string, namespace = 'argocd'): JsonObject => ({
    metadata: { namespace },
    spec: { source: { path: `dist/prod/${app}` } },
  });
  const apps = ['prod/shop/shop/configmap_a.yaml', 'prod/web/web/configmap_a.yaml'];
  const named = (id: string) => [steering(`${id}prod-shop`), steering(`${id}prod-web`)];
  const objects = { [steering('prod-shop')]: application('shop'), [steering('prod-web')]: application('web') };
  const gitopsIn = () => ({ namespace: 'argocd' });
  const WITH_ALL =
    'With each go all objects that it made, Pods, volumes and load balancers too, before anything is created again. Applications are named and placed by `gitops.id`, `gitops.namespace` and `gitops.consumer`.\nfix: set `gitops` of prod back to what it was; if all of that is meant: --allow-delete prod/_argocd';
  const given = { objects, gitopsIn };

  it('4.3 are not replaced by those of another `gitops.id`', () => {
    const told = [
      `all 2 Applications of prod would be deleted from Argo CD while their apps stay: prod-shop, prod-web. Others come instead: games-prod-shop, games-prod-web. ${WITH_ALL}`,
    ];
    const before = [...named(''), ...apps];
    const after = [...named('games-'), ...apps];
    expect(messages(before, after, given)).toEqual(told);
    // One that cannot be read may be one of an app that stays.
    expect(messages(before, after, { gitopsIn })).toEqual(told);
    expect(messages(before, after, { ...given, allowed: ['prod/_argocd'] })).toEqual([]);
  });

  it('4.3 do not move to another namespace of Argo CD', () => {
    const all = [...named(''), ...apps];
    const moved = { objects, gitopsIn: () => ({ namespace: 'gitops' }) };
    expect(messages(all, all, moved)).toEqual([
      `all 2 Applications of prod would be deleted from Argo CD while their apps stay: prod-shop, prod-web. Others come instead: prod-shop, prod-web. ${WITH_ALL}`,
    ]);
    expect(messages(all, all, { ...moved, allowed: ['prod/_argocd'] })).toEqual([]);
    expect(messages(all, all, given)).toEqual([]);
  });

  it('4.3 do not go with the setting that made them', () =>
    expect(messages([...named(''), ...apps], apps, { objects })).toEqual([
      `all 2 Applications of prod would be deleted from Argo CD while their apps stay: prod-shop, prod-web. No others come. ${WITH_ALL}`,
    ]));

  it('4.3 do not matter where the app goes with its Application', () =>
    expect(
      messages([...named(''), ...apps], [steering('prod-shop'), ...apps.slice(0, 1)], {
        ...given,
        allowed: ['prod/web'],
      }),
    ).toEqual([]));
});

describe('the project of an owner that is dropped', () => {
  const path = 'prod/_argocd/appproject.argoproj.io_prod-games.yaml';
  const app = 'prod/shop/shop/configmap_a.yaml';
  const project = (...sourceNamespaces: readonly string[]): JsonObject => ({
    metadata: { name: 'prod-games', namespace: 'argocd' },
    spec: sourceNamespaces.length === 0 ? {} : { sourceNamespaces: [...sourceNamespaces] },
  });
  const dropped = (object: JsonObject, given: Given = {}) =>
    messages([path, app], [app], { objects: { [path]: object }, ...given });

  it('4.3 does not go while others may keep Applications in it', () => {
    expect(dropped(project('argocd', 'games', 'games-beta'))).toEqual([
      `${path} would be deleted from Argo CD, and its owner keeps Applications of its own in games, games-beta (\`applicationNamespaces\`). Those that name project prod-games can then neither sync nor clean up.\nfix: declare the owner again, or let it move its Applications to another project first; if that is done: --allow-delete prod/_argocd/appproject.argoproj.io_prod-games`,
    ]);
    for (const id of ['prod/_argocd/appproject.argoproj.io_prod-games', 'prod/_argocd'])
      expect(dropped(project('argocd', 'games'), { allowed: [id] })).toEqual([]);
  });

  it('4.3 goes where all of its Applications are rendered here', () => {
    expect(dropped(project())).toEqual([]);
    expect(dropped(project('argocd'))).toEqual([]);
  });
});
