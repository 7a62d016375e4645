import { FIRST_PORT, LAST_PORT, wrongPortName } from '../../src/grammar/port';
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
