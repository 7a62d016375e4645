import { at, isJsonObject, textAt } from '../json';
import { judgeAntiAffinity } from './judge-anti-affinity';
import { judgeAnalysis } from './judge-steps';
import { REFUSED, type Told } from './refused';

const PLACE = ['spec', 'strategy', 'blueGreen'] as const;

/** A switch from one version to the next. */
export function judgeBlueGreen(value: unknown, tell: Told): void {
  const blueGreen = at(value, ...PLACE);
  if (!isJsonObject(blueGreen)) return;
  const [active, preview] = [textAt(blueGreen, 'activeService'), textAt(blueGreen, 'previewService')];
  if (active !== undefined && active === preview)
    tell({
      path: [...PLACE, 'previewService'],
      found: preview,
      wanted: 'another Service than activeService',
      what: `\`previewService\` and \`activeService\` are both "${active}"; ${REFUSED}.`,
      fix: 'name a Service of its own for the preview.',
    });
  if (blueGreen['autoPromotionEnabled'] === false && blueGreen['autoPromotionSeconds'] !== undefined)
    tell({
      path: [...PLACE, 'autoPromotionSeconds'],
      found: String(blueGreen['autoPromotionSeconds']),
      severity: 'warning',
      what: '`autoPromotionSeconds` has no effect beside `autoPromotionEnabled: false`: the switch waits for somebody.',
      fix: 'leave one of them out.',
    });
  const [limit, history] = [at(blueGreen, 'scaleDownDelayRevisionLimit'), at(value, 'spec', 'revisionHistoryLimit')];
  if (typeof limit === 'number' && limit > (typeof history === 'number' ? history : 10))
    tell({
      path: [...PLACE, 'scaleDownDelayRevisionLimit'],
      found: String(limit),
      wanted: `at most ${String(history ?? 10)}`,
      what: `\`scaleDownDelayRevisionLimit\` ${limit} is above \`revisionHistoryLimit\` ${String(history ?? 10)}; ${REFUSED}.`,
      fix: 'lower it, or raise revisionHistoryLimit.',
    });
  judgeAntiAffinity(value, PLACE, tell);
  judgeAnalysis(value, [...PLACE, 'prePromotionAnalysis'], tell);
  judgeAnalysis(value, [...PLACE, 'postPromotionAnalysis'], tell);
}
