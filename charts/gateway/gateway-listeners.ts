import { FIRST_PORT, LAST_PORT } from '../../src/grammar/port';
import { LISTENERS } from '../../src/knowledge/gateway/limits';
import { defined } from '../../src/model/defined';
import type { Environment, GatewayRoutes } from '../../src/model/environment';
import { fullHost, hostProblem } from '../alb/hosts';
import type { Problems } from '../shared/problems';
import type { GatewayListener, GatewayProps } from './gateway-props';

/** A listener with its name and full host. */
export interface ResolvedListener extends GatewayListener {
  readonly name: string;
}

const LAYER_7: ReadonlySet<string> = new Set(['HTTP', 'HTTPS']);

/** The listeners of a Gateway; what the server or the controllers of AWS would refuse is a problem. */
export function listenersOf(
  props: Pick<GatewayProps, 'listeners'>,
  environment: Environment,
  { controller }: GatewayRoutes,
  problems: Problems,
  kind: 'Gateway' | 'ListenerSet' = 'Gateway',
): readonly ResolvedListener[] {
  const given = props.listeners ?? defaultListeners(environment);
  const listeners = given.map((one) => ({
    ...one,
    name: one.name ?? nameOf(one),
    ...defined({ hostname: one.hostname && fullHost(one.hostname, environment) }),
  }));
  problems.unless(
    listeners.length >= 1 && listeners.length <= LISTENERS,
    `there are ${listeners.length} listeners; a ${kind} takes 1 to ${LISTENERS}.`,
    listeners.length === 0
      ? `name one${kind === 'Gateway' ? ', or leave listeners out' : ''}.`
      : `spread them over several ${kind}s.`,
  );
  for (const listener of listeners) judgeListener(listener, controller, problems);
  judgeTogether(listeners, controller, problems);
  return listeners;
}

function defaultListeners(environment: Environment): readonly GatewayListener[] {
  const http: GatewayListener = { protocol: 'HTTP', port: 80 };
  const isSecure = environment.platform === 'eks' && environment.certificates.length > 0;
  return isSecure ? [http, { protocol: 'HTTPS', port: 443 }] : [http];
}

const USUAL: Readonly<Record<string, number>> = { HTTP: 80, HTTPS: 443, TLS: 443 };

function nameOf({ protocol, port }: GatewayListener): string {
  const name = protocol.toLowerCase();
  return USUAL[protocol] === port ? name : `${name}-${port}`;
}

function judgeListener(
  { name, protocol, port, hostname, tlsMode, certificateSecrets }: ResolvedListener,
  controller: GatewayRoutes['controller'],
  problems: Problems,
): void {
  problems.integer(`the port of listener ${name}`, port, FIRST_PORT, LAST_PORT);
  if (hostname !== undefined) hostProblem(hostname, problems);
  problems.unless(
    hostname === undefined || (protocol !== 'TCP' && protocol !== 'UDP'),
    `listener ${name} speaks ${protocol} and has a hostname; the server refuses it.`,
    'leave hostname out.',
  );
  problems.unless(
    tlsMode === undefined || protocol === 'TLS',
    `listener ${name} speaks ${protocol} and has a tlsMode, which is for TLS.`,
    'leave tlsMode out, or use protocol TLS.',
  );
  problems.unless(
    certificateSecrets === undefined || protocol === 'HTTPS' || protocol === 'TLS',
    `listener ${name} speaks ${protocol} and has certificates; the server refuses it.`,
    'leave certificateSecrets out.',
  );
  problems.unless(
    certificateSecrets === undefined || controller === 'other',
    `listener ${name} has certificateSecrets, which no load balancer of AWS reads: it takes certificates of ACM.`,
    'leave certificateSecrets out, and declare certificates under `certificates` in environment.yaml.',
  );
  problems.unless(
    controller !== 'other' ||
      certificateSecrets !== undefined ||
      !(protocol === 'HTTPS' || isTerminated(protocol, tlsMode)),
    `listener ${name} ends TLS without a certificate.`,
    'give certificateSecrets.',
  );
}

function isTerminated(protocol: string, tlsMode: GatewayListener['tlsMode']): boolean {
  return protocol === 'TLS' && tlsMode !== 'Passthrough';
}

function judgeTogether(
  listeners: readonly ResolvedListener[],
  controller: GatewayRoutes['controller'],
  problems: Problems,
): void {
  const seen = new Set<string>();
  for (const { name, protocol, port, hostname } of listeners) {
    for (const key of [`name ${name}`, `${protocol} ${port} ${hostname ?? 'of every host'}`]) {
      problems.unless(!seen.has(key), `two listeners have ${key}; the server refuses them.`, 'change one of them.');
      seen.add(key);
    }
  }
  const layers = new Set(listeners.map(({ protocol }) => LAYER_7.has(protocol)));
  problems.unless(
    layers.size < 2 || controller === 'other' || controller === 'vpc-lattice',
    `listeners ${listeners.map(({ name }) => name).join(', ')} mix HTTP with TCP, UDP or TLS; a load balancer of AWS is an ALB or an NLB.`,
    'make two Gateways.',
  );
}
