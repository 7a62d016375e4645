import { FIRST_PORT, LAST_PORT } from '../../src/grammar/port';
import { ALB } from '../../src/knowledge/aws/alb-annotations';
import { ALB_SETTINGS, type AlbSettings } from '../../src/knowledge/aws/alb-settings';
import { judgeSettings } from '../../src/knowledge/aws/setting-row';
import { defined } from '../../src/model/defined';
import type { Problems } from '../shared/problems';
import type { TargetGroupConfigurationProps, TargetGroupRoute, TargetGroupSettings } from './target-group-props';

/** AWS's own limit of names of target groups. @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html */
const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/;

/** What the controller or AWS would refuse, or pass over without a word. */
export function judgeTargetGroup(props: TargetGroupConfigurationProps, problems: Problems): void {
  judgeGroup(props, '', problems);
  (props.routes ?? []).forEach((route, index) => {
    const at = `routes[${index}].`;
    judgeGroup(route, at, problems);
    problems.unless(
      route.route === undefined || route.namespace !== undefined,
      `${at}route is "${route.route}" without its namespace; the controller would find no such route.`,
      'give namespace too.',
    );
  });
  judgeRepeats(props.routes ?? [], problems);
}

function judgeGroup(settings: TargetGroupSettings, at: string, problems: Problems): void {
  const { healthCheck, attributes, targetType = 'ip', protocolVersion, protocol, targetGroupName } = settings;
  judgeAsIngress(settings, at, problems);
  const { intervalSeconds = 15, timeoutSeconds = 5 } = healthCheck ?? {};
  problems.unless(
    timeoutSeconds < intervalSeconds,
    `${at}healthCheck.timeoutSeconds ${timeoutSeconds} is not below intervalSeconds ${intervalSeconds}; AWS refuses the target group.`,
    'raise the interval, or lower the timeout.',
  );
  problems.unless(
    healthCheck?.protocol !== 'TCP' || (healthCheck.path === undefined && healthCheck.successCodes === undefined),
    `${at}healthCheck asks by TCP, which has neither path nor codes.`,
    'leave them out, or ask by HTTP.',
  );
  const isHttp = protocol === undefined || protocol === 'HTTP' || protocol === 'HTTPS';
  problems.unless(
    isHttp || protocolVersion === undefined,
    `${at}protocolVersion is ${protocolVersion}, and ${protocol} is not HTTP.`,
    'leave protocolVersion out.',
  );
  problems.unless(
    settings.nodeLabels === undefined || targetType === 'instance',
    `${at}nodeLabels choose nodes, and with target type ip Pods are the targets.`,
    'leave nodeLabels out, or use targetType: instance.',
  );
  problems.unless(
    settings.targetControlPort === undefined || (targetType === 'ip' && isHttp),
    `${at}targetControlPort is for target type ip and HTTP.`,
    'leave it out.',
  );
  problems.integer(`${at}targetControlPort`, settings.targetControlPort, FIRST_PORT, LAST_PORT);
  problems.unless(
    targetGroupName === undefined || NAME.test(targetGroupName),
    `${at}targetGroupName is "${targetGroupName}"; AWS takes 1 to 32 letters, digits and inner hyphens.`,
    'correct it, or leave it to the controller.',
  );
  problems.unless(
    attributes?.['stickiness.enabled'] !== 'true' || attributes['stickiness.type'] !== undefined,
    `${at}attributes turn stickiness on without stickiness.type; AWS refuses the target group.`,
    'add stickiness.type, such as lb_cookie or, on an NLB, source_ip.',
  );
}

/** What an Ingress says by annotations has the same ranges here. */
function judgeAsIngress(settings: TargetGroupSettings, at: string, problems: Problems): void {
  const { healthCheck, tags, protocolVersion = 'HTTP1' } = settings;
  const { protocol, ...check } = healthCheck ?? {};
  const same: AlbSettings = {
    scheme: 'internal',
    healthCheck: { ...check, ...(protocol === 'TCP' || protocol === undefined ? {} : { protocol }) },
    ...defined({ tags }),
  };
  judgeSettings(
    ALB_SETTINGS,
    same,
    (key) => (key === ALB.backendProtocolVersion.key ? protocolVersion : undefined),
    ({ property, value, wanted, why }) =>
      problems.add(
        `${at}${property} is ${JSON.stringify(value)}, and the load balancer controller wants ${wanted}${why}.`,
        `use ${wanted}.`,
      ),
  );
}

function judgeRepeats(routes: readonly TargetGroupRoute[], problems: Problems): void {
  const seen = new Set<string>();
  for (const { kind, namespace, route } of routes) {
    const name = [kind, namespace, route].filter((part) => part !== undefined).join(' ');
    problems.unless(!seen.has(name), `routes has ${name} twice; one of them would count for nothing.`, 'keep one.');
    seen.add(name);
  }
}
