import { isMetricPeriod } from '../../knowledge/aws/cloud-watch';
import type { FieldVerdict } from '../field-verdict';
import type { FieldPath, JsonObject } from '../json';

/** Values of a trigger that do not go together. */
export function judgeTogether(type: string, metadata: JsonObject, path: FieldPath): readonly FieldVerdict[] {
  switch (type) {
    case 'aws-cloudwatch':
      return [...judgeMetric(metadata, path), ...judgePeriod(metadata, path)];
    case 'kafka':
      return metadata['limitToPartitionsWithLag'] === 'true' && !hasAny(metadata, 'topic')
        ? [
            {
              path: [...path, 'limitToPartitionsWithLag'],
              found: 'true',
              what: 'limitToPartitionsWithLag needs a topic; KEDA refuses the trigger, and nothing is ever scaled.',
              fix: 'give topic.',
            },
          ]
        : [];
    case 'cron':
      return metadata['start'] !== undefined && metadata['start'] === metadata['end']
        ? [
            {
              path: [...path, 'end'],
              found: String(metadata['end']),
              what: `start and end are both "${String(metadata['end'])}"; KEDA refuses the trigger, and nothing is ever scaled.`,
              fix: 'let it end later than it starts.',
            },
          ]
        : [];
    default:
      return [];
  }
}

function hasAny(metadata: JsonObject, key: string): boolean {
  return metadata[key] !== undefined || metadata[`${key}FromEnv`] !== undefined;
}

const METRIC = ['namespace', 'metricName', 'dimensionName', 'dimensionValue'];

function judgeMetric(metadata: JsonObject, path: FieldPath): readonly FieldVerdict[] {
  if (metadata['expression'] !== undefined) return [];
  const missing = METRIC.filter((key) => metadata[key] === undefined);
  if (missing.length > 0)
    return [
      {
        path,
        found: 'nothing',
        wanted: 'a metric',
        what: `the aws-cloudwatch trigger has no expression, and no ${missing.join(' and no ')}: there is no metric to ask for.`,
        fix: `give ${missing.join(' and ')}, or an expression.`,
      },
    ];
  const [names, values] = [metadata['dimensionName'], metadata['dimensionValue']].map((list) =>
    String(list).split(';'),
  );
  if (names?.length === values?.length) return [];
  return [
    {
      path: [...path, 'dimensionValue'],
      found: String(metadata['dimensionValue']),
      what: `dimensionName lists ${names?.length} and dimensionValue ${values?.length}; KEDA refuses the trigger, and nothing is ever scaled.`,
      fix: 'give each dimension one value.',
    },
  ];
}

function judgePeriod(metadata: JsonObject, path: FieldPath): readonly FieldVerdict[] {
  const period = Number(metadata['metricStatPeriod'] ?? 300);
  const time = Number(metadata['metricCollectionTime'] ?? 300);
  if (!Number.isInteger(period) || !Number.isInteger(time) || period < 1) return [];
  if (!isMetricPeriod(period))
    return [
      {
        path: [...path, 'metricStatPeriod'],
        found: String(period),
        what: `metricStatPeriod is ${period}; CloudWatch takes 1, 5, 10, 30 and multiples of 60.`,
        fix: 'use one of them.',
      },
    ];
  if (time % period === 0) return [];
  return [
    {
      path: [...path, 'metricCollectionTime'],
      found: String(time),
      what: `metricCollectionTime ${time} is not a multiple of metricStatPeriod ${period}; KEDA refuses the trigger, and nothing is ever scaled.`,
      fix: `use a multiple of ${period}.`,
    },
  ];
}
