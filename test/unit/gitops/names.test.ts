import { argocdObjects } from '../../../src/gitops/argocd-objects';
import { nameCollisions } from '../../../src/gitops/names';
import { describeProblem } from '../../../src/model/errors';
import { kubernetesEnvironment } from '../../support/environment';
import { messageOf } from '../../support/thrown';
import { APPS, delivered, owner } from './delivery';

const prod = delivered();
const prodEu = delivered({}, { name: 'prod-eu' });
const rendered = (environment: typeof prod, ...names: readonly string[]) =>
  argocdObjects(
    environment,
    names.map((name) => ({ name, owner: 'retail', namespace: 'shop' })),
  );
const collisions = (...objects: ReturnType<typeof rendered>) =>
  nameCollisions([prod, prodEu, kubernetesEnvironment()], objects).map((problem) => describeProblem(problem));

describe('names of Applications and projects', () => {
  it('begin with the repository’s id where several repositories share one Argo CD', () =>
    expect(argocdObjects(delivered({ id: 'web' }), APPS).map((object) => object.name)).toEqual([
      'web-prod-platform',
      'web-prod-retail',
      'web-prod-shop',
    ]));

  it('are refused, all at once, where a label could not hold them', () => {
    const long = delivered({ id: 'x'.repeat(40) }, { owners: { retail: owner() } });
    const apps = ['y', 'z'].map((letter) => ({ ...APPS[0], owner: 'retail', name: letter.repeat(30) }));
    const line = (letter: string) =>
      `prod: the Argo CD name ${'x'.repeat(40)}-prod-${letter.repeat(30)} has 76 characters; with label tracking it may have 63.\nfix: shorten the app’s, the owner’s or the environment’s name.`;
    expect(messageOf(() => argocdObjects(long, apps))).toBe(`${line('y')}\n\n${line('z')}`);
  });

  it('may not meet those of another environment', () => {
    expect(collisions(...rendered(prod, 'shop'), ...rendered(prodEu, 'shop'))).toEqual([]);
    expect(collisions(...rendered(prod, 'eu-shop'), ...rendered(prodEu, 'shop'))).toEqual([
      'prod-eu: the Application prod-eu-shop is also one in prod; one Argo CD takes them for one object, and the last writer wins.\nfix: rename the app, the owner or the environment.',
    ]);
  });

  it('may not meet that of a root', () =>
    expect(collisions(...rendered(prod, 'root', 'eu-root'))).toEqual([
      'prod: the Application prod-eu-root is also the root of prod-eu; one Argo CD takes them for one object, and the last writer wins.\nfix: rename the app, the owner or the environment.',
      'prod: the Application prod-root is also the root of prod; one Argo CD takes them for one object, and the last writer wins.\nfix: rename the app, the owner or the environment.',
    ]));
});

describe('the namespace of an Application', () => {
  const withOwner = (namespaces: readonly string[]) => delivered({}, { owners: { retail: owner({ namespaces }) } });
  const destinationOf = (namespaces: readonly string[]) =>
    argocdObjects(withOwner(namespaces), [{ name: 'classes', owner: 'retail' }]).at(-1)?.value['spec'];

  it('is the owner’s first full name where all objects of the app are cluster-scoped', () =>
    expect(destinationOf(['shop-*', 'shop'])).toMatchObject({ destination: { namespace: 'shop' } }));

  it('is left out where the owner may use every namespace', () =>
    expect(destinationOf(['*'])).toMatchObject({ destination: { server: 'https://kubernetes.default.svc' } }));

  it('is refused where the project would permit none', () =>
    expect(messageOf(() => destinationOf(['shop-*']))).toBe(
      'prod: app classes renders into no namespace, and owner retail declares none by its full name (shop-*). Argo CD judges an Application by its namespace too and would refuse this one.\nfix: declare one namespace without * for retail in environments/defaults.yaml.',
    ));
});
