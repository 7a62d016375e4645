import type { Chart } from 'cdk8s';
import { Gateway, HttpRoutes, ListenerSet } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { lbc } from '../../../support/gateways';
import { render } from '../../../support/render';

const books = (chart: Chart) => {
  const gateway = new ListenerSet(chart, 'books', {
    gateway: { name: 'edge', namespace: 'edge' },
    listeners: [{ protocol: 'HTTP', port: 8080, hostname: 'books' }],
    routesFrom: 'All',
  });
  const rules = [{ backends: { service: 'web', port: 80 } }];
  new HttpRoutes(chart, 'pages', { hosts: ['books'], scheme: 'internal', gateway, rules, tls: false });
};

it('adds listeners to a Gateway of another namespace', () => {
  expect(at(render(books, lbc)['ListenerSet books'], 'spec')).toEqual({
    parentRef: { group: 'gateway.networking.k8s.io', kind: 'Gateway', name: 'edge', namespace: 'edge' },
    listeners: [
      {
        name: 'http-8080',
        protocol: 'HTTP',
        port: 8080,
        hostname: 'books.test.example.com',
        allowedRoutes: { namespaces: { from: 'All' } },
      },
    ],
  });
});

it('is what a route attaches to, by its kind and its listener', () => {
  expect(at(render(books, lbc)['HTTPRoute pages'], 'spec', 'parentRefs')).toEqual([
    expect.objectContaining({ kind: 'ListenerSet', name: 'books', sectionName: 'http-8080' }),
  ]);
});

it('is let in by a Gateway that says from where', () => {
  const labels = { team: 'books' };
  const edge = (chart: Chart) => new Gateway(chart, 'edge', { listenersFrom: { labels } });
  expect(at(render(edge, lbc)['Gateway edge'], 'spec', 'allowedListeners')).toEqual({
    namespaces: { from: 'Selector', selector: { matchLabels: labels } },
  });
  const closed = (chart: Chart) => new Gateway(chart, 'edge');
  expect(at(render(closed, lbc)['Gateway edge'], 'spec')).not.toHaveProperty('allowedListeners');
});
