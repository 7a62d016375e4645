/** An action of a load balancer that the controller of Argo Rollouts keeps. */
export interface SharedOut {
  /** Name of the action, which is that of the workload's Service. */
  readonly name: string;
  /** Port of the Services. */
  readonly port: number;
  /** Its name in the container. */
  readonly portName: string;
  /** The action as the controller writes it while no release goes on, byte for byte. */
  readonly text: string;
  /** Ingresses that have it, by their names. */
  readonly ingresses: Set<string>;
}
