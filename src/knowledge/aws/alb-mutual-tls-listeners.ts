import type { AlbMutualAuthentication } from './alb-mutual-tls';
import { fieldOf } from './json-shape';
import type { AlbListenPort } from './load-balancer-values';

/** Where the listeners stand that ask for certificates of clients. */
export interface MutualTlsPlace {
  /** Undefined where nobody knows them yet. */
  readonly listeners: readonly AlbListenPort[] | undefined;
  readonly region: string;
  readonly partition: string;
}

/** Why an entry never asks a client for a certificate, or asks for those of no trust store. */
export interface IdleMutualTls {
  readonly what: string;
  readonly fix: string;
}

/**
 * Entries of ports that speak HTTP, that nobody listens on, or whose trust store is elsewhere. The controller reads an entry
 * for HTTPS listeners of the Ingress alone.
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#mutual-authentication
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html
 */
export function idleMutualTls(
  entries: readonly AlbMutualAuthentication[],
  place: MutualTlsPlace,
): readonly IdleMutualTls[] {
  return entries.flatMap((entry) => {
    if (fieldOf(entry, 'mode') === 'off') return [];
    return [idlePort(Number(fieldOf(entry, 'port')), place), foreignStore(fieldOf(entry, 'trustStore'), place)].filter(
      (one) => one !== undefined,
    );
  });
}

function idlePort(port: number, { listeners }: MutualTlsPlace): IdleMutualTls | undefined {
  const listening = listeners?.filter((one) => one.port === port);
  if (listening === undefined || listening.some(({ protocol }) => protocol === 'HTTPS')) return undefined;
  const reason = listening.length > 0 ? `port ${port} speaks HTTP` : `the Ingress does not listen on port ${port}`;
  return {
    what: `mutual authentication of port ${port} asks nobody for a certificate: HTTPS listeners alone ask for it, and ${reason}.`,
    fix: 'name an HTTPS port of its listen-ports (tls, listenPorts of AlbIngress).',
  };
}

function foreignStore(store: unknown, { region, partition }: MutualTlsPlace): IdleMutualTls | undefined {
  const [arn, ofPartition, , ofRegion] = String(store).split(':');
  if (arn !== 'arn' || (ofPartition === partition && ofRegion === region)) return undefined;
  return {
    what: `trust store ${String(store)} is not of region ${region}, and a load balancer takes those of its own region only.`,
    fix: 'name one of that region.',
  };
}
