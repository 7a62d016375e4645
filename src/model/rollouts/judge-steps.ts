import { wrongInteger } from '../../grammar/integer';
import { FULL_WEIGHT, PAUSE, SCALE_KINDS, STEP_KINDS } from '../../knowledge/argocd/rollout-limits';
import { at, type FieldPath, isJsonObject, type JsonObject, type JsonValue, listAt, textAt } from '../json';
import { judgeHeaderRoute } from './judge-header-route';
import { REFUSED, type Told } from './refused';

/** The steps of a canary, in their order. */
export function judgeSteps(canary: JsonObject, place: FieldPath, tell: Told): void {
  listAt(canary, 'steps').forEach((step, index) => {
    const path = [...place, index];
    if (!isJsonObject(step)) return;
    const kinds = STEP_KINDS.filter((kind) => step[kind] !== undefined);
    if (kinds.length !== 1)
      tell({
        path,
        found: kinds.join(' and ') || 'nothing',
        wanted: 'one kind',
        what: `step ${index + 1} has ${kinds.length === 0 ? 'nothing to do' : kinds.map((kind) => `\`${kind}\``).join(' and ')}; the controller ${kinds.length === 0 ? 'refuses the Rollout (InvalidSpec)' : 'carries out one of them, or refuses the Rollout'}.`,
        fix: 'write one step for each.',
      });
    judgeWeight(step['setWeight'], canary, [...path, 'setWeight'], tell);
    judgePause(at(step, 'pause', 'duration'), [...path, 'pause', 'duration'], tell);
    judgeScale(step['setCanaryScale'], canary, [...path, 'setCanaryScale'], tell);
    judgeHeaderRoute(step, canary, path, tell);
    judgeAnalysis(step, ['analysis'], (verdict) => tell({ ...verdict, path: [...path, ...verdict.path] }));
  });
}

function judgeWeight(weight: JsonValue | undefined, canary: JsonObject, path: FieldPath, tell: Told): void {
  const most = at(canary, 'trafficRouting', 'maxTrafficWeight') ?? FULL_WEIGHT;
  if (weight === undefined || typeof most !== 'number') return;
  if (typeof weight === 'number' && wrongInteger(weight, 0, most) === undefined) return;
  tell({
    path,
    found: String(weight),
    wanted: `0–${most}`,
    what: `\`setWeight\` is ${String(weight)}; ${REFUSED}.`,
    fix: `use a whole number of percents from 0 to ${most}.`,
  });
}

function judgePause(duration: JsonValue | undefined, path: FieldPath, tell: Told): void {
  if (duration === undefined || PAUSE.test(String(duration))) return;
  tell({
    path,
    found: String(duration),
    wanted: 'seconds, or a number with s, m or h',
    what: `\`pause.duration\` is ${JSON.stringify(duration)}, which is not a length of time; ${REFUSED}.`,
    fix: 'write seconds, or a number with its unit such as "5m"; without a duration it waits for somebody.',
  });
}

function judgeScale(scale: JsonValue | undefined, canary: JsonObject, path: FieldPath, tell: Told): void {
  if (!isJsonObject(scale)) return;
  if (canary['trafficRouting'] === undefined)
    tell({
      path,
      what: `\`setCanaryScale\` needs \`trafficRouting\`; ${REFUSED}.`,
      fix: 'leave the step out, or share requests out by a load balancer.',
    });
  const kinds = SCALE_KINDS.filter((kind) => scale[kind] !== undefined);
  if (kinds.length === 1) return;
  tell({
    path,
    found: kinds.join(' and ') || 'nothing',
    wanted: SCALE_KINDS.join(', or '),
    what: `\`setCanaryScale\` has ${kinds.map((kind) => `\`${kind}\``).join(' and ') || 'no number'}; ${REFUSED}.`,
    fix: `give one of ${SCALE_KINDS.join(', ')}.`,
  });
}

/** An analysis measures by one template at least, each under a name. */
export function judgeAnalysis(value: unknown, place: FieldPath, tell: Told): void {
  if (at(value, ...place) === undefined) return;
  const templates = listAt(value, ...place, 'templates');
  if (templates.length > 0 && templates.every((template) => textAt(template, 'templateName') !== undefined)) return;
  tell({
    path: [...place, 'templates'],
    found: templates.length === 0 ? 'nothing' : 'a template without a name',
    wanted: 'a template at least',
    what: `an analysis names ${templates.length === 0 ? 'no template, so nothing would be measured' : 'a template without a name'}; ${REFUSED}.`,
    fix: 'name an AnalysisTemplate.',
  });
}
