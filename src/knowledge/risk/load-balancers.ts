import { type LoadBalancerEffect, loadBalancerEffect } from '../aws/load-balancer-changes';
import { LOAD_BALANCER_SETTING_ROWS } from './load-balancer-settings';
import { type FieldValues, type RiskRow, rowsOf } from './row';
import { becomes } from './values';

const GUIDE = 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/';
const CODE = 'https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/v3.5.0/pkg/';

const has =
  (effect: LoadBalancerEffect) =>
  ({ kind, field, before, after }: FieldValues): boolean =>
    loadBalancerEffect(kind, field, before, after) === effect;

const BALANCED =
  'Ingress Service elbv2.k8s.aws/IngressClassParams gateway.k8s.aws/LoadBalancerConfiguration gateway.k8s.aws/TargetGroupConfiguration gateway.networking.k8s.io/Gateway';

/** What is replaced: the table of `load-balancer-changes` decides, and these rows say it. */
const REPLACED = rowsOf(
  { kinds: BALANCED, source: `${CODE}deploy/elbv2` },
  {
    scheme: {
      field: /^(?:spec\.scheme|metadata\.annotations\["[^"]*(?:[/-]scheme|-internal)"\])$/,
      shown: 'alb.ingress.kubernetes.io/scheme, aws-load-balancer-scheme, spec.scheme',
      when: has('load-balancer'),
      risk: 'load-balancer',
      why: 'the scheme is part of what a load balancer is: the old one is deleted before the new one is made, with another DNS name, for every Ingress of the group.',
    },
    'scheme-public': {
      field: /^(?:spec\.scheme|metadata\.annotations\["[^"]*[/-]scheme"\])$/,
      shown: 'the scheme → internet-facing',
      when: becomes('internet-facing'),
      on: ['changed', 'added'],
      risk: 'widened',
      why: 'the load balancer is reached from the internet.',
      source: `${GUIDE}ingress/annotations/#scheme`,
    },
    group: {
      field: /^(?:spec\.group(?:\.name)?|metadata\.annotations\["alb\.ingress\.kubernetes\.io\/group\.name"\])$/,
      shown: 'alb.ingress.kubernetes.io/group.name, spec.group.name',
      when: has('load-balancer'),
      risk: 'load-balancer',
      why: 'the Ingress moves to the load balancer of another group, with another DNS name; the last one of the old group takes its load balancer along.',
      source: `${GUIDE}ingress/annotations/#group.name`,
    },
    'load-balancer-kind': {
      field: /./,
      shown: 'aws-load-balancer-type, spec.gatewayClassName, others of this table',
      when: has('load-balancer'),
      risk: 'load-balancer',
      why: 'another kind of load balancer is made, with another DNS name, and the old one goes or is left behind.',
      last: true,
    },
    'target-type': {
      field: /^(?:spec\.(?:defaultConfiguration\.)?targetType|metadata\.annotations\["[^"]*[/-]target-type"\])$/,
      shown: 'alb.ingress.kubernetes.io/target-type, aws-load-balancer-nlb-target-type',
      when: has('targets'),
      risk: 'targets',
      why: 'a target group of another type is a new one: the listener points to it before its targets are registered.',
    },
    'backend-protocol': {
      field: /./,
      shown:
        'alb.ingress.kubernetes.io/backend-protocol(-version), aws-load-balancer-backend-protocol, others of this table',
      when: has('targets'),
      risk: 'targets',
      why: 'a target group with another protocol is a new one: the listener points to it before its targets are registered.',
      last: true,
    },
    'not-compared': {
      field: /./,
      shown: 'load-balancer-name, aws-load-balancer-eip-allocations, others of this table',
      when: has('later'),
      risk: 'later',
      why: 'the controller does not compare it: it counts when a load balancer is made, and the one that exists stays as it is.',
    },
  },
);

export const LOAD_BALANCER_ROWS: readonly RiskRow[] = [...REPLACED, ...LOAD_BALANCER_SETTING_ROWS];
