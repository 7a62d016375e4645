import type { FieldPath, JsonObject } from '../../../model/json';
import type { Tell, WholeRule } from '../../engine/rule';
import { decodedData } from '../../reads/decoded-data';
import { type ForeignValue, ForeignValues } from '../../reads/foreign-values';
import { environmentToldOf, otherClusters } from '../../reads/other-clusters';
import { VPC_BLOCK } from '../../reads/owned-values';

export const banForeignValue: WholeRule = {
  id: 'eks/ban-foreign-value',
  severity: 'error',
  summary: 'No object holds an account, network, file system, key, domain or cluster of another environment.',
  why: 'A value that only other environments have, found in the output of this one, means that production reads staging’s data, or the reverse. Nothing fails at sync: both sides exist.',
  see: [
    'https://docs.aws.amazon.com/whitepapers/latest/organizing-your-aws-environment/organizing-your-aws-environment.html',
  ],
  checkAll({ objects, judged, environment, environments }, tellOf) {
    const own = new ForeignValues(environment, environments);
    const made = otherClusters(objects, environment);
    const told = new Map([[environment, own]]);
    for (const object of judged) {
      const of = environmentToldOf(object, made, environment, environments);
      const foreign = told.get(of) ?? new ForeignValues(of, environments);
      told.set(of, foreign);
      if (foreign.size === 0) continue;
      if (holds(object.value, foreign)) scan(object.value, [], foreign, tellOf(object));
      for (const { path, text } of decodedData(object))
        for (const found of foreign.in(text)) tellOne(found, path, 'decoded, it holds', tellOf(object));
    }
  },
};

/**
 * Whether there is anything to tell. Every text of every object is read here, so places are left for later, and no call
 * is made for a value that is neither long enough nor holds others.
 */
function holds(value: object, foreign: ForeignValues): boolean {
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) if (isOrHolds(value[index], foreign)) return true;
    return false;
  }
  // Rendered data inherits nothing that is listed; `for…in` is the quickest way through its keys.
  for (const key in value)
    if (foreign.inKey(key).length > 0 || isOrHolds((value as JsonObject)[key], foreign)) return true;
  return false;
}

function isOrHolds(value: unknown, foreign: ForeignValues): boolean {
  if (typeof value === 'string') return value.length >= foreign.shortest && foreign.in(value).length > 0;
  return typeof value === 'object' && value !== null && holds(value, foreign);
}

function scan(value: unknown, path: (string | number)[], foreign: ForeignValues, tell: Tell): void {
  if (typeof value === 'string') {
    for (const found of foreign.in(value)) tellOne(found, path, 'it holds', tell);
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      path.push(index);
      scan(value[index], path, foreign, tell);
      path.pop();
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const key of Object.keys(value)) {
      path.push(key);
      for (const found of foreign.inKey(key)) tellOne(found, path, 'its key holds', tell);
      scan((value as Record<string, unknown>)[key], path, foreign, tell);
      path.pop();
    }
  }
}

function tellOne({ value: found, what, owner }: ForeignValue, path: FieldPath, holding: string, tell: Tell): void {
  const place = { path: [...path], found, what: `${holding} ${found}, the ${what} of environment ${owner}.` };
  const fix = 'take the value from Environment.of(scope), so that each environment gets its own';
  if (what !== VPC_BLOCK) return tell({ ...place, fix: `${fix}.` });
  // A NetworkPolicy keeps out what it excepts, and joined networks are named on purpose.
  if (path.includes('except')) return;
  tell({
    ...place,
    fix: `${fix}; where both networks are joined on purpose, silence the rule here.`,
    severity: 'warning',
  });
}
