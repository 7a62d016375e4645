import { defined } from '../../src/model/defined';
import type { Environment, GatewayRoutes } from '../../src/model/environment';
import { certificatesFor } from '../alb/hosts';
import type { Problems } from '../shared/problems';
import type { ResolvedListener } from './gateway-listeners';
import type { GatewayProps } from './gateway-props';
import type { ListenerConfiguration, LoadBalancerSettings } from './load-balancer-configuration-props';

/** A certificate of ACM, as VPC Lattice is told. @see https://www.gateway-api-controller.eks.aws.dev/latest/guides/https/ */
const LATTICE_CERTIFICATE = 'application-networking.k8s.aws/certificate-arn';
/** The server wants one entry where TLS ends, and the load balancer controller reads none of them. */
const NOBODY_READS = { 'gateway.k8s.aws/certificates': 'LoadBalancerConfiguration' };

/** ARNs for the hosts of a Gateway's listeners, by the environment. */
export function gatewayCertificates(
  props: GatewayProps,
  listeners: readonly ResolvedListener[],
  environment: Environment,
  problems: Problems,
): readonly string[] {
  const own = (props.loadBalancer?.listeners ?? []).filter(({ certificateArns }) => certificateArns !== undefined);
  const needs = listeners.filter((one) => endsTls(one) && !own.some(({ port }) => port === one.port));
  if (environment.platform !== 'eks' || needs.length === 0) return [];
  const hosts = props.hosts ?? listeners.flatMap(({ hostname }) => hostname ?? []);
  if (hosts.length > 0)
    return certificatesFor(hosts, environment, problems, 'or give loadBalancer.listeners with certificateArns');
  const all = environment.certificates.map(({ arn }) => arn);
  problems.unless(
    all.length > 0,
    `a listener ends TLS, and environment ${environment.name} has no certificate; the controller would stop for the whole Gateway.`,
    'declare one under `certificates` in environment.yaml, or give loadBalancer.listeners with certificateArns.',
  );
  return all;
}

export function endsTls({ protocol, tlsMode }: ResolvedListener): boolean {
  return protocol === 'HTTPS' || (protocol === 'TLS' && tlsMode !== 'Passthrough');
}

/** What a listener of the Gateway says of TLS. */
export function listenerTls(
  listener: ResolvedListener,
  { controller }: GatewayRoutes,
  certificates: readonly string[],
): object | undefined {
  const { protocol, tlsMode, certificateSecrets } = listener;
  if (protocol === 'TLS' && tlsMode === 'Passthrough') return { mode: 'Passthrough' };
  if (!endsTls(listener)) return undefined;
  if (certificateSecrets !== undefined)
    return {
      mode: 'Terminate',
      certificateRefs: certificateSecrets.map((name) => ({ group: '', kind: 'Secret', name })),
    };
  const [certificate] = certificates;
  if (controller === 'vpc-lattice')
    return certificate === undefined
      ? undefined
      : { mode: 'Terminate', options: { [LATTICE_CERTIFICATE]: certificate } };
  // HTTPS may go without, and certificates are named elsewhere.
  return protocol === 'TLS' ? { mode: 'Terminate', options: { ...NOBODY_READS } } : undefined;
}

/** The protocol that AWS has for a listener. */
export function effectiveProtocol(listener: ResolvedListener): ListenerConfiguration['protocol'] {
  return listener.protocol === 'TLS' && listener.tlsMode === 'Passthrough' ? 'TCP' : listener.protocol;
}

/** Settings whose listeners have the certificates, but for those that say their own. */
export function withCertificates(
  settings: LoadBalancerSettings,
  listeners: readonly ResolvedListener[],
  certificateArns: readonly string[],
): LoadBalancerSettings {
  const own = settings.listeners ?? [];
  const isOwn = (one: ResolvedListener) =>
    own.some(({ protocol, port }) => protocol === effectiveProtocol(one) && port === one.port);
  const secured = listeners.filter(endsTls);
  const found = [
    ...own.map((one) => {
      const speaksTls = secured.some((other) => effectiveProtocol(other) === one.protocol && other.port === one.port);
      return speaksTls && certificateArns.length > 0 ? { certificateArns, ...one } : one;
    }),
    ...secured
      .filter((one, index) => !isOwn(one) && secured.findIndex(({ port }) => port === one.port) === index)
      .map((one) => ({
        protocol: effectiveProtocol(one),
        port: one.port,
        ...(certificateArns.length > 0 ? { certificateArns } : {}),
      })),
  ];
  return { ...settings, ...defined({ listeners: found.length === 0 ? undefined : found }) };
}
