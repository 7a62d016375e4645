import { map } from './annotation-lists';
import { BOOLEAN, choice, type JudgedValue, pattern, TEXT, whole } from './annotation-values';
import { DEREGISTRATION_DELAY, SLOW_START, STICKINESS, SWITCH } from './load-balancer-values';

type Known = Readonly<Record<string, JudgedValue>>;

/** Attributes of a log that is delivered to S3. */
const logs = (name: string): Known => ({
  [`${name}.s3.enabled`]: BOOLEAN,
  [`${name}.s3.bucket`]: TEXT,
  [`${name}.s3.prefix`]: TEXT,
});

/**
 * Attributes of an Application Load Balancer. Read on 2026-11-28.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html
 */
const LOAD_BALANCER: Known = {
  ...logs('access_logs'),
  ...logs('connection_logs'),
  ...logs('health_check_logs'),
  'client_keep_alive.seconds': whole(60, 604_800),
  'deletion_protection.enabled': BOOLEAN,
  'idle_timeout.timeout_seconds': whole(1, 4000),
  'ipv6.deny_all_igw_traffic': BOOLEAN,
  'load_balancing.cross_zone.enabled': choice('true'),
  'routing.http.desync_mitigation_mode': choice('monitor', 'defensive', 'strictest'),
  'routing.http.drop_invalid_header_fields.enabled': BOOLEAN,
  'routing.http.preserve_host_header.enabled': BOOLEAN,
  'routing.http.x_amzn_tls_version_and_cipher_suite.enabled': BOOLEAN,
  'routing.http.xff_client_port.enabled': BOOLEAN,
  'routing.http.xff_header_processing.mode': choice('append', 'preserve', 'remove'),
  'routing.http2.enabled': BOOLEAN,
  'waf.fail_open.enabled': BOOLEAN,
  'zonal_shift.config.enabled': BOOLEAN,
};

/**
 * Attributes of a Network Load Balancer, such as the one in front of an Application Load Balancer.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html
 */
const NETWORK_LOAD_BALANCER: Known = {
  ...logs('access_logs'),
  'deletion_protection.enabled': BOOLEAN,
  'dns_record.client_routing_policy': choice(
    'availability_zone_affinity',
    'partial_availability_zone_affinity',
    'any_availability_zone',
  ),
  'ipv6.deny_all_igw_traffic': BOOLEAN,
  'load_balancing.cross_zone.enabled': BOOLEAN,
  'secondary_ips.auto_assigned.per_subnet': whole(0, 7),
  'zonal_shift.config.enabled': BOOLEAN,
};

const MINIMUM_COUNT = pattern(/^(off|[1-9]\d*)$/, 'off or a whole number from 1');
const MINIMUM_SHARE = pattern(/^(off|100|[1-9]\d?)$/, 'off or a percentage from 1 to 100');

/**
 * Attributes of the target groups of an Application Load Balancer.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html
 */
const TARGET_GROUP: Known = {
  'deregistration_delay.timeout_seconds': DEREGISTRATION_DELAY,
  'load_balancing.algorithm.anomaly_mitigation': SWITCH,
  'load_balancing.algorithm.type': choice('round_robin', 'least_outstanding_requests', 'weighted_random'),
  'load_balancing.cross_zone.enabled': choice('true', 'false', 'use_load_balancer_configuration'),
  'slow_start.duration_seconds': SLOW_START,
  'stickiness.app_cookie.cookie_name': pattern(
    /^(?!AWSALB(APP|TG)?$)[^\s;,=]+$/,
    'the name of a cookie of your own, not AWSALB, AWSALBAPP or AWSALBTG',
  ),
  'stickiness.app_cookie.duration_seconds': STICKINESS,
  'stickiness.enabled': BOOLEAN,
  'stickiness.lb_cookie.duration_seconds': STICKINESS,
  'stickiness.type': choice('lb_cookie', 'app_cookie'),
  'target_group_health.dns_failover.minimum_healthy_targets.count': MINIMUM_COUNT,
  'target_group_health.dns_failover.minimum_healthy_targets.percentage': MINIMUM_SHARE,
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.count': whole(1, 1000),
  'target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage': MINIMUM_SHARE,
};

const HEADER_NAME = pattern(/^[A-Za-z0-9_-]{1,40}$/, 'a header’s name of at most 40 letters, digits, - and _');
const requestHeader = (name: string): Known => ({ [`routing.http.request.${name}.header_name`]: HEADER_NAME });
const responseHeader = (name: string, value: JudgedValue = TEXT): Known => ({
  [`routing.http.response.${name}.header_value`]: value,
});

/**
 * Attributes of the listeners of an Application Load Balancer: headers that it renames, adds or leaves out.
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html
 */
const LISTENER: Known = {
  ...requestHeader('x_amzn_mtls_clientcert'),
  ...requestHeader('x_amzn_mtls_clientcert_issuer'),
  ...requestHeader('x_amzn_mtls_clientcert_leaf'),
  ...requestHeader('x_amzn_mtls_clientcert_serial_number'),
  ...requestHeader('x_amzn_mtls_clientcert_subject'),
  ...requestHeader('x_amzn_mtls_clientcert_validity'),
  ...requestHeader('x_amzn_tls_cipher_suite'),
  ...requestHeader('x_amzn_tls_version'),
  ...responseHeader('access_control_allow_credentials', choice('true')),
  ...responseHeader('access_control_allow_headers'),
  ...responseHeader('access_control_allow_methods'),
  ...responseHeader('access_control_allow_origin'),
  ...responseHeader('access_control_expose_headers'),
  ...responseHeader('access_control_max_age', whole(0, 86_400)),
  ...responseHeader('content_security_policy'),
  'routing.http.response.server.enabled': BOOLEAN,
  ...responseHeader('strict_transport_security'),
  ...responseHeader('x_content_type_options', choice('nosniff')),
  ...responseHeader('x_frame_options'),
};

export const ALB_ATTRIBUTES = map({ known: LOAD_BALANCER, allKnown: 'load balancer attribute' });
export const FRONTEND_NLB_ATTRIBUTES = map({ known: NETWORK_LOAD_BALANCER, allKnown: 'load balancer attribute' });
export const ALB_TARGET_GROUP_ATTRIBUTES = map({ known: TARGET_GROUP, allKnown: 'target group attribute' });
export const ALB_LISTENER_ATTRIBUTES = map({ known: LISTENER, allKnown: 'listener attribute' });
