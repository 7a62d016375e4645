import { K8S, type RiskRow, rowsOf, WHOLE } from './row';
import { get, isOther } from './values';

const ROUTES = rowsOf(
  { kinds: 'Ingress', source: `${K8S}concepts/services-networking/ingress/` },
  {
    'ingress-class': {
      field: /^spec\.ingressClassName$/,
      shown: 'spec.ingressClassName',
      risk: 'load-balancer',
      why: 'the controller of the old class takes its load balancer away, and that of the new class makes another.',
      source: 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/ingress_class/',
    },
    'ingress-backend': {
      field: /^spec\b.*\.(?:backend|defaultBackend)\b|^spec\.defaultBackend\b/,
      shown: 'spec.rules[].http.paths[].backend',
      when: isOther,
      risk: 'targets',
      why: 'a Service or a port that is named otherwise is a new target group: rules point to it before its targets are healthy.',
      source: 'https://github.com/kubernetes-sigs/aws-load-balancer-controller/tree/v3.5.0/pkg/deploy/elbv2',
    },
    'ingress-rules': {
      field: /^spec\.(?:rules|tls|defaultBackend)\b/,
      shown: 'spec.{rules, tls}',
      risk: 'traffic',
      why: 'hosts and paths are routed otherwise; the controller writes new rules before it deletes the old ones.',
      last: true,
    },
    'ingress-renamed': {
      field: WHOLE,
      shown: 'the object, renamed',
      on: ['renamed'],
      risk: 'load-balancer',
      why: 'a load balancer belongs to the name of its Ingress unless it has a group: the new one has another address.',
      source:
        'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#group.name',
    },
    'ingress-removed': {
      field: WHOLE,
      shown: 'the object, removed',
      on: ['removed'],
      risk: 'traffic',
      why: 'its hosts and paths are answered by nobody, and with the last Ingress of a group its load balancer goes.',
    },
    'ingress-added': {
      field: WHOLE,
      shown: 'the object, added without a group',
      when: ({ now }) => get(now, 'metadata', 'annotations', 'alb.ingress.kubernetes.io/group.name') === undefined,
      on: ['added'],
      risk: 'cost',
      why: 'an Ingress without a group has a load balancer of its own, paid for by the hour, unless its class names a group.',
      source: 'https://aws.amazon.com/elasticloadbalancing/pricing/',
    },
  },
);

const GATEWAYS = rowsOf(
  {
    kinds:
      'gateway.networking.k8s.io/HTTPRoute gateway.networking.k8s.io/GRPCRoute gateway.networking.k8s.io/TCPRoute gateway.networking.k8s.io/TLSRoute gateway.networking.k8s.io/UDPRoute',
    source: 'https://gateway-api.sigs.k8s.io/api-types/httproute/',
  },
  {
    'route-backend': {
      field: /\.backendRefs\b/,
      shown: 'spec.rules[].backendRefs',
      risk: 'traffic',
      why: 'requests go to another Service, or in other shares.',
    },
    'route-parent': {
      field: /^spec\.parentRefs\b/,
      shown: 'spec.parentRefs',
      risk: 'unavailable',
      why: 'the route leaves its Gateway, and the hosts that it served are answered by nobody there.',
    },
    'route-removed': {
      field: WHOLE,
      shown: 'the route, removed',
      on: ['removed'],
      risk: 'unavailable',
      why: 'its hosts and paths are answered by nobody, or by the next route that matches.',
    },
    'route-rules': {
      field: /^spec\b/,
      shown: 'spec of a route',
      risk: 'traffic',
      why: 'hosts, paths or filters are routed otherwise.',
      last: true,
    },
    'gateway-listeners': {
      kinds: 'gateway.networking.k8s.io/Gateway',
      field: /^spec\.listeners\b/,
      shown: 'spec.listeners of a Gateway',
      risk: 'traffic',
      why: 'a port, a host or a certificate is served otherwise; listeners that are gone close at once.',
      source: 'https://gateway-api.sigs.k8s.io/api-types/gateway/',
    },
    'gateway-renamed': {
      kinds: 'gateway.networking.k8s.io/Gateway',
      field: WHOLE,
      shown: 'the object, renamed',
      on: ['renamed', 'moved'],
      risk: 'load-balancer',
      why: 'a load balancer belongs to the name and the UID of its Gateway: the new one has another address.',
      source: 'https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/gateway/gateway/',
    },
  },
);

export const ROUTE_ROWS: readonly RiskRow[] = [...ROUTES, ...GATEWAYS];
