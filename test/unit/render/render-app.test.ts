import { ApiObject } from 'cdk8s';
import { defineApp, Environment, silence } from 'cdk8s-eks';
import { Construct } from 'constructs';
import { renderApp } from '../../../src/render/render-app';
import type { Trace } from '../../../src/render/trace';
import { eksEnvironment } from '../../support/environment';
import { messageOf } from '../../support/thrown';

const preparedBefore = 'prepareStackTrace' in Error;
const scopes = new Map([['example.com/Widget', true]]);

describe('rendering one app in one environment', () => {
  it('gives namespaced objects the namespace of the app and cluster-scoped ones none', () => {
    const app = defineApp({
      name: 'shop',
      owner: 'retail',
      namespace: 'shop',
      charts(scope) {
        new ApiObject(scope, 'Space', { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } });
        new ApiObject(scope, 'Config', {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'web' },
          data: { a: '1' },
        });
      },
    });
    const objects = renderApp(app, eksEnvironment(), { scopes });
    expect(objects.map((o) => [o.kind, o.namespace, o.name, o.construct])).toEqual([
      ['Namespace', undefined, 'shop', 'shop/Space'],
      ['ConfigMap', 'shop', 'web', 'shop/Config'],
    ]);
    expect(objects[1]?.value).toEqual({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        labels: { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' },
        name: 'web',
        namespace: 'shop',
      },
      data: { a: '1' },
    });
    expect(Object.isFrozen(objects[1]?.value['data'])).toBe(true);
  });

  it('shows every construct the environment it is rendered for', () => {
    let seen = '';
    const app = defineApp({
      name: 'shop',
      owner: 'retail',
      charts(scope) {
        seen = Environment.of(scope).name;
      },
    });
    renderApp(app, eksEnvironment({ name: 'blue' }), { scopes });
    expect(seen).toBe('blue');
  });

  it('reports all objects without a namespace together', () => {
    const app = defineApp({
      name: 'shop',
      owner: 'retail',
      charts(scope) {
        new ApiObject(scope, 'A', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } });
        new ApiObject(scope, 'B', { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'b' } });
      },
    });
    expect(messageOf(() => renderApp(app, eksEnvironment(), { scopes }))).toBe(
      [
        'test › shop › shop/A: ConfigMap a lives in a namespace and names none, so it would land wherever the sync points.',
        'fix: set `namespace` in defineApp(), on the Chart, or in the object’s metadata.',
        '',
        'test › shop › shop/B: Widget.example.com b lives in a namespace and names none, so it would land wherever the sync points.',
        'fix: set `namespace` in defineApp(), on the Chart, or in the object’s metadata.',
      ].join('\n'),
    );
  });

  it('tells which app threw in which environment', () => {
    const app = defineApp({
      name: 'shop',
      owner: 'retail',
      charts() {
        throw new Error('no table');
      },
    });
    expect(messageOf(() => renderApp(app, eksEnvironment(), { scopes }))).toBe('test › shop: no table');
  });

  it('carries a silence of a construct to its objects', () => {
    const app = defineApp({
      name: 'shop',
      owner: 'retail',
      namespace: 'shop',
      charts(scope) {
        const config = new ApiObject(scope, 'Config', {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'web' },
        });
        silence(config, 'k8s/valid-schema', 'kept for a migration');
      },
    });
    expect(renderApp(app, eksEnvironment(), { scopes })[0]?.silences).toEqual([
      { rule: 'k8s/valid-schema', reason: 'kept for a migration' },
    ]);
  });

  it('tells the place of what makes no object only when something is wrong with it, and then runs the app again', () => {
    let runs = 0;
    const app = (message: string | undefined) =>
      defineApp({
        name: 'shop',
        owner: 'retail',
        namespace: 'shop',
        charts(scope) {
          runs += 1;
          const part = new Construct(scope, 'Part');
          if (message !== undefined) part.node.addValidation({ validate: () => [message] });
          new ApiObject(part, 'Config', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web' } });
        },
      });
    const options = { scopes, isBundle: (file: string) => file === __filename, placeOf: ({ frame }: Trace) => frame };
    const source = renderApp(app(undefined), eksEnvironment(), options)[0]?.source();
    expect([runs, source?.file, source !== undefined && source.line > 1]).toEqual([1, __filename, true]);
    const text = messageOf(() => renderApp(app('is half done'), eksEnvironment(), options));
    expect(runs).toBe(3);
    expect(text.replace(/:\d+:\d+/, ':LINE')).toBe(`${__filename}:LINE › test › shop › shop/Part: is half done`);
    expect('prepareStackTrace' in Error).toBe(preparedBefore);
  });
});
