import { ALB, wrongEnd } from '../../src/knowledge/aws/alb-annotations';
import { LISTENER_ATTRIBUTES_ROW } from '../../src/knowledge/aws/alb-listener-rows';
import type { AlbSettings } from '../../src/knowledge/aws/alb-settings';
import { TARGET_CONTROL_ROW } from '../../src/knowledge/aws/alb-target-group-rows';
import type { AlbTargetGroupSettings } from '../../src/knowledge/aws/alb-target-group-settings';
import type { AnyAnnotation } from '../../src/knowledge/aws/annotation';
import type { Problems } from '../shared/problems';
import type { WrittenAnnotations } from './alb-annotations';
import { judgeAuth } from './judge-auth';

const ALGORITHM = 'load_balancing.algorithm.type';
const MITIGATION = 'load_balancing.algorithm.anomaly_mitigation';

/** Properties that are right each, and wrong together. */
export function judgeTogether(settings: AlbSettings, written: WrittenAnnotations, problems: Problems): void {
  judgeSecurityGroups(settings, problems);
  judgeTargetGroup(settings, written, problems);
  judgeAddresses(settings, problems);
  judgeEnds('listenerAttributes', settings.listenerAttributes, LISTENER_ATTRIBUTES_ROW, problems);
  judgeEnds('targetControlPorts', settings.targetControlPorts, TARGET_CONTROL_ROW, problems);
}

/** Each name becomes the end of an annotation's key. */
function judgeEnds(property: string, values: object | undefined, row: AnyAnnotation, problems: Problems): void {
  for (const end of Object.keys(values ?? {})) {
    const wanted = wrongEnd(`${row.key}${end}`, row);
    problems.unless(wanted === undefined, `${property} has "${end}", which is not ${wanted}.`, `name ${wanted}.`);
  }
}

/** The same for those of a target group. */
export function judgeTargetGroup(
  settings: AlbTargetGroupSettings,
  { texts, twice }: WrittenAnnotations,
  problems: Problems,
): void {
  judgeAuth(settings.auth, problems);
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
  const { securityGroups, inboundCidrs, securityGroupPrefixLists, manageBackendSecurityGroupRules } = settings;
  problems.unless(
    securityGroups === undefined || securityGroupPrefixLists === undefined,
    'securityGroupPrefixLists has no effect beside securityGroups: those decide who may call.',
    'leave one of them out.',
  );
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

/** What two settings would decide both. */
function judgeAddresses(settings: AlbSettings, problems: Problems): void {
  const { wafAclArn, wafAclName, certificateArns, createdCertificate, frontendNlb } = settings;
  problems.unless(
    wafAclArn === undefined || wafAclName === undefined,
    'wafAclName wins over wafAclArn, which has no effect beside it.',
    'leave one of them out.',
  );
  problems.unless(
    certificateArns === undefined || createdCertificate === undefined,
    'createdCertificate has no effect beside certificateArns: those win.',
    'leave one of them out.',
  );
  problems.unless(
    frontendNlb?.eipAllocations === undefined || frontendNlb.scheme === 'internet-facing',
    'frontendNlb.eipAllocations are public addresses, but its scheme is internal.',
    'set frontendNlb.scheme: "internet-facing", or leave them out.',
  );
}
