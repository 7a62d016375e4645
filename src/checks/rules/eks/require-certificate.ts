import { ALB, ALB_PREFIX } from '../../../knowledge/aws/alb-annotations';
import { NLB_PREFIX } from '../../../knowledge/aws/nlb-annotation';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectIndex } from '../../engine/object-index';
import type { ObjectRule, RuleFinding } from '../../engine/rule';
import { type Alb, albMembers, albOf } from '../../reads/alb-of';
import { isPublicGateway, speaksHttpAlone } from '../../reads/gateway';
import { isPublicNlb, plainHttpPort } from '../../reads/nlb-service';

export const requireCertificate: ObjectRule = {
  id: 'eks/require-certificate',
  severity: 'error',
  summary: 'A load balancer that the internet reaches serves HTTPS.',
  why: 'Without a certificate the load balancer listens on HTTP alone: passwords and sessions cross the internet as plain text, and everybody on the way can change the answers. Nothing fails, so nobody notices.',
  see: [
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#tls',
    'https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/gateway/loadbalancerconfig/',
  ],
  kinds: ['networking.k8s.io/Ingress', 'gateway.networking.k8s.io/Gateway', 'Service'],
  check(object, { index, environment }, tell) {
    if (environment.platform !== 'eks') return;
    const finding = FINDING_OF[object.kind]?.(object, index);
    if (finding === undefined) return;
    tell({ ...finding, ...(environment.tier === 'production' ? {} : { severity: 'warning' }) });
  },
};

const FINDING_OF: Readonly<Record<string, (object: RenderedObject, index: ObjectIndex) => RuleFinding | undefined>> = {
  Ingress: ofIngress,
  Gateway: ofGateway,
  Service: ofService,
};

/** Members of a group share scheme and redirect, and each stands on its own listeners alone. */
function ofIngress(object: RenderedObject, index: ObjectIndex): RuleFinding | undefined {
  const alb = albOf(object, index);
  if (alb === undefined || alb.listeners.some(({ protocol }) => protocol === 'HTTPS')) return undefined;
  const members = albMembers(alb, index);
  if ((alb.scheme ?? members.find(({ scheme }) => scheme !== undefined)?.scheme) !== 'internet-facing')
    return undefined;
  const place = {
    path: ['metadata', 'annotations', `${ALB_PREFIX}${alb.scheme === undefined ? ALB.groupName.key : ALB.scheme.key}`],
    found: 'internet-facing',
  };
  const redirecting = members.find(({ sslRedirect }) => servesHttps(members, sslRedirect))?.ingress;
  if (redirecting !== undefined) {
    return {
      ...place,
      what: `no request reaches it: it listens on HTTP alone, and the ssl-redirect of Ingress ${redirecting.namespace}/${redirecting.name} takes the rules of every HTTP listener of group "${alb.group}" away.`,
      fix: `set ${ALB_PREFIX}${ALB.listenPorts.key} to '[{"HTTP":80},{"HTTPS":443}]' here, too.`,
      severity: 'warning',
    };
  }
  return {
    ...place,
    what: `the internet reaches it over plain HTTP: ${whyPlain(alb)}.`,
    fix: `${alb.isCertified ? `add {"HTTPS":443} to ${ALB.listenPorts.key}` : FIX}; where plain HTTP is meant, say why in \`plainHttp\`.`,
  };
}

const FIX =
  'declare a certificate under `certificates` in environment.yaml and name a host that it covers, or give certificateArns';

function servesHttps(members: readonly Alb[], redirected: number | undefined): boolean {
  if (redirected === undefined) return false;
  return members.some(({ listeners }) =>
    listeners.some(({ protocol, port }) => protocol === 'HTTPS' && port === redirected),
  );
}

function whyPlain({ isCertified, group }: Alb): string {
  if (isCertified) return `it has a certificate, and its ${ALB.listenPorts.key} name no HTTPS port`;
  const who = group === undefined ? 'the load balancer has' : `it has in group "${group}"`;
  return `it has no certificate, so ${who} no HTTPS listener`;
}

function ofGateway(object: RenderedObject, index: ObjectIndex): RuleFinding | undefined {
  if (!speaksHttpAlone(object) || !isPublicGateway(object, index)) return undefined;
  return {
    path: ['spec', 'listeners'],
    found: 'HTTP',
    wanted: 'HTTPS',
    what: 'the internet reaches it over plain HTTP: none of its listeners speaks HTTPS.',
    fix: 'add a listener of protocol HTTPS with a certificate; where plain HTTP is meant, silence the rule here.',
  };
}

/** Only a port that says so speaks HTTP, and behind it a Pod may redirect to a neighbour: a warning. */
function ofService(object: RenderedObject): RuleFinding | undefined {
  const port = isPublicNlb(object) ? plainHttpPort(object) : undefined;
  if (port === undefined) return undefined;
  return {
    path: ['spec', 'ports', port.index],
    found: String(port.number),
    what: `the internet reaches port ${port.number} over plain HTTP: the load balancer has no certificate, and no other port speaks TLS.`,
    fix: `set ${NLB_PREFIX}ssl-cert, or serve TLS from the Pods; where plain HTTP is meant, silence the rule here.`,
    severity: 'warning',
  };
}
