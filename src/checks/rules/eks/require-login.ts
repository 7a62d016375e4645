import { actionTargetsOf } from '../../../knowledge/aws/alb-action';
import { ALB, ALB_PREFIX } from '../../../knowledge/aws/alb-annotations';
import { LOGIN_DETAILS } from '../../../knowledge/aws/alb-login-details';
import { idleMutualTls } from '../../../knowledge/aws/alb-mutual-tls-listeners';
import { ACTIONS_ROW } from '../../../knowledge/aws/alb-rule-rows';
import { fieldOf } from '../../../knowledge/aws/json-shape';
import { type FieldPath, type JsonObject, mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectIndex } from '../../engine/object-index';
import type { CheckContext, ObjectRule, Tell } from '../../engine/rule';
import { type Alb, albMembers, albOf } from '../../reads/alb-of';
import { type AlbRuleAt, albRulesOf } from '../../reads/alb-rules';

export const requireLogin: ObjectRule = {
  id: 'eks/require-login',
  severity: 'error',
  summary:
    'A login that an Ingress or a Service asks for is asked of everybody who comes, and so is a client’s certificate.',
  why: 'A load balancer asks for logins, tokens and certificates of clients on HTTPS listeners alone, and the controller reads the login of a Service only where a path leads to that Service and no other. Elsewhere the annotations count for nothing, without a word: everybody comes in.',
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#authentication',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html',
  ],
  kinds: ['networking.k8s.io/Ingress'],
  check(object, context, tell) {
    if (context.environment.platform !== 'eks') return;
    const alb = albOf(object, context.index);
    if (alb === undefined) return;
    const ofIngress = loginOf(alb.text(ALB.authType.key)) ?? tokenOf(alb);
    if (ofIngress !== undefined)
      judgePlainHttp(alb, { path: ['metadata', 'annotations', ofIngress.key], words: ofIngress.words }, context, tell);
    const rules = albRulesOf(alb);
    for (const rule of rules) judgeServices(rule, ofIngress, context, tell);
    judgeCertificates(alb, context, tell);
    if (ofIngress === undefined) judgeIdle(alb, rules, context, tell);
  },
};

interface Login {
  /** The annotation that asks for it. */
  readonly key: string;
  /** Begins a sentence. */
  readonly words: string;
}

const LOGIN: Login = { key: `${ALB_PREFIX}${ALB.authType.key}`, words: 'logins' };

function loginOf(type: string | undefined): Login | undefined {
  return type === 'oidc' || type === 'cognito' ? LOGIN : undefined;
}

function tokenOf(alb: Alb): Login | undefined {
  const key = ALB.jwtValidation.key;
  return alb.text(key) === undefined ? undefined : { key: `${ALB_PREFIX}${key}`, words: 'tokens' };
}

function judgeServices(rule: AlbRuleAt, ofIngress: Login | undefined, context: CheckContext, tell: Tell): void {
  const { alb } = rule;
  const services = servicesOf(rule);
  const asking = services.filter((name) => loginOf(typeOf(alb, name, context)) !== undefined);
  const [first] = asking;
  if (first === undefined) return;
  const path = [...rule.place, 'backend', 'service', 'name'];
  if (services.length > 1) {
    if (ofIngress !== undefined) return;
    tell({
      path,
      found: rule.backend,
      what: `path "${rule.path}" of ${rule.host ?? 'every host'} shares its requests among ${services.join(' and ')}, and ${LOGIN.key} of Service ${first} is read only where a path leads to that Service alone: everybody comes in.`,
      fix: 'ask for the login on the Ingress (auth of AlbIngress), in an Ingress of its own where other paths are open to everybody.',
    });
    return;
  }
  if (!alb.listeners.some(({ protocol }) => protocol === 'HTTPS')) {
    tell({
      path,
      found: first,
      what: `Service ${first} asks for logins, which are asked for on HTTPS listeners only, and the load balancer has none here: everybody comes in.`,
      fix: `add {"HTTPS":443} to ${ALB.listenPorts.key}, and a certificate.`,
    });
    return;
  }
  if (ofIngress === undefined)
    judgePlainHttp(alb, { path, words: `${LOGIN.words} of Service ${first}` }, context, tell);
}

/** Of a group, the port may be one on which another member that says the same listens. */
function judgeCertificates(alb: Alb, context: CheckContext, tell: Tell): void {
  const { key, value } = ALB.mutualAuthentication;
  const entries = value.read(alb.text(key) ?? '');
  if (entries === undefined) return;
  const path = ['metadata', 'annotations', `${ALB_PREFIX}${key}`];
  const asking = albMembers(alb, context.index).filter((member) => member.text(key) !== undefined);
  const listeners = asking.flatMap((member) => member.listeners);
  const { environment } = context;
  if (environment.platform !== 'eks') return;
  const { region, partition } = environment;
  const idle = idleMutualTls(entries, { listeners, region, partition });
  for (const one of idle) tell({ path, found: alb.text(key) ?? '', ...one });
  const verifies = entries.some((entry) => fieldOf(entry, 'mode') === 'verify');
  if (verifies && idle.length === 0) judgePlainHttp(alb, { path, words: 'certificates of clients' }, context, tell);
}

/** Beside HTTPS, HTTP has to lead there; without HTTPS eks/valid-alb-rule speaks. */
function judgePlainHttp(
  alb: Alb,
  { path, words }: { readonly path: FieldPath; readonly words: string },
  { index }: CheckContext,
  tell: Tell,
): void {
  const http = alb.listeners.find(({ protocol }) => protocol === 'HTTP');
  if (http === undefined || !alb.listeners.some(({ protocol }) => protocol === 'HTTPS')) return;
  const members = albMembers(alb, index);
  if (members.some(({ sslRedirect }) => sslRedirect !== undefined) || members.some(redirectsByAction)) return;
  tell({
    path,
    found: String(http.port),
    what: `${words} are asked for on HTTPS listeners only, and the listener of port ${http.port} answers over plain HTTP: who asks there comes in without.`,
    fix: `redirect it (${ALB.sslRedirect.key}: "443", sslRedirect of AlbIngress), or take the port out of ${ALB.listenPorts.key}.`,
  });
}

/** The older way: an action of a first path that leads to HTTPS. */
function redirectsByAction(alb: Alb): boolean {
  return albRulesOf(alb).some(
    ({ isAction, backend }) =>
      isAction && /"protocol"\s*:\s*"HTTPS"/i.test(alb.text(`${ACTIONS_ROW.key}${backend}`) ?? ''),
  );
}

function servicesOf({ alb, backend, isAction }: AlbRuleAt): readonly string[] {
  if (!isAction) return [backend];
  const names = actionTargetsOf(alb.text(`${ACTIONS_ROW.key}${backend}`) ?? '').map(({ service }) => service);
  return [...new Set(names)];
}

function typeOf(alb: Alb, name: string, { index }: CheckContext): string | undefined {
  return textAt(serviceNamed(alb, name, index)?.value, 'metadata', 'annotations', LOGIN.key);
}

function serviceNamed({ ingress }: Alb, name: string, index: ObjectIndex): RenderedObject | undefined {
  return index.find({ group: '', kind: 'Service', namespace: ingress.namespace ?? '', name });
}

/** Annotations of a login that neither the Ingress nor a Service asks for. Of a Service that is not here nothing is known. */
function judgeIdle(alb: Alb, rules: readonly AlbRuleAt[], { index }: CheckContext, tell: Tell): void {
  const fallback = textAt(alb.ingress.value, 'spec', 'defaultBackend', 'service', 'name');
  const names = [...rules.flatMap(servicesOf), ...(fallback === undefined ? [] : [fallback])];
  const services = [...new Set(names)].map((name) => serviceNamed(alb, name, index));
  if (services.some((service) => service === undefined || LOGIN.key in annotationsOf(service))) return;
  if (!(LOGIN.key in annotationsOf(alb.ingress))) tellIdle(alb.ingress, '', tell);
  const { namespace } = alb.ingress;
  const ingresses = index.ofKind('networking.k8s.io', 'Ingress').filter((one) => one.namespace === namespace);
  if (ingresses.some((ingress) => loginOf(textAt(annotationsOf(ingress), LOGIN.key)) !== undefined)) return;
  for (const service of services) if (service !== undefined) tellIdle(service, ` of Service ${service.name}`, tell);
}

function annotationsOf({ value }: RenderedObject): JsonObject {
  return mapAt(value, 'metadata', 'annotations');
}

function tellIdle(object: RenderedObject, of: string, tell: Tell): void {
  const keys = LOGIN_DETAILS.filter((key) => `${ALB_PREFIX}${key}` in annotationsOf(object));
  const [first] = keys;
  if (first === undefined) return;
  const isOne = keys.length === 1;
  tell({
    path: of === '' ? ['metadata', 'annotations', `${ALB_PREFIX}${first}`] : ['spec', 'rules'],
    found: first,
    what: `${keys.join(' and ')}${of} ${isOne ? 'says' : 'say'} how users log in, and without ${ALB.authType.key} nobody is asked to: everybody comes in.`,
    fix: `add ${LOGIN.key}: oidc or cognito, or remove ${isOne ? 'it' : 'them'}.`,
  });
}
