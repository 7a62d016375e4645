import { FIRST_PORT, LAST_PORT, wrongPortName } from '../../src/grammar/port';
import { CLIENT_PORTS } from '../../src/knowledge/kubernetes/service-ports';
import type { Problems } from '../shared/problems';
import type { PortProps } from './container-props';

export function judgeContainerPorts(ports: readonly PortProps[], problems: Problems): void {
  for (const [index, port] of ports.entries()) {
    const wrong = wrongPortName(port.name);
    problems.unless(
      wrong === undefined,
      `a port cannot be called "${port.name}": ${wrong}; the server refuses it.`,
      'use at most 15 lower-case letters, digits and single inner hyphens, with a letter.',
    );
    problems.integer(`port ${port.name}`, port.containerPort, FIRST_PORT, LAST_PORT);
    problems.unless(
      ports.findIndex((other) => other.name === port.name) === index,
      `two ports are called "${port.name}".`,
      'give each its own name.',
    );
  }
}

/** The Service's port for a container port: that of clients for `http` and `https`, the same number for all others. */
export function servicePortOf({ name, containerPort, servicePort }: PortProps): number | undefined {
  if (servicePort === false) return undefined;
  return servicePort ?? (Object.hasOwn(CLIENT_PORTS, name) ? CLIENT_PORTS[name] : undefined) ?? containerPort;
}
