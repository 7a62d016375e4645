import type { AlbListeners, AlbSettings } from '../../src/knowledge/aws/alb-settings';
import { defined } from '../../src/model/defined';
import type { EksEnvironment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import { certificatesFor } from './hosts';

/** TLS 1.2 and 1.3 with forward secrecy; the controller's own default still takes TLS 1.0. */
const SSL_POLICY = 'ELBSecurityPolicy-TLS13-1-2-2021-06';

/** Listeners of an Ingress on EKS; a host that no certificate covers is a problem. */
export function albListeners(
  settings: AlbSettings,
  hosts: readonly string[],
  environment: EksEnvironment,
  problems: Problems,
): AlbListeners {
  const isNamed = settings.certificateArns !== undefined || settings.createdCertificate !== undefined;
  const tls = settings.tls ?? (isNamed || withCertificates(hosts, environment));
  if (!tls) {
    problems.unless(
      settings.tls === false || !settings.listenPorts?.some(({ protocol }) => protocol === 'HTTPS'),
      `listenPorts has an HTTPS port, but environment ${environment.name} has no certificate for this Ingress; the controller would stop for the whole group.`,
      'declare one under `certificates` in environment.yaml and name a host, or give certificateArns.',
    );
    return { ...defined({ ports: settings.listenPorts }), certificateArns: [] };
  }
  if (hosts.length === 0 && settings.certificateArns === undefined)
    problems.add('tls needs a host, or certificateArns.', 'name the host.');
  const found = () => certificatesFor(hosts, environment, problems, 'give certificateArns, or set tls: false');
  const certificateArns = settings.certificateArns ?? (settings.createdCertificate === undefined ? found() : []);
  for (const arn of certificateArns) judgeCertificate(arn, environment, problems);
  const ports = settings.listenPorts ?? [
    { protocol: 'HTTP', port: 80 },
    { protocol: 'HTTPS', port: 443 },
  ];
  const https = ports.find(({ protocol }) => protocol === 'HTTPS');
  const redirects = https !== undefined && (settings.sslRedirect ?? ports.some(({ protocol }) => protocol === 'HTTP'));
  return {
    ports,
    certificateArns,
    sslPolicy: settings.sslPolicy ?? SSL_POLICY,
    ...(redirects ? { redirectTo: https.port } : {}),
  };
}

function withCertificates(hosts: readonly string[], environment: EksEnvironment): boolean {
  return hosts.length > 0 && environment.certificates.length > 0;
}

/** Whether anything is served over TLS, on EKS. */
export function servesTls({ ports = [] }: AlbListeners): boolean {
  return ports.some(({ protocol }) => protocol === 'HTTPS');
}

/** What is wrong with listeners in every environment. */
export function judgeListeners(settings: AlbSettings, problems: Problems): void {
  const { tls, certificateArns, listenPorts: ports, sslRedirect } = settings;
  problems.unless(
    !(tls === false && certificateArns !== undefined),
    'tls is false, but certificateArns are given.',
    'leave one of them out.',
  );
  problems.unless(
    !(tls === false && sslRedirect === true),
    'tls is false, but sslRedirect sends every request to HTTPS; the controller would stop for the whole group.',
    'leave one of them out.',
  );
  problems.unless(certificateArns?.length !== 0, 'certificateArns is empty.', 'name one, or leave it out.');
  if (ports === undefined) return;
  problems.unless(ports.length > 0, 'listenPorts is empty.', 'name a port, or leave it out.');
  const https = ports.some(({ protocol }) => protocol === 'HTTPS');
  problems.unless(
    https || sslRedirect !== true,
    'sslRedirect needs an HTTPS port among listenPorts; the controller would stop for the whole group.',
    'add { protocol: "HTTPS", port: 443 }.',
  );
  problems.unless(
    https || (tls !== true && certificateArns === undefined),
    'listenPorts has no HTTPS port, so the certificates would serve nobody.',
    'add { protocol: "HTTPS", port: 443 }, or set tls: false.',
  );
  problems.unless(
    !https || tls !== false,
    'listenPorts has an HTTPS port, but tls is false: the controller would find no certificate.',
    'leave tls out, or the port.',
  );
}

const CERTIFICATE = /^arn:([\w-]+):acm:([\w-]+):(\d{12}):certificate\/[\w-]+$/;

function judgeCertificate(arn: string, environment: EksEnvironment, problems: Problems): void {
  const match = CERTIFICATE.exec(arn);
  problems.unless(
    match !== null,
    `"${arn}" is not a certificate of ACM.`,
    'write it like arn:aws:acm:<region>:<account>:certificate/<id>.',
  );
  if (match === null) return;
  problems.unless(
    match[2] === environment.region && match[1] === environment.partition,
    `certificate ${arn} is not of region ${environment.region}; a load balancer takes those of its own region only.`,
    'request one there, or let the environment’s certificates be found by host.',
  );
}
