import type { Problems } from '../shared/problems';
import type { NlbInput } from './nlb-input';
import { listenerProtocol, type NlbPort } from './nlb-listeners';

/** What listeners ask of each other, and of the settings of all. */
export function judgeNlbListeners(input: NlbInput, problems: Problems): void {
  const { ports, settings } = input;
  judgeNamed('tls.ports', settings.tls?.ports ?? [], 'TCP', ports, problems);
  judgeNamed('quicPorts', settings.quicPorts ?? [], 'UDP', ports, problems);
  for (const number of settings.proxyProtocolPorts ?? [])
    problems.unless(
      ports.some(({ port }) => port === number),
      `proxyProtocolPorts names port ${number}, which no listener has.`,
      'name the ports of listeners.',
    );
  problems.unless(
    settings.quicPorts === undefined || settings.targetType === 'ip',
    'quicPorts need targets that are Pods: with targetType instance no load balancer is made.',
    'set targetType: ip.',
  );
  judgeNumbers(input, problems);
  for (const port of ports) judgeListener(port, listenerProtocol(port, ports, settings), problems);
}

function judgeNamed(
  property: string,
  names: readonly (string | number)[],
  transport: NlbPort['transport'],
  ports: readonly NlbPort[],
  problems: Problems,
): void {
  for (const one of names) {
    const found = ports.filter(({ name, port }) => one === name || one === port);
    problems.unless(
      found.length > 0,
      `${property} names port ${one}, which no listener has; the controller stops there, and no load balancer is made.`,
      'name a listener, by its name or port.',
    );
    problems.unless(
      found.length === 0 || found.some((port) => port.transport === transport),
      `${property} names port ${one}, which is not ${transport}.`,
      `name listeners of ${transport}.`,
    );
  }
}

/** Two listeners of one number: AWS takes a TCP and a UDP one together, as one listener. */
function judgeNumbers({ ports, settings }: NlbInput, problems: Problems): void {
  for (const [index, port] of ports.entries()) {
    const other = ports.slice(0, index).find((each) => each.port === port.port);
    if (other === undefined) continue;
    if (other.transport === port.transport) {
      problems.add(
        `listeners "${other.name}" and "${port.name}" are both ${port.transport} port ${port.port}; the server refuses the Service.`,
        'give one of them another port.',
      );
      continue;
    }
    problems.unless(
      settings.tcpUdpListener === true,
      `listeners "${other.name}" and "${port.name}" are TCP and UDP of port ${port.port}, and AWS takes one listener for each port.`,
      'set tcpUdpListener: true, or give one of them another port.',
    );
  }
}

function judgeListener({ name, settings }: NlbPort, protocol: string, problems: Problems): void {
  problems.unless(
    settings.idleTimeoutSeconds === undefined || protocol === 'TCP',
    `listeners.${name}.idleTimeoutSeconds is of TCP listeners, and this one is ${protocol}; AWS refuses it.`,
    'leave it out.',
  );
  const { forward } = settings;
  if (forward === undefined) return;
  problems.unless(
    !(forward.stickiness === true && protocol === 'TLS'),
    `listeners.${name}.forward keeps clients with their target group, which TLS listeners do not; AWS refuses it.`,
    'leave stickiness out.',
  );
  problems.unless(
    ['TCP', 'TLS', 'UDP', 'TCP_UDP'].includes(protocol),
    `listeners.${name}.forward shares connections out, which ${protocol} listeners do not.`,
    'leave forward out.',
  );
  const isNobody = forward.baseServiceWeight === 0 && forward.targetGroups.every(({ weight }) => weight === 0);
  problems.unless(
    !isNobody,
    `all weights of listeners.${name}.forward are 0: nobody gets a connection.`,
    'give one of them more.',
  );
}
