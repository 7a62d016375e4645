/** What routes can become: by the environment's `routes`, and by who serves it. */
export type RouteForm = 'alb-ingress' | 'plain-ingress' | 'alb-gateway' | 'auto-mode' | 'lattice' | 'other-gateway';

/** What a rule can say that not every form has. */
export type RouteFeature =
  | 'headers'
  | 'query'
  | 'method'
  | 'weights'
  | 'redirect'
  | 'redirectCode'
  | 'redirectPrefix'
  | 'rewrite'
  | 'requestHeaders'
  | 'responseHeaders'
  | 'timeouts'
  | 'listenerRule';

/** What would happen, and the nearest thing that the form has. */
export interface Lack {
  /** What the form does instead, as a clause with its subject. */
  readonly instead: string;
  /** The nearest thing, in the imperative. */
  readonly nearest: string;
}

/** Absent where the form has it. */
export type FormFacts = Readonly<Record<RouteFeature, Lack | 'has'>>;

/** What people call each feature. */
export const FEATURE_WORDS: Readonly<Record<RouteFeature, string>> = {
  headers: 'a match on headers',
  query: 'a match on the query',
  method: 'a match on the method',
  weights: 'several backends',
  redirect: 'a redirect',
  redirectCode: 'a redirect with 303, 307 or 308',
  redirectPrefix: 'a redirect that replaces a prefix',
  rewrite: 'a rewrite',
  requestHeaders: 'changed headers of requests',
  responseHeaders: 'changed headers of answers',
  timeouts: 'timeouts',
  listenerRule: 'a ListenerRuleConfiguration',
};

/** What people call each form. */
export const FORM_WORDS: Readonly<Record<RouteForm, string>> = {
  'alb-ingress': 'an Ingress on an ALB',
  'plain-ingress': 'an Ingress of a plain cluster',
  'alb-gateway': 'a Gateway of the AWS Load Balancer Controller',
  'auto-mode': 'a Gateway of EKS Auto Mode',
  lattice: 'a Gateway of VPC Lattice',
  'other-gateway': 'a Gateway of another controller',
};

const IDLE = 'loadBalancerAttributes {"idle_timeout.timeout_seconds": …} holds for the whole load balancer';
const LISTENER_HEADERS = 'listener attributes routing.http.response.* set some headers for a whole listener';
const ALB_CODES: Lack = {
  instead: 'an ALB answers with 301 or 302 only',
  nearest: 'use 302 where the method may change, else answer from a Pod.',
};
const ALB_PREFIX: Lack = {
  instead: 'an ALB cannot take a prefix off the path that it redirects to',
  nearest: 'give path, a whole one, or rewrite: { prefix } in front of a backend.',
};
const PLAIN: Lack = {
  instead: 'an Ingress without annotations has hosts, paths and one backend each',
  nearest: 'give the rule only where Environment.of(scope) has it, or set `routes.form: gateway` there.',
};
const GATEWAY_ERROR = 'the controller refuses the filter, and with it every route of the Gateway';

const ALB_GATEWAY: FormFacts = {
  headers: 'has',
  query: 'has',
  method: 'has',
  weights: 'has',
  redirect: 'has',
  redirectCode: ALB_CODES,
  redirectPrefix: {
    instead: 'the controller would build a redirect that leads to itself',
    nearest: ALB_PREFIX.nearest,
  },
  rewrite: 'has',
  requestHeaders: { instead: GATEWAY_ERROR, nearest: 'set the headers in the Pods.' },
  responseHeaders: { instead: GATEWAY_ERROR, nearest: `set the headers in the Pods; ${LISTENER_HEADERS}.` },
  timeouts: {
    instead: 'the controller passes over them without a word',
    nearest: `leave timeouts out; ${IDLE}.`,
  },
  listenerRule: 'has',
};

const EVERYTHING: FormFacts = {
  headers: 'has',
  query: 'has',
  method: 'has',
  weights: 'has',
  redirect: 'has',
  redirectCode: 'has',
  redirectPrefix: 'has',
  rewrite: 'has',
  requestHeaders: 'has',
  responseHeaders: 'has',
  timeouts: 'has',
  listenerRule: {
    instead: 'its controller does not know the kind',
    nearest: 'let the Pods do it, or look for a policy of that controller.',
  },
};

const LATTICE_ACTIONS = 'rules of VPC Lattice forward requests as they come, and have no other action';
const LATTICE_REDIRECT: Lack = { instead: LATTICE_ACTIONS, nearest: 'let a Pod answer with the redirect.' };

/**
 * What each form has of what rules can say. Auto Mode's guide points to the comparison of the controller's. The error, the page
 * and a test walk this table. Read on 2026-11-29.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/l7gateway/
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/
 * @see https://www.gateway-api-controller.eks.aws.dev/latest/api-types/http-route/
 * @see https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_RuleAction.html
 */
export const ROUTE_FORMS: Readonly<Record<RouteForm, FormFacts>> = {
  'alb-ingress': {
    ...ALB_GATEWAY,
    redirectPrefix: ALB_PREFIX,
    requestHeaders: { instead: 'an ALB cannot change headers of requests', nearest: 'set the headers in the Pods.' },
    responseHeaders: {
      instead: 'an ALB cannot change headers of single routes',
      nearest: `set the headers in the Pods; ${LISTENER_HEADERS}.`,
    },
    listenerRule: {
      instead: 'an Ingress says it by annotations',
      nearest: 'give it as ingress: { auth } or ingress: { jwtValidation }, or use AlbIngress.',
    },
    timeouts: { instead: 'an ALB has one timeout for all routes', nearest: `leave timeouts out; ${IDLE}.` },
  },
  'plain-ingress': {
    headers: PLAIN,
    query: PLAIN,
    method: PLAIN,
    weights: PLAIN,
    redirect: PLAIN,
    redirectCode: PLAIN,
    redirectPrefix: PLAIN,
    rewrite: PLAIN,
    requestHeaders: PLAIN,
    responseHeaders: PLAIN,
    timeouts: PLAIN,
    listenerRule: PLAIN,
  },
  'alb-gateway': ALB_GATEWAY,
  'auto-mode': { ...ALB_GATEWAY, listenerRule: EVERYTHING.listenerRule },
  lattice: {
    ...EVERYTHING,
    query: { instead: 'VPC Lattice cannot match the query', nearest: 'match a header or a path instead.' },
    redirect: LATTICE_REDIRECT,
    redirectCode: LATTICE_REDIRECT,
    redirectPrefix: LATTICE_REDIRECT,
    rewrite: { instead: LATTICE_ACTIONS, nearest: 'let the Pods serve the path that clients ask for.' },
    requestHeaders: { instead: LATTICE_ACTIONS, nearest: 'set the headers in the Pods.' },
    responseHeaders: { instead: LATTICE_ACTIONS, nearest: 'set the headers in the Pods.' },
    timeouts: { instead: LATTICE_ACTIONS, nearest: 'leave timeouts out, and set them in the clients and the Pods.' },
  },
  'other-gateway': EVERYTHING,
};

/** Headers that VPC Lattice matches in one rule. @see https://www.gateway-api-controller.eks.aws.dev/latest/api-types/http-route/ */
export const LATTICE_HEADERS = 5;
