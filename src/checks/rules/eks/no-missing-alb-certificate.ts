import { covers } from '../../../grammar/covers';
import { ALB, ALB_PREFIX } from '../../../knowledge/aws/alb-annotations';
import { listAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectRule } from '../../engine/rule';
import { albOf } from '../../reads/alb-of';

export const noMissingAlbCertificate: ObjectRule = {
  id: 'eks/no-missing-alb-certificate',
  severity: 'error',
  summary: 'Every host of an Ingress with an HTTPS listener has a certificate of the environment.',
  why: 'Where an Ingress names no certificate the controller looks one up for each of its hosts. For a host without one it stops at "no certificate found", for every Ingress that shares the load balancer.',
  see: ['https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/cert_discovery/'],
  kinds: ['networking.k8s.io/Ingress'],
  check(object, { index, environment }, tell) {
    // Without a list in the settings nobody knows here what ACM has.
    if (environment.platform !== 'eks' || environment.certificates.length === 0) return;
    const alb = albOf(object, index);
    if (alb === undefined || alb.isCertified || !alb.listeners.some(({ protocol }) => protocol === 'HTTPS')) return;
    if (ALB.createAcmCert.value.read(alb.text(ALB.createAcmCert.key) ?? '') === true) return;
    const domains = environment.certificates.flatMap((certificate) => certificate.domains);
    for (const { host, path } of hostsOf(object)) {
      if (domains.some((domain) => covers(domain, host))) continue;
      tell({
        path,
        found: host,
        what: `no certificate of environment ${environment.name} covers ${host} (they cover ${domains.join(', ')}), and the Ingress listens on HTTPS without naming one. The controller stops at "no certificate found", for ${alb.group === undefined ? 'the whole Ingress' : `every Ingress of group "${alb.group}"`}.`,
        fix: `declare the certificate under \`certificates\` in environment.yaml, name it in ${ALB_PREFIX}${ALB.certificateArn.key}, or correct the host.`,
      });
    }
  },
};

/** Of its rules and of `tls`, each once. */
function hostsOf(ingress: RenderedObject) {
  const found = new Map<string, (string | number)[]>();
  listAt(ingress.value, 'spec', 'rules').forEach((rule, r) => {
    const host = textAt(rule, 'host');
    if (host !== undefined && !found.has(host)) found.set(host, ['spec', 'rules', r, 'host']);
  });
  listAt(ingress.value, 'spec', 'tls').forEach((tls, t) => {
    listAt(tls, 'hosts').forEach((host, h) => {
      if (typeof host === 'string' && !found.has(host)) found.set(host, ['spec', 'tls', t, 'hosts', h]);
    });
  });
  return [...found].map(([host, path]) => ({ host, path }));
}
