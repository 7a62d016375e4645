import { parseQuantity } from '../../grammar/quantity';
import type { FieldVerdict } from '../field-verdict';
import { at, type FieldPath, isJsonObject, type JsonObject, type JsonValue, listAt, mapAt } from '../json';

type Tell = (verdict: FieldVerdict) => void;

/** Where each type of metric has its source. */
const SOURCES: Readonly<Record<string, string>> = {
  Resource: 'resource',
  ContainerResource: 'containerResource',
  Pods: 'pods',
  Object: 'object',
  External: 'external',
};
const SOURCE_FIELDS = Object.values(SOURCES);
/** The fields of a target of which a source wants one, and whether a second is refused. */
const TARGETS: Readonly<Record<string, { readonly fields: readonly string[]; readonly alone: boolean }>> = {
  resource: { fields: ['averageUtilization', 'averageValue'], alone: true },
  containerResource: { fields: ['averageUtilization', 'averageValue'], alone: true },
  pods: { fields: ['averageValue'], alone: false },
  object: { fields: ['value', 'averageValue'], alone: false },
  external: { fields: ['value', 'averageValue'], alone: true },
};

const AMOUNTS = ['value', 'averageValue'];

/** Bounds and metrics of a HorizontalPodAutoscaler that the server refuses. */
export function judgeAutoscaler(value: unknown, tell: Tell): void {
  const spec = mapAt(value, 'spec');
  const least = spec['minReplicas'];
  const most = spec['maxReplicas'];
  if (typeof least === 'number' && typeof most === 'number' && most > 0 && least > most)
    tell({
      path: ['spec', 'minReplicas'],
      found: String(least),
      wanted: `at most ${most}`,
      what: `it scales to at least ${least} and at most ${most}; the server refuses that.`,
      fix: 'raise `maxReplicas`, or lower `minReplicas`.',
    });
  listAt(spec, 'metrics').forEach((metric, i) => {
    judgeMetric(metric, ['spec', 'metrics', i], tell);
  });
  if (least === 0)
    tell({
      path: ['spec', 'minReplicas'],
      found: '0',
      wanted: 'at least 1',
      what: 'the server scales to no Pods only behind a feature gate (HPAScaleToZero) that EKS keeps closed; it refuses `minReplicas: 0`.',
      fix: 'set `minReplicas: 1`, or use a KEDA ScaledObject.',
    });
}

function amountOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'string' || typeof value === 'number' ? parseQuantity(value) : undefined;
}

function sourcesOf(metric: JsonObject): number {
  let count = 0;
  for (const field of SOURCE_FIELDS) if (isJsonObject(metric[field])) count += 1;
  return count;
}

function judgeMetric(metric: JsonValue, path: FieldPath, tell: Tell): void {
  if (!isJsonObject(metric)) return;
  const type = String(metric['type']);
  const source = SOURCES[type];
  // An unknown type is the schema's finding.
  if (source === undefined) return;
  if (sourcesOf(metric) !== 1 || !isJsonObject(metric[source])) {
    const found = SOURCE_FIELDS.filter((one) => isJsonObject(metric[one]));
    tell({
      path: [...path, source],
      found: found.join(' and ') || 'nothing',
      wanted: source,
      what: `a metric of type ${type} is described in \`${source}\`, and found is ${found.join(' and ') || 'nothing'}; the server refuses that.`,
      fix: `set \`${source}\` alone, or correct \`type\`.`,
    });
    return;
  }
  judgeTarget(mapAt(metric, source, 'target'), source, [...path, source, 'target'], tell);
}

function judgeTarget(target: Readonly<Record<string, unknown>>, source: string, path: FieldPath, tell: Tell): void {
  const { fields, alone } = TARGETS[source] ?? { fields: [], alone: false };
  const set = fields.filter((field) => target[field] !== undefined);
  if (set.length === 0 || (alone && set.length > 1))
    tell({
      path,
      found: set.join(' and ') || 'nothing',
      wanted: fields.join(' or '),
      what: `the target of a ${source} metric has ${set.length === 0 ? `no ${fields.join(' and no ')}` : set.join(' and ')}; the server refuses that.`,
      fix: `set ${set.length === 0 ? '' : 'only '}\`${fields.join('` or `')}\`.`,
    });
  for (const field of AMOUNTS) {
    if (target[field] === undefined) continue;
    const amount = amountOf(at(target, field));
    if (amount === undefined || amount > 0) continue;
    tell({
      path: [...path, field],
      found: String(target[field]),
      wanted: 'more than 0',
      what: `the target of a ${source} metric is ${String(target[field])}; the server wants more than 0.`,
      fix: 'raise it.',
    });
  }
}
