/** Metrics that a collector takes go somewhere. */
import type { Chart } from 'cdk8s';
import { AdotCollector } from 'cdk8s-eks';

declare const chart: Chart;
const base = { image: 'example.com/collector:1', iamRole: 'metrics' };

export const amp = new AdotCollector(chart, 'a', { ...base, metrics: { amp: 'ws-1' } });
export const both = new AdotCollector(chart, 'b', {
  ...base,
  traces: 'xray',
  metrics: { amp: 'ws-1', cloudWatch: { namespace: 'Shop' } },
});
// @ts-expect-error neither amp nor cloudWatch
export const nowhere = new AdotCollector(chart, 'c', { ...base, metrics: {} });
