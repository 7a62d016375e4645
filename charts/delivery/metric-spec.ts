import { toJson_JobSpec } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import type { JsonObject } from '../../src/model/json';
import type { Labels } from '../shared/labels';
import type { AnalysisMetric, MetricProvider, PrometheusMetric, Sigv4, WebMetric } from './analysis-metric';
import { metadataSpec } from './analysis-spec';
import type { CloudWatchMetric } from './cloud-watch-metric';

/** A metric as an AnalysisTemplate spells it. */
export function metricSpec({ provider, ...metric }: AnalysisMetric): JsonObject {
  return { ...defined(metric), provider: providerSpec(provider) };
}

function providerSpec(provider: MetricProvider): JsonObject {
  if ('prometheus' in provider) return { prometheus: prometheusSpec(provider.prometheus) };
  if ('cloudWatch' in provider) return { cloudWatch: cloudWatchSpec(provider.cloudWatch) };
  if ('web' in provider) return { web: webSpec(provider.web) };
  const { spec, metadata } = provider.job;
  return { job: defined({ spec: toJson_JobSpec(spec) as JsonObject, metadata: metadataSpec(metadata) }) };
}

function prometheusSpec(metric: PrometheusMetric): JsonObject {
  const { address, query, timeoutSeconds, insecure, headers, rangeQuery, sigv4 } = metric;
  return defined({
    address,
    query,
    timeout: timeoutSeconds,
    insecure,
    headers: headersSpec(headers),
    rangeQuery: rangeQuery && { ...rangeQuery },
    authentication: sigv4Spec(sigv4),
  });
}

function cloudWatchSpec({ interval, metricDataQueries }: CloudWatchMetric): JsonObject {
  return defined({
    interval,
    metricDataQueries: metricDataQueries.map((query) => {
      if (!('metricStat' in query)) return { ...query };
      const { metric, ...stat } = query.metricStat;
      const { dimensions, ...names } = metric;
      const named = dimensions && Object.entries(dimensions).map(([name, value]) => ({ name, value }));
      return { ...query, metricStat: { ...stat, metric: { ...names, ...defined({ dimensions: named }) } } };
    }),
  });
}

function webSpec({ headers, sigv4, ...metric }: WebMetric): JsonObject {
  return defined({ ...metric, headers: headersSpec(headers), authentication: sigv4Spec(sigv4) });
}

function headersSpec(headers: Labels | undefined): JsonObject[] | undefined {
  return headers && Object.entries(headers).map(([key, value]) => ({ key, value }));
}

function sigv4Spec(sigv4: Sigv4 | undefined): JsonObject | undefined {
  return sigv4 && { sigv4: { ...sigv4 } };
}
