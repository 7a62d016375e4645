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

  it('scrape one of several Services, by a label of its own', () => {
    const rendered = render((chart) => {
      const ports = [{ name: 'db', containerPort: 5432 }];
      const sidecars = [{ name: 'exporter', image: 'b:1', ports: [{ name: 'metrics', containerPort: 9187 }] }];
      const services = { rw: {}, metrics: { ports: ['metrics'] } };
      const target = new StatefulService(chart, 'db', { image: 'a:1', ports, sidecars, services });
      new ServiceMonitor(chart, 'metrics', { target, service: 'metrics' });
    });
    const labels = { 'app.kubernetes.io/name': 'db', 'app.kubernetes.io/part-of': 'shop' };
    const matchLabels = { ...labels, 'cdk8s-eks/service': 'metrics' };
    expect(at(rendered['ServiceMonitor metrics'], 'spec')).toEqual({
      selector: { matchLabels },
      endpoints: [{ port: 'metrics' }],
    });
    expect(at(rendered['Service db-metrics'], 'metadata', 'labels')).toMatchObject(matchLabels);
    expect(at(rendered['Service db-rw'], 'metadata', 'labels', 'cdk8s-eks/service')).toBeUndefined();
  });

  it('scrape the port of a sidecar', () => {
    const rendered = render((chart) => {
      const sidecars = [{ name: 'exporter', image: 'b:1', ports: [{ name: 'metrics', containerPort: 9187 }] }];
      const target = new WebService(chart, 'web', { ...web, sidecars });
      new PodMonitor(chart, 'metrics', { target, port: 'metrics' });
    });
    expect(at(rendered['PodMonitor metrics'], 'spec', 'podMetricsEndpoints')).toEqual([{ port: 'metrics' }]);
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
