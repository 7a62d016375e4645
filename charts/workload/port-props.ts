import type { Without } from '../shared/without';
import type { PortProps } from './container-props';

/** Ports by their names. */
export interface NamedPorts {
  /** Several ports; the first is the one that load balancers and probes use. Give this or `port`. */
  readonly ports: readonly PortProps[];
}

/** One port. */
export interface OnePort {
  /** Port the container listens on, named `http`. 1–65535. Give this or `ports`. */
  readonly port: number;
  /** Port of the Service for `port`. 1–65535. `@default` 80, as of every port that is named `http` */
  readonly servicePort?: number;
}

/** One port, or several. */
export type OneOrNamedPorts =
  | (NamedPorts & Without<'port' | 'servicePort', 'port and ports exclude each other: put the port into ports'>)
  | (OnePort & Without<'ports', 'port and ports exclude each other: put the port into ports'>);
