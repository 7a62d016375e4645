import { PodMonitor, PrometheusRule, ServiceMonitor, StatefulService, WebService } from 'cdk8s-eks';
import { at } from '../../../../src/model/json';
import { render } from '../../../support/render';

const own = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/part-of': 'shop' };
const web = { image: 'a:1', port: 8080 };

describe('monitors', () => {
  it('scrape the first port behind the labels of the Service', () => {
    const rendered = render((chart) => {
      const target = new WebService(chart, 'web', { ...web, selectorLabels: { app: 'old' } });
      new ServiceMonitor(chart, 'metrics', { target });
    });
    expect(at(rendered['ServiceMonitor metrics'], 'spec')).toEqual({
      selector: { matchLabels: own },
      endpoints: [{ port: 'http' }],
    });
    expect(at(rendered['Service web'], 'metadata', 'labels')).toMatchObject(own);
  });

  it('say all that can be said of a scrape, by label, and by override', () => {
    const scrape = {
      path: '/stats',
      interval: '1m30s',
      scrapeTimeout: '10s',
      scheme: 'https',
      honorLabels: true,
    } as const;
    const rendered = render((chart) => {
      const target = new WebService(chart, 'web', web);
      const labels = { release: 'prometheus' };
      const overrides = { serviceMonitor: { spec: { sampleLimit: 10 } } };
      new ServiceMonitor(chart, 'metrics', { name: 'web', target, labels, port: 'http', ...scrape, overrides });
    });
    expect(rendered['ServiceMonitor web']).toMatchObject({
      apiVersion: 'monitoring.coreos.com/v1',
      metadata: { labels: { release: 'prometheus' } },
      spec: { endpoints: [{ port: 'http', ...scrape }], sampleLimit: 10 },
    });
  });

  it('scrape Pods by the labels that select them', () => {
    const rendered = render((chart) => {
      const ports = [
        { name: 'metrics', containerPort: 9090, servicePort: false as const },
        { name: 'db', containerPort: 5432 },
      ];
      const target = new StatefulService(chart, 'db', { image: 'a:1', ports, selectorLabels: { app: 'db' } });
      new PodMonitor(chart, 'metrics', { target, overrides: { podMonitor: { spec: { jobLabel: 'app' } } } });
    });
    expect(at(rendered['PodMonitor metrics'], 'spec')).toEqual({
      selector: { matchLabels: { app: 'db' } },
      podMetricsEndpoints: [{ port: 'metrics' }],
      jobLabel: 'app',
    });
  });

  it('alert as Prometheus spells it', () => {
    const alert = {
      alert: 'Down',
      expr: 'up == 0',
      for: '10m' as const,
      labels: { severity: 'page' },
      annotations: { summary: 'down' },
    };
    const rendered = render((chart) => {
      const rules = [{ ...alert, keepFiringFor: '5m' } as const, { record: 'a:up', expr: 'sum(up)' }];
      const overrides = { prometheusRule: { metadata: { labels: { role: 'alerts' } } } };
      new PrometheusRule(chart, 'web', { groups: [{ name: 'web', interval: '1m', rules }], overrides });
    });
    expect(at(rendered['PrometheusRule web'], 'metadata', 'labels', 'role')).toBe('alerts');
    const rules = [
      { ...alert, keep_firing_for: '5m' },
      { record: 'a:up', expr: 'sum(up)' },
    ];
    expect(at(rendered['PrometheusRule web'], 'spec')).toEqual({ groups: [{ name: 'web', interval: '1m', rules }] });
  });
});
