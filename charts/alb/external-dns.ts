import type { Environment } from '../../src/model/environment';
import type { Problems } from '../shared/problems';
import { fullHost, hostProblem } from './hosts';

/**
 * What external-dns is told, where it runs. It makes names for the hosts of the rules by itself.
 * @see https://kubernetes-sigs.github.io/external-dns/latest/docs/annotations/annotations/
 */
export interface ExternalDnsProps {
  /** Further names that lead to the load balancer; `shop` becomes `shop.<domain of the environment>`. `@default` - none */
  readonly hostnames?: readonly string[];
  /** Seconds that resolvers keep a name, 1–2147483647. `@default` - external-dns decides */
  readonly ttlSeconds?: number;
  /** Which names it makes: those of the rules, those of `hostnames`, or both. `@default` both (external-dns) */
  readonly source?: 'defined-hosts-only' | 'annotation-only';
  /** Tells weighted records of one name apart; needs `weight`. `@default` - one record for each name */
  readonly setIdentifier?: string;
  /** Share of this record among those of its name, 0–255. `@default` - not weighted */
  readonly weight?: number;
}

const PREFIX = 'external-dns.alpha.kubernetes.io/';
const TTL = 2_147_483_647;
const WEIGHT = 255;

/** Its annotations; they are rendered on every platform. */
export function externalDnsAnnotations(
  props: ExternalDnsProps | undefined,
  environment: Environment,
  problems: Problems,
): Readonly<Record<string, string>> {
  if (props === undefined) return {};
  const { hostnames, ttlSeconds, source, setIdentifier, weight } = props;
  const full = hostnames?.map((host) => fullHost(host, environment)) ?? [];
  for (const host of full) hostProblem(host, problems);
  problems.integer('externalDns.ttlSeconds', ttlSeconds, 1, TTL);
  problems.integer('externalDns.weight', weight, 0, WEIGHT);
  problems.unless(
    (setIdentifier === undefined) === (weight === undefined),
    'externalDns.setIdentifier and externalDns.weight go together: Route 53 takes neither without the other.',
    'give both, or leave both out.',
  );
  problems.unless(
    source !== 'annotation-only' || full.length > 0,
    'externalDns.source is annotation-only, and there are no hostnames: no name would be made.',
    'give hostnames, or leave source out.',
  );
  const texts: readonly (readonly [string, string | undefined])[] = [
    ['hostname', full.length === 0 ? undefined : full.join(',')],
    ['ttl', ttlSeconds?.toString()],
    ['ingress-hostname-source', source],
    ['set-identifier', setIdentifier],
    ['aws-weight', weight?.toString()],
  ];
  return Object.fromEntries(texts.flatMap(([key, text]) => (text === undefined ? [] : [[`${PREFIX}${key}`, text]])));
}
