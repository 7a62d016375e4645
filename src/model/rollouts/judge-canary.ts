import { ROUTED_FIELDS } from '../../knowledge/argocd/rollout-limits';
import { at, isJsonObject, type JsonObject } from '../json';
import { judgeAlbRouting } from './judge-alb-routing';
import { judgeAntiAffinity } from './judge-anti-affinity';
import { judgeAnalysis, judgeSteps } from './judge-steps';
import { REFUSED, type Told } from './refused';

const PLACE = ['spec', 'strategy', 'canary'] as const;

/** A release in steps. */
export function judgeCanary(value: unknown, tell: Told): void {
  const canary = at(value, ...PLACE);
  if (!isJsonObject(canary)) return;
  judgeServices(canary, tell);
  judgeCounts(canary, tell);
  judgeRouted(canary, tell);
  judgeAntiAffinity(value, PLACE, tell);
  judgeAnalysis(value, [...PLACE, 'analysis'], tell);
  judgeAlbRouting(canary, PLACE, tell);
  judgeSteps(canary, [...PLACE, 'steps'], tell);
}

function judgeServices({ canaryService, stableService }: JsonObject, tell: Told): void {
  if (typeof canaryService !== 'string' || canaryService !== stableService) return;
  tell({
    path: [...PLACE, 'canaryService'],
    found: canaryService,
    wanted: 'another Service than stableService',
    what: `\`canaryService\` and \`stableService\` are both "${canaryService}"; ${REFUSED}.`,
    fix: 'name two Services with the same selector.',
  });
}

function judgeCounts({ maxSurge, maxUnavailable, trafficRouting }: JsonObject, tell: Told): void {
  const isZero = (share: unknown) => share === 0 || share === '0' || share === '0%';
  if (trafficRouting !== undefined || !isZero(maxSurge) || !isZero(maxUnavailable)) return;
  tell({
    path: [...PLACE, 'maxSurge'],
    found: '0',
    wanted: 'maxSurge or maxUnavailable above 0',
    what: `neither a Pod more nor a Pod less may run, so no Pod could be replaced; ${REFUSED}.`,
    fix: 'raise maxSurge or maxUnavailable.',
  });
}

/** What means something only where requests are shared out. */
function judgeRouted(canary: JsonObject, tell: Told): void {
  const { trafficRouting, dynamicStableScale, scaleDownDelaySeconds, minPodsPerReplicaSet } = canary;
  if (trafficRouting === undefined) {
    for (const field of ROUTED_FIELDS)
      if (canary[field] !== undefined && canary[field] !== false)
        tell({
          path: [...PLACE, field],
          found: String(canary[field]),
          what: `\`${field}\` needs \`trafficRouting\`; ${REFUSED}.`,
          fix: `leave ${field} out, or share requests out by a load balancer.`,
        });
    if (minPodsPerReplicaSet !== undefined)
      tell({
        path: [...PLACE, 'minPodsPerReplicaSet'],
        found: String(minPodsPerReplicaSet),
        severity: 'warning',
        what: '`minPodsPerReplicaSet` has no effect without `trafficRouting`.',
        fix: 'leave it out.',
      });
    return;
  }
  if (dynamicStableScale === true && scaleDownDelaySeconds !== undefined)
    tell({
      path: [...PLACE, 'scaleDownDelaySeconds'],
      found: String(scaleDownDelaySeconds),
      what: `\`scaleDownDelaySeconds\` stands beside \`dynamicStableScale\`, which lowers the old Pods by itself; ${REFUSED}.`,
      fix: 'leave one of them out.',
    });
}
