import { appNeeds, placed } from '../../../../src/gitops/flux/dependencies';
import type { JsonObject } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';

const object = (app: string, value: JsonObject) => placed(renderedObject(value, { environment: 'prod', app }));
const namespace = (app: string, name: string) =>
  object(app, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
const settings = (app: string, home: string) =>
  object(app, { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings', namespace: home } });

describe('what apps need of one another', () => {
  it('is the Namespace of their objects, and the definition of their kinds', () => {
    const definition = object('operator', {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'stores.example.com' },
      spec: { group: 'example.com', scope: 'Namespaced', names: { kind: 'Store' } },
    });
    const store = object('shop', {
      apiVersion: 'example.com/v1',
      kind: 'Store',
      metadata: { name: 'main', namespace: 'shop' },
    });
    expect(appNeeds([store, settings('shop', 'elsewhere'), namespace('tenant', 'shop'), definition])).toEqual(
      new Map([['shop', ['operator', 'tenant']]]),
    );
  });

  it('is nothing of their own, and nothing that would wait in a circle', () => {
    expect(appNeeds([namespace('shop', 'shop'), settings('shop', 'shop')])).toEqual(new Map());
    const circle = [
      ...[namespace('a', 'a'), namespace('b', 'b'), namespace('c', 'c')],
      ...[settings('a', 'b'), settings('b', 'a'), settings('b', 'c')],
    ];
    expect(appNeeds(circle)).toEqual(
      new Map([
        ['a', []],
        ['b', ['c']],
      ]),
    );
  });
});
