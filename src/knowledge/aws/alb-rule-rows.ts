import { ALB_ACTION } from './alb-action-shape';
import { ALB_CONDITIONS } from './alb-conditions';
import { albRows, NOTHING } from './alb-row';
import { ALB_TRANSFORMS } from './alb-transforms';
import { BOOLEAN, TEXT } from './annotation-values';

const ingress = albRows('Ingress');
const OWN = { merge: 'own', default: NOTHING } as const;

/** Annotations that are about the rules of listeners, and what the controller says of them. */
export const RULE_ROWS = {
  useRegexPathMatch: ingress('use-regex-path-match', BOOLEAN, { merge: 'own', default: 'false', since: '2.14.1' }),
  dryRunPlan: ingress('dry-run-plan', TEXT, {
    ...OWN,
    since: '3.4',
    change: 'the controller writes it; rendered, it never settles',
  }),
};

/** The keys end in the name of an action or a Service. */
export const ACTIONS_ROW = ingress('actions.', ALB_ACTION, OWN);
export const CONDITIONS_ROW = ingress('conditions.', ALB_CONDITIONS, OWN);
export const TRANSFORMS_ROW = ingress('transforms.', ALB_TRANSFORMS, { ...OWN, since: '2.14.1' });
