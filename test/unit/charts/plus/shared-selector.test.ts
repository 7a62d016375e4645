import { hardened } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { containers, LIBRARIES, selector } from '../../../support/hardened';
import { render } from '../../../support/render';

describe.each(LIBRARIES)('the selector of a hardened workload of %s', (_version, library) => {
  it('everything that selects it goes on selecting it, made before and after', () => {
    const objects = render((scope) => {
      const web = new library.Deployment(scope, 'web', { containers, isolate: true });
      const db = new library.Deployment(scope, 'db', { containers });
      web.exposeViaService({ name: 'before' });
      db.scheduling.colocate(web);
      web.connections.allowTo(db);
      hardened(web);
      web.exposeViaService({ name: 'after' });
      db.connections.allowFrom(web, { isolation: library.PodConnectionsIsolation.PEER });
      hardened(db);
    });
    expect(JSON.stringify(objects)).not.toContain('metadata.addr');
    expect(at(objects['Service before'], 'spec', 'selector')).toEqual(selector);
    expect(at(objects['Service after'], 'spec', 'selector')).toEqual(selector);
    const policies = Object.values(objects).filter(({ kind }) => kind === 'NetworkPolicy');
    const web = { podSelector: { matchLabels: selector } };
    const db = { podSelector: { matchLabels: { ...selector, 'app.kubernetes.io/name': 'db' } } };
    const shop = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } };
    const ports = [{ port: 8080, protocol: 'TCP' }];
    const toDb = { ...web, policyTypes: ['Egress'], egress: [{ ports, to: [{ ...db, ...shop }] }] };
    const fromWeb = { ...db, policyTypes: ['Ingress'], ingress: [{ ports, from: [{ ...web, ...shop }] }] };
    expect(policies.map(({ spec }) => spec)).toEqual([
      { ...web, policyTypes: ['Egress', 'Ingress'] },
      toDb,
      fromWeb,
      toDb,
    ]);
    const term = [
      'spec',
      'template',
      'spec',
      'affinity',
      'podAffinity',
      'requiredDuringSchedulingIgnoredDuringExecution',
      0,
    ];
    expect(at(objects['Deployment db'], ...term, 'labelSelector')).toEqual({ matchLabels: selector });
  });

  it('a selector that it was told stays, and Services follow it', () => {
    const objects = render((scope) => {
      const web = new library.Deployment(scope, 'web', { containers, select: false });
      web.select(library.LabelSelector.of({ labels: { app: 'old' } }));
      hardened(web).exposeViaService({ name: 'web' });
    });
    expect(at(objects['Deployment web'], 'spec', 'selector')).toEqual({ matchLabels: { app: 'old' } });
    expect(at(objects['Deployment web'], 'spec', 'template', 'metadata', 'labels')).toEqual({
      ...selector,
      app: 'old',
    });
    expect(at(objects['Service web'], 'spec', 'selector')).toEqual({ app: 'old' });
  });

  it('a StatefulSet that runs already keeps the name of its Service, which cannot be changed', () => {
    const objects = render((scope) => {
      const db = new library.StatefulSet(scope, 'db', { containers });
      hardened(db, { name: db.name, selectorLabels: db.matchLabels });
    });
    expect(at(objects['StatefulSet shop-db'], 'spec', 'serviceName')).toBe('shop-db-service');
    const address = { 'cdk8s.io/metadata.addr': expect.stringMatching(/^shop-db-[0-9a-f]{8}$/) };
    expect(at(objects['StatefulSet shop-db'], 'spec', 'selector')).toEqual({ matchLabels: address });
    expect(at(objects['StatefulSet shop-db'], 'spec', 'template', 'metadata', 'labels')).toMatchObject(address);
    expect(at(objects['Service shop-db-service'], 'spec', 'selector')).toEqual(address);
  });

  it('a workload that runs already keeps its name and its selector', () => {
    const objects = render((scope) => {
      const web = new library.Deployment(scope, 'web', { containers });
      hardened(web, { name: web.name, selectorLabels: { app: 'web' } }).exposeViaService({ name: 'web' });
    });
    expect(at(objects['Deployment shop-web'], 'spec', 'selector')).toEqual({ matchLabels: { app: 'web' } });
    expect(at(objects['Service web'], 'spec', 'selector')).toEqual({ app: 'web' });
    expect(at(objects['PodDisruptionBudget shop-web'], 'spec', 'selector')).toEqual({ matchLabels: { app: 'web' } });
  });
});
