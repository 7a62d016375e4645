import { defined } from '../../src/model/defined';
import type { Problems } from '../shared/problems';
import type { AlbHealthCheck, AlbSettings } from './alb-settings';

const DELAY = 'deregistration_delay.timeout_seconds';
const SLOW_START = 'slow_start.duration_seconds';
const STICKY = 'stickiness.enabled';
const STICKY_SECONDS = 'stickiness.lb_cookie.duration_seconds';
const ALGORITHM = 'load_balancing.algorithm.type';
const MITIGATION = 'load_balancing.algorithm.anomaly_mitigation';

/**
 * Typed properties and free attributes together, under AWS's names.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html
 */
export function targetGroupAttributes(settings: AlbSettings): Record<string, string> {
  return { ...settings.targetGroupAttributes, ...typed(settings) };
}

function typed(settings: AlbSettings): Record<string, string> {
  const { deregistrationDelaySeconds: delay, slowStartSeconds: slow, stickinessSeconds: sticky } = settings;
  return {
    ...defined({ [DELAY]: delay?.toString(), [SLOW_START]: slow?.toString() }),
    ...(sticky === undefined
      ? {}
      : { [STICKY]: 'true', 'stickiness.type': 'lb_cookie', [STICKY_SECONDS]: String(sticky) }),
  };
}

export function targetGroupProblems(settings: AlbSettings, problems: Problems): void {
  const all = targetGroupAttributes(settings);
  for (const name of Object.keys(typed(settings))) {
    problems.unless(
      settings.targetGroupAttributes?.[name] === undefined,
      `target group attribute ${name} is given twice.`,
      'take it out of targetGroupAttributes.',
    );
  }
  range(all[DELAY], 0, 3600, DELAY, problems);
  if (all[SLOW_START] !== '0') range(all[SLOW_START], 30, 900, SLOW_START, problems);
  range(all[STICKY_SECONDS], 1, 604_800, STICKY_SECONDS, problems);
  problems.unless(
    all[STICKY] !== 'true' || (settings.targetType ?? 'ip') === 'ip',
    'stickiness needs target type ip: with instance the node spreads the requests again.',
    'set targetType: ip, or leave stickiness out.',
  );
  problems.unless(
    all[MITIGATION] !== 'on' || all[ALGORITHM] === 'weighted_random',
    `${MITIGATION} needs ${ALGORITHM}=weighted_random; AWS refuses the target group.`,
    `set ${ALGORITHM}, or leave the mitigation out.`,
  );
  if (settings.healthCheck !== undefined) healthProblems(settings.healthCheck, settings, problems);
}

const SUCCESS_CODES = /^\d{1,3}(-\d{1,3})?(,\d{1,3}(-\d{1,3})?)*$/;

function healthProblems(health: AlbHealthCheck, settings: AlbSettings, problems: Problems): void {
  const grpc = settings.backendProtocolVersion === 'GRPC';
  const { path, port, intervalSeconds: interval = 15, timeoutSeconds: timeout = 5, successCodes: codes } = health;
  problems.unless(
    path === undefined || path.startsWith('/'),
    `healthCheck.path "${path}" does not start with /.`,
    'start it with /.',
  );
  if (typeof port === 'number') range(port, 1, 65_535, 'healthCheck.port', problems);
  range(interval, 5, 300, 'healthCheck.intervalSeconds', problems);
  range(timeout, 2, 120, 'healthCheck.timeoutSeconds', problems);
  range(health.healthyThreshold, 2, 10, 'healthCheck.healthyThreshold', problems);
  range(health.unhealthyThreshold, 2, 10, 'healthCheck.unhealthyThreshold', problems);
  problems.unless(
    timeout < interval,
    `healthCheck.timeoutSeconds ${timeout} is not below intervalSeconds ${interval}; AWS refuses the target group.`,
    'raise the interval, or lower the timeout.',
  );
  if (codes === undefined) return;
  const [least, most] = grpc ? [0, 99] : [200, 499];
  const numbers = codes.split(/[,-]/).map(Number);
  problems.unless(
    SUCCESS_CODES.test(codes) && numbers.every((code) => code >= least && code <= most),
    `healthCheck.successCodes "${codes}" is none of ${grpc ? 'gRPC' : 'HTTP'}.`,
    `use numbers from ${least} to ${most}, like ${grpc ? '0,12' : '200,204 or 200-399'}.`,
  );
}

function range(
  value: string | number | undefined,
  least: number,
  most: number,
  name: string,
  problems: Problems,
): void {
  if (value === undefined) return;
  const number = Number(value);
  problems.unless(
    value !== '' && Number.isInteger(number) && number >= least && number <= most,
    `${name} is ${value}; it takes ${least} to ${most}.`,
    'use a whole number inside.',
  );
}
