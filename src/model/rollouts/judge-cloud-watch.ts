import { isMetricPeriod, LONGEST_EXPRESSION, QUERY_ID } from '../../knowledge/aws/cloud-watch';
import { at, type FieldPath, type JsonValue, listAt, textAt } from '../json';
import type { Told } from './refused';

const REFUSED = 'CloudWatch refuses to answer, and the release is taken back';
/** What CloudWatch would refuse of the queries of a metric, or answer with nothing. */
export function judgeCloudWatch(metric: unknown, name: string, path: FieldPath, tell: Told): void {
  const place: FieldPath = [...path, 'provider', 'cloudWatch', 'metricDataQueries'];
  const queries = listAt(metric, 'provider', 'cloudWatch', 'metricDataQueries');
  if (at(metric, 'provider', 'cloudWatch') === undefined) return;
  if (queries.every((query) => at(query, 'returnData') === false))
    tell({
      path: place,
      found: queries.length === 0 ? 'no query' : 'returnData: false in all',
      what: `no query of metric "${name}" gives its result back, so there is nothing to measure: each measurement is an error, and the release is taken back.`,
      fix: 'give one query, and leave returnData out of the one that is measured.',
    });
  const ids = queries.map((query) => textAt(query, 'id') ?? '');
  queries.forEach((query, index) => {
    judgeId(ids, index, name, [...place, index, 'id'], tell);
    judgeQuery(query, ids[index] ?? '', [...place, index], tell);
  });
}

function judgeId(ids: readonly string[], index: number, name: string, path: FieldPath, tell: Told): void {
  const id = ids[index] ?? '';
  // Arguments are filled in later.
  if (id.includes('{{')) return;
  if (!QUERY_ID.test(id))
    tell({
      path,
      found: id,
      what: `a query of metric "${name}" has the id "${id}"; ${REFUSED}.`,
      fix: 'begin with a small letter, and use letters, digits and underscores, at most 255.',
    });
  if (ids.indexOf(id) < index)
    tell({
      path,
      found: id,
      what: `two queries of metric "${name}" have the id "${id}"; ${REFUSED}.`,
      fix: 'give each its own id.',
    });
}

function judgeQuery(query: JsonValue, id: string, path: FieldPath, tell: Told): void {
  const expression = textAt(query, 'expression');
  const stat = at(query, 'metricStat');
  if ((expression === undefined) === (stat === undefined))
    tell({
      path,
      found: stat === undefined ? 'neither' : 'both',
      wanted: 'expression or metricStat',
      what: `query "${id}" has ${stat === undefined ? 'neither expression nor metricStat' : 'both expression and metricStat'}; ${REFUSED}.`,
      fix: 'give one of them.',
    });
  if (expression !== undefined && (expression.trim() === '' || expression.length > LONGEST_EXPRESSION))
    tell({
      path: [...path, 'expression'],
      found: `${expression.length} characters`,
      wanted: `1 to ${LONGEST_EXPRESSION}`,
      what: `the expression of query "${id}" has ${expression.trim() === '' ? 'nothing in it' : `${expression.length} characters`}; ${REFUSED}.`,
      fix: `write 1 to ${LONGEST_EXPRESSION} characters.`,
    });
  for (const below of [['period'], ['metricStat', 'period']]) {
    const period = at(query, ...below);
    if (typeof period !== 'number' || isMetricPeriod(period)) continue;
    tell({
      path: [...path, ...below],
      found: String(period),
      wanted: '1, 5, 10, 30 or a multiple of 60',
      what: `the period of query "${id}" is ${period} seconds; ${REFUSED}.`,
      fix: 'use 1, 5, 10, 30 or a multiple of 60.',
    });
  }
}
