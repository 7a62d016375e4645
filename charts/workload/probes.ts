import { IntOrString, type Probe } from '../../imports/k8s';

/** When the kubelet asks, in whole seconds and counts. What is left out, Kubernetes decides. */
interface ProbeTiming {
  /** Seconds before the first try. `@default` 0 (Kubernetes) */
  readonly initialDelaySeconds?: number;
  /** Seconds between tries, at least 1. `@default` 10 (Kubernetes) */
  readonly periodSeconds?: number;
  /** Seconds until a try counts as failed, at least 1. `@default` 1 (Kubernetes) */
  readonly timeoutSeconds?: number;
  /** Failures in a row that count. `@default` 3 (Kubernetes) */
  readonly failureThreshold?: number;
  /** Successes in a row that count; only readiness may have more than 1. `@default` 1 (Kubernetes) */
  readonly successThreshold?: number;
}

/** How the kubelet asks a container whether it is well. `port` is a number or a port's name. */
export type ProbeInput =
  | (ProbeTiming & { readonly http: string; readonly port?: number | string })
  | (ProbeTiming & { readonly tcp: number | string })
  | (ProbeTiming & { readonly grpc: number })
  | (ProbeTiming & { readonly exec: readonly string[] })
  | PlusProbe;

/** cdk8s-plus's `Probe`, of any version. It makes its Kubernetes form for a container. */
export interface PlusProbe {
  _toKube(container: never): unknown;
}

export function kubeProbe(input: ProbeInput | undefined, port: number): Probe | undefined {
  if (input === undefined) return undefined;
  if ('_toKube' in input) {
    const container = { port, portNumber: port, ports: [{ number: port }] };
    return input._toKube(container as never) as Probe;
  }
  const timing: ProbeTiming = {
    initialDelaySeconds: input.initialDelaySeconds,
    periodSeconds: input.periodSeconds,
    timeoutSeconds: input.timeoutSeconds,
    failureThreshold: input.failureThreshold,
    successThreshold: input.successThreshold,
  };
  if ('http' in input) return { ...timing, httpGet: { path: input.http, port: intOrString(input.port ?? port) } };
  if ('tcp' in input) return { ...timing, tcpSocket: { port: intOrString(input.tcp) } };
  if ('grpc' in input) return { ...timing, grpc: { port: input.grpc } };
  return { ...timing, exec: { command: [...input.exec] } };
}

export function intOrString(value: number | string): IntOrString {
  return typeof value === 'number' ? IntOrString.fromNumber(value) : IntOrString.fromString(value);
}
