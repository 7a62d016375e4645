import { ALB } from '../../src/knowledge/aws/alb-annotations';
import type { AlbSettings } from '../../src/knowledge/aws/alb-settings';
import type { Problems } from '../shared/problems';
import type { WrittenAnnotations } from './alb-annotations';

const ALGORITHM = 'load_balancing.algorithm.type';
const MITIGATION = 'load_balancing.algorithm.anomaly_mitigation';

/** Properties that are right each, and wrong together. */
export function judgeTogether(settings: AlbSettings, { texts, twice }: WrittenAnnotations, problems: Problems): void {
  judgeSecurityGroups(settings, problems);
  const { intervalSeconds: interval = 15, timeoutSeconds: timeout = 5 } = settings.healthCheck ?? {};
  problems.unless(
    timeout < interval,
    `healthCheck.timeoutSeconds ${timeout} is not below intervalSeconds ${interval}; AWS refuses the target group.`,
    'raise the interval, or lower the timeout.',
  );
  for (const [, name] of twice) {
    problems.add(`target group attribute ${name} is given twice.`, 'take it out of targetGroupAttributes.');
  }
  const attributes = ALB.targetGroupAttributes.value.read(texts[ALB.targetGroupAttributes.key] ?? '') ?? {};
  problems.unless(
    attributes['stickiness.enabled'] !== 'true' || (settings.targetType ?? 'ip') === 'ip',
    'stickiness needs target type ip: with instance the node spreads the requests again.',
    'set targetType: ip, or leave stickiness out.',
  );
  problems.unless(
    attributes[MITIGATION] !== 'on' || attributes[ALGORITHM] === 'weighted_random',
    `${MITIGATION} needs ${ALGORITHM}=weighted_random; AWS refuses the target group.`,
    `set ${ALGORITHM}, or leave the mitigation out.`,
  );
}

function judgeSecurityGroups(settings: AlbSettings, problems: Problems): void {
  const { securityGroups, inboundCidrs, manageBackendSecurityGroupRules } = settings;
  problems.unless(
    securityGroups === undefined || inboundCidrs === undefined,
    'inboundCidrs has no effect beside securityGroups: those decide who may call.',
    'leave one of them out.',
  );
  problems.unless(
    manageBackendSecurityGroupRules === undefined || securityGroups !== undefined,
    'manageBackendSecurityGroupRules has no effect without securityGroups.',
    'leave it out: the controller’s own group is opened anyway.',
  );
}
