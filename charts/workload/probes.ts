import type { Probe } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { didYouMean } from '../../src/model/suggest';
import { intOrString } from '../shared/kube-values';
import type { Problems } from '../shared/problems';

/** When the kubelet asks, in whole seconds and counts. What is left out, Kubernetes decides. */
export interface ProbeTiming {
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
  | (ProbeTiming & { readonly http: string; readonly port?: number | string; readonly scheme?: 'HTTPS' })
  | (ProbeTiming & { readonly tcp: number | string })
  | (ProbeTiming & { readonly grpc: number; readonly service?: string })
  | (ProbeTiming & { readonly exec: readonly string[] })
  | PlusProbe;

/** cdk8s-plus's `Probe`, of any version. It makes its Kubernetes form for a container. */
export interface PlusProbe {
  /** cdk8s-plus's own method. */
  _toKube(container: never): unknown;
}

type ProbeName = 'readiness' | 'liveness' | 'startup';

/** The least of each. */
const TIMES: readonly (readonly [keyof ProbeTiming, number])[] = [
  ['initialDelaySeconds', 0],
  ['periodSeconds', 1],
  ['timeoutSeconds', 1],
  ['failureThreshold', 1],
  ['successThreshold', 1],
];

export function kubeProbe(input: ProbeInput | undefined, port: number): Probe | undefined {
  if (input === undefined) return undefined;
  if ('_toKube' in input) {
    const container = { port, portNumber: port, ports: [{ number: port }] };
    return input._toKube(container as never) as Probe;
  }
  const timing: ProbeTiming = defined({
    initialDelaySeconds: input.initialDelaySeconds,
    periodSeconds: input.periodSeconds,
    timeoutSeconds: input.timeoutSeconds,
    failureThreshold: input.failureThreshold,
    successThreshold: input.successThreshold,
  });
  if ('http' in input) {
    const httpGet = { path: input.http, port: intOrString(input.port ?? port), ...defined({ scheme: input.scheme }) };
    return { ...timing, httpGet };
  }
  if ('tcp' in input) return { ...timing, tcpSocket: { port: intOrString(input.tcp) } };
  if ('grpc' in input) return { ...timing, grpc: { port: input.grpc, ...defined({ service: input.service }) } };
  return { ...timing, exec: { command: [...input.exec] } };
}

/** The port that a probe asks, where it states one by name or number. */
function namedPort(input: Exclude<ProbeInput, { readonly _toKube: unknown }>) {
  if ('http' in input) return input.port;
  return 'tcp' in input ? input.tcp : undefined;
}

/** @param portNames names of the ports that the container declares: the kubelet can ask no other name */
export function probeProblems(
  probe: ProbeName,
  input: ProbeInput | undefined,
  portNames: readonly string[],
  problems: Problems,
): void {
  if (input === undefined || '_toKube' in input) return;
  const port = namedPort(input);
  if (typeof port === 'string' && !portNames.includes(port)) {
    problems.add(
      `${probe} asks port "${port}", which the container does not declare: the probe would always fail.${didYouMean(port, portNames)}`,
      'name one of the container’s ports, or give its number.',
    );
  }
  problems.unless(
    !('http' in input) || input.http.startsWith('/'),
    `${probe} asks path "${'http' in input ? input.http : ''}".`,
    'start it with /.',
  );
  for (const [name, least] of TIMES) problems.integer(`${probe}.${name}`, input[name], least);
  problems.unless(
    probe === 'readiness' || (input.successThreshold ?? 1) === 1,
    `${probe}.successThreshold is ${input.successThreshold}; the server takes only 1 there.`,
    'leave it out.',
  );
}
