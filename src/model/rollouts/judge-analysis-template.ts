import { wrongInteger } from '../../grammar/integer';
import { METRIC_NUMBERS, PAUSE } from '../../knowledge/argocd/rollout-limits';
import type { FieldVerdict } from '../field-verdict';
import { at, type FieldPath, type JsonObject, listAt, mapAt, textAt } from '../json';
import { judgeCloudWatch } from './judge-cloud-watch';
import type { Told } from './refused';

const REFUSED = 'the controller refuses every analysis by it, and the release is taken back';
const METRICS: FieldPath = ['spec', 'metrics'];

/**
 * What the controller of Argo Rollouts refuses of a template that the server takes.
 * @see https://github.com/argoproj/argo-rollouts/blob/v1.10.0/utils/analysis/factory.go
 */
export function judgeAnalysisTemplate(value: unknown): readonly FieldVerdict[] {
  const found: FieldVerdict[] = [];
  const tell: Told = (verdict) => found.push(verdict);
  const metrics = listAt(value, ...METRICS).map((_metric, index) => mapAt(value, ...METRICS, index));
  if (metrics.length === 0 && listAt(value, 'spec', 'templates').length === 0)
    tell({ path: METRICS, what: `it measures nothing; ${REFUSED}.`, fix: 'give it a metric.' });
  metrics.forEach((metric, index) => {
    const path = [...METRICS, index];
    const name = textAt(metric, 'name') ?? '';
    if (metrics.findIndex((other) => other['name'] === metric['name']) < index)
      tell({
        path: [...path, 'name'],
        found: name,
        what: `two metrics are called "${name}"; ${REFUSED}.`,
        fix: 'give each its own name.',
      });
    judgeMetric(metric, name, path, tell);
  });
  return found;
}

/** Metrics that measure at intervals without an end. */
export function endlessMetrics(value: unknown): readonly string[] {
  return listAt(value, ...METRICS).flatMap((metric) =>
    at(metric, 'interval') !== undefined && at(metric, 'count') === undefined ? [textAt(metric, 'name') ?? ''] : [],
  );
}

function judgeMetric(metric: JsonObject, name: string, path: FieldPath, tell: Told): void {
  const { interval, count, successCondition, failureCondition } = metric;
  const providers = Object.entries(mapAt(metric, 'provider')).filter(([, one]) => one !== undefined);
  if (providers.length !== 1)
    tell({
      path: [...path, 'provider'],
      found: providers.map(([key]) => key).join(' and ') || 'nothing',
      wanted: 'one provider',
      what: `metric "${name}" asks ${providers.length === 0 ? 'nobody' : providers.map(([key]) => key).join(' and ')}; ${REFUSED}.`,
      fix: 'give it one provider.',
    });
  if (Number(count) > 1 && interval === undefined)
    tell({
      path: [...path, 'interval'],
      found: 'nothing',
      wanted: 'a length of time',
      what: `metric "${name}" measures ${String(count)} times, and has no \`interval\` between; ${REFUSED}.`,
      fix: 'give it an interval, such as 1m.',
    });
  judgeFields(metric, name, path, tell);
  judgeCloudWatch(metric, name, path, tell);
  if (successCondition === undefined && failureCondition === undefined && providers[0]?.[0] !== 'job')
    tell({
      path,
      severity: 'warning',
      found: 'no condition',
      wanted: 'successCondition or failureCondition',
      what: `metric "${name}" has neither \`successCondition\` nor \`failureCondition\`: every measurement is good, and no release is ever stopped.`,
      fix: 'say what is good, such as `successCondition: result[0] < 0.01`.',
    });
}

/** Lengths of time, and numbers. */
function judgeFields(metric: JsonObject, name: string, path: FieldPath, tell: Told): void {
  for (const field of ['interval', 'initialDelay'])
    if (metric[field] !== undefined && !PAUSE.test(String(metric[field])))
      tell({
        path: [...path, field],
        found: String(metric[field]),
        what: `\`${field}\` of metric "${name}" is ${JSON.stringify(metric[field])}, which is not a length of time; ${REFUSED}.`,
        fix: 'write a number with its unit, such as 1m.',
      });
  for (const [field, least] of METRIC_NUMBERS) {
    const number = metric[field];
    if (typeof number === 'number' && wrongInteger(number, least) !== undefined)
      tell({
        path: [...path, field],
        found: String(number),
        wanted: `a whole number from ${least}`,
        what: `\`${field}\` of metric "${name}" is ${number}; ${REFUSED}.`,
        fix: `use a whole number from ${least}.`,
      });
  }
}
