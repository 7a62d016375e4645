import { FIRST_PORT, LAST_PORT } from '../../src/grammar/port';
import type { NlbForward } from '../../src/knowledge/aws/nlb-action';
import type { NlbListenerAttributes, NlbListenerSettings } from '../../src/knowledge/aws/nlb-listener';
import type { NlbSettings } from '../../src/knowledge/aws/nlb-settings';
import { didYouMean } from '../../src/model/suggest';
import { type BackendInput, serviceAndPort } from '../alb/backend';
import type { Problems } from '../shared/problems';
import { servicePortOf } from '../workload/ports';
import type { ReachedPods } from './nlb-backend';

/** Somebody who gets a share of a listener's connections. */
export type NlbTargetProps = (
  | {
      /** A Service of the same namespace. */
      readonly backend: BackendInput;
    }
  | {
      /** ARN of a target group that somebody else made. */
      readonly targetGroupArn: string;
    }
) & {
  /** Share of the new connections, 0–999; 0 also ends the present ones. */
  readonly weight: number;
};

/** How a listener shares its connections with others. */
export interface NlbForwardProps {
  /** Share of the workload itself, 0–999. */
  readonly weight: number;
  /** One to four others. */
  readonly targets: readonly NlbTargetProps[];
  /** Whether a client stays with its target group; not on TLS listeners. `@default` false (AWS) */
  readonly stickiness?: boolean;
}

/** What one listener has of its own. */
export interface NlbListenerProps extends NlbListenerAttributes {
  /** Name of the container's port that it leads to. `@default` the listener's name */
  readonly target?: string;
  /** Port that clients call, 1–65535. `@default` - that of the workload's own Service */
  readonly port?: number;
  /** How the connections are shared with others, as a canary wants. `@default` - the workload alone */
  readonly forward?: NlbForwardProps;
}

/** A port of the Service, and what its listener speaks. */
export interface NlbPort {
  readonly name: string;
  readonly port: number;
  /** Name of the container's port; its number where it has none. */
  readonly target: string | number;
  readonly transport: 'TCP' | 'UDP';
  readonly appProtocol: string | undefined;
  readonly settings: NlbListenerSettings;
}

/** The Service's ports; what the workload does not have is a problem. */
export function nlbPorts(
  backend: ReachedPods | undefined,
  given: Readonly<Record<string, NlbListenerProps>> | undefined,
  problems: Problems,
): readonly NlbPort[] {
  if (backend === undefined) return [];
  const served = backend.ports.filter((port) => servicePortOf(port) !== undefined);
  const listeners: Readonly<Record<string, NlbListenerProps>> =
    given ?? Object.fromEntries(served.slice(0, 1).map(({ name }) => [name, {}]));
  const names = backend.ports.map(({ name }) => name);
  problems.unless(
    Object.keys(listeners).length > 0,
    `${backend.name} has no port that a listener could lead to, and a load balancer without listeners is not made.`,
    'give the workload a port, or name one under listeners.',
  );
  return Object.entries(listeners).flatMap(([name, { target = name, port, forward, ...settings }]): NlbPort[] => {
    const found = backend.ports.find((each) => each.name === target);
    if (found === undefined) {
      problems.add(
        `listener "${name}" leads to port "${target}", which no container of ${backend.name} declares; its targets would never be healthy.${didYouMean(target, names)}`,
        'name a port of the workload, in target where the listener has another name.',
      );
      return [];
    }
    const { protocol = 'TCP', appProtocol } = found;
    if (protocol === 'SCTP') {
      problems.add(
        `listener "${name}" leads to a port of SCTP, which Network Load Balancers do not carry.`,
        'leave it out of listeners.',
      );
      return [];
    }
    const number = port ?? servicePortOf(found) ?? found.containerPort;
    problems.integer(`the port of listener "${name}"`, number, FIRST_PORT, LAST_PORT);
    const shared = forward === undefined ? {} : { forward: forwardOf(forward, problems) };
    return [
      {
        name,
        port: number,
        target: found.unnamed ?? target,
        transport: protocol,
        appProtocol,
        settings: { ...settings, ...shared },
      },
    ];
  });
}

function forwardOf({ weight, targets, stickiness }: NlbForwardProps, problems: Problems): NlbForward {
  return {
    baseServiceWeight: weight,
    targetGroups: targets.map((target) =>
      'backend' in target
        ? { ...serviceAndPort(target.backend, problems), weight: target.weight }
        : { targetGroupARN: target.targetGroupArn, weight: target.weight },
    ),
    ...(stickiness === undefined ? {} : { stickiness }),
  };
}

/** What a listener speaks, as the keys of its annotations end in it: `TCP`, `TLS`, `UDP`, `TCP_UDP`, `QUIC`, `TCP_QUIC`. */
export function listenerProtocol(port: NlbPort, ports: readonly NlbPort[], settings: NlbSettings): string {
  const isNamed = (list: readonly (string | number)[] = []) =>
    list.some((one) => one === port.name || one === port.port);
  const isShared =
    settings.tcpUdpListener === true &&
    ports.some((other) => other.port === port.port && other.transport !== port.transport);
  const isQuic = isNamed(settings.quicPorts);
  if (isShared) return isQuic ? 'TCP_QUIC' : 'TCP_UDP';
  if (port.transport === 'UDP') return isQuic ? 'QUIC' : 'UDP';
  return isNamed(settings.tls?.ports) ? 'TLS' : 'TCP';
}
