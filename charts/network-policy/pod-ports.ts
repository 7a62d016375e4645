import type { PodSpec } from '../../imports/k8s';
import { defined } from '../../src/model/defined';

/** A port that a container declares. */
export interface PodPort {
  readonly name?: string;
  readonly number: number;
  readonly protocol: string;
}

const PORTS = new WeakMap<object, readonly PodPort[]>();

/** Keeps the ports of a workload's Pods, for policies about them. */
export function recordPorts(workload: object, { containers, initContainers = [] }: PodSpec): void {
  const declared = [...containers, ...initContainers].flatMap(({ ports = [] }) => ports);
  PORTS.set(
    workload,
    declared.map(({ name, containerPort, protocol = 'TCP' }) => ({
      ...defined({ name }),
      number: containerPort,
      protocol,
    })),
  );
}

/** What cdk8s-plus knows of the containers of its workloads. */
interface PlusContainers {
  readonly containers?: readonly {
    readonly ports?: readonly { readonly name?: string; readonly number: number; readonly protocol?: string }[];
  }[];
}

/** Ports that the Pods of a workload declare, ours or cdk8s-plus's; undefined where they are not known. */
export function portsOf(pods: object): readonly PodPort[] | undefined {
  const own = PORTS.get(pods);
  if (own !== undefined) return own;
  const declared = ((pods as PlusContainers).containers ?? []).flatMap(({ ports = [] }) => ports);
  if (declared.length === 0) return undefined;
  return declared.map(({ name, number, protocol = 'TCP' }) => ({ ...defined({ name }), number, protocol }));
}

/** `8080 (http), 53/UDP (dns)` */
export function portsText(ports: readonly PodPort[]): string {
  return ports
    .map(({ name, number, protocol }) => {
      const text = protocol === 'TCP' ? `${number}` : `${number}/${protocol}`;
      return name === undefined ? text : `${text} (${name})`;
    })
    .join(', ');
}
