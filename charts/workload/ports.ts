import type { Problems } from '../shared/problems';
import type { PortProps } from './pod-props';

const NAME = /^(?=.*[a-z])[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$/;

export function judgeContainerPorts(ports: readonly PortProps[], problems: Problems): void {
  for (const [index, port] of ports.entries()) {
    problems.unless(
      NAME.test(port.name) && !port.name.includes('--'),
      `port name "${port.name}" is refused by the server.`,
      'use at most 15 lower-case letters, digits and single inner hyphens, with a letter.',
    );
    problems.unless(
      Number.isInteger(port.containerPort) && port.containerPort >= 1 && port.containerPort <= 65535,
      `port ${port.name} is ${port.containerPort}.`,
      'use a whole number from 1 to 65535.',
    );
    problems.unless(
      ports.findIndex((other) => other.name === port.name) === index,
      `two ports are called "${port.name}".`,
      'give each its own name.',
    );
  }
}
