import { ALB_TARGET_GROUP_ATTRIBUTES } from './alb-attributes';
import { albRows, NOTHING } from './alb-row';
import { map } from './annotation-lists';
import { BOOLEAN, choice } from './annotation-values';
import {
  HEALTH_INTERVAL,
  HEALTH_PORT,
  HEALTH_THRESHOLD,
  HEALTH_TIMEOUT,
  HTTP_PATH,
  PORT,
  PROTOCOL,
  SUCCESS_CODES,
} from './load-balancer-values';

const both = albRows('both');

const NEW_GROUPS = { replaces: 'targets', change: 'makes new target groups' } as const;

/** Annotations that are about target groups: what a Service says counts in place of the Ingress. */
export const TARGET_GROUP_ROWS = {
  targetType: both('target-type', choice('instance', 'ip'), { merge: 'own', default: 'instance', ...NEW_GROUPS }),
  backendProtocol: both('backend-protocol', PROTOCOL, { merge: 'own', default: 'HTTP', ...NEW_GROUPS }),
  backendProtocolVersion: both('backend-protocol-version', choice('HTTP1', 'HTTP2', 'GRPC'), {
    merge: 'own',
    default: 'HTTP1',
    ...NEW_GROUPS,
  }),
  targetGroupAttributes: both('target-group-attributes', ALB_TARGET_GROUP_ATTRIBUTES, {
    merge: 'own',
    default: '- AWS decides',
    change: 'taking one away does not reset it',
  }),
  targetNodeLabels: both('target-node-labels', map(), { merge: 'own', default: '- all nodes' }),
  multiClusterTargetGroup: both('multi-cluster-target-group', BOOLEAN, {
    merge: 'own',
    default: 'false',
    since: '2.10',
  }),
  healthPath: both('healthcheck-path', HTTP_PATH, { merge: 'own', default: '- /, for GRPC /AWS.ALB/healthcheck' }),
  healthPort: both('healthcheck-port', HEALTH_PORT, { merge: 'own', default: 'traffic-port' }),
  healthProtocol: both('healthcheck-protocol', PROTOCOL, { merge: 'own', default: '- that of the backend' }),
  healthInterval: both('healthcheck-interval-seconds', HEALTH_INTERVAL, { merge: 'own', default: '15' }),
  healthTimeout: both('healthcheck-timeout-seconds', HEALTH_TIMEOUT, { merge: 'own', default: '5' }),
  healthyThreshold: both('healthy-threshold-count', HEALTH_THRESHOLD, { merge: 'own', default: '2' }),
  unhealthyThreshold: both('unhealthy-threshold-count', HEALTH_THRESHOLD, { merge: 'own', default: '2' }),
  successCodes: both('success-codes', SUCCESS_CODES, { merge: 'own', default: '- 200, for GRPC 12' }),
};

/** The key ends in a Service and its port: `target-control-port.web.80`. */
export const TARGET_CONTROL_ROW = albRows('Ingress')('target-control-port.', PORT, {
  merge: 'own',
  default: NOTHING,
  since: '2.16',
  ...NEW_GROUPS,
});
