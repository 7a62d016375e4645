import { ALB, ALB_PREFIX } from '../../../knowledge/aws/alb-annotations';
import { type JsonObject, mapAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectIndex } from '../../engine/object-index';
import type { ObjectRule } from '../../engine/rule';

export const requireCertificate: ObjectRule = {
  id: 'eks/require-certificate',
  severity: 'error',
  summary: 'A load balancer that the internet reaches serves HTTPS.',
  why: 'Without a certificate the load balancer listens on HTTP alone: passwords and sessions cross the internet as plain text, and everybody on the way can change the answers. Nothing fails, so nobody notices.',
  see: ['https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#tls'],
  kinds: ['networking.k8s.io/Ingress'],
  check(object, { index, environment }, tell) {
    if (environment.platform !== 'eks') return;
    const alb = albOf(object, index);
    if (alb === undefined || alb.scheme !== 'internet-facing' || alb.servesTls) return;
    tell({
      path: ['metadata', 'annotations', `${ALB_PREFIX}${ALB.scheme.key}`],
      found: 'internet-facing',
      what: `the internet reaches it over plain HTTP: it has no certificate, so the load balancer has no HTTPS listener.`,
      fix: 'declare a certificate under `certificates` in environment.yaml and name a host that it covers, or give certificateArns; where plain HTTP is meant, say why in `plainHttp`.',
      ...(environment.tier === 'production' ? {} : { severity: 'warning' }),
    });
  },
};

/** What its annotations and the parameters of its class say together; undefined for another controller's Ingress. */
function albOf(ingress: RenderedObject, index: ObjectIndex): { scheme: string; servesTls: boolean } | undefined {
  const annotations = mapAt(ingress.value, 'metadata', 'annotations');
  const text = (key: string) => textAt(annotations, `${ALB_PREFIX}${key}`);
  const params = classParameters(ingress, index);
  const ofClass = textAt(params, 'scheme');
  if (params === undefined && !Object.keys(annotations).some((key) => key.startsWith(ALB_PREFIX))) return undefined;
  const certificates = [params?.['certificateArn'], params?.['certificateARNs']];
  return {
    scheme: ofClass ?? text(ALB.scheme.key) ?? 'internal',
    servesTls:
      text(ALB.certificateArn.key) !== undefined ||
      (text(ALB.listenPorts.key) ?? '').includes('"HTTPS"') ||
      certificates.some((list) => Array.isArray(list) && list.length > 0),
  };
}

/** The parameters win over annotations; both the controller and EKS Auto Mode have such a kind. */
function classParameters(ingress: RenderedObject, index: ObjectIndex): JsonObject | undefined {
  const name = textAt(ingress.value, 'spec', 'ingressClassName');
  if (name === undefined) return undefined;
  const ingressClass = index.find({ group: 'networking.k8s.io', kind: 'IngressClass', name });
  const reference = mapAt(ingressClass?.value, 'spec', 'parameters');
  const found = index.find({
    group: textAt(reference, 'apiGroup') ?? '',
    kind: textAt(reference, 'kind') ?? '',
    name: textAt(reference, 'name') ?? '',
  });
  return found === undefined ? undefined : mapAt(found.value, 'spec');
}
