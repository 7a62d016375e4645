import type { Probe } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { didYouMean } from '../../src/model/suggest';
import { intOrString } from '../shared/kube-values';
import type { Problems } from '../shared/problems';
import type { Without } from '../shared/without';

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
  /**
   * Seconds until a container that failed the probe is killed, at least 1; not for readiness.
   * @default the Pod's `terminationGracePeriodSeconds`
   */
  readonly terminationGracePeriodSeconds?: number;
}

/** The ways a probe can ask. */
export type ProbeHandler = 'http' | 'tcp' | 'grpc' | 'exec';
/** The others must not be given. */
export type OneHandler<Mine extends ProbeHandler> = Without<
  Exclude<ProbeHandler, Mine>,
  'a probe asks in one way: leave the others out'
>;

/** Asks by HTTP; 200–399 is well. */
export interface HttpProbe extends ProbeTiming {
  /** Path, from `/`. */
  readonly http: string;
  /** Number or name of a port of the container. `@default` the first */
  readonly port?: number | string;
  /** `HTTPS` looks at no certificate. `@default` HTTP (Kubernetes) */
  readonly scheme?: 'HTTPS';
  /** Headers of the request, such as `Host`. `@default` - none */
  readonly headers?: Readonly<Record<string, string>>;
}
/** Opens a connection. */
export interface TcpProbe extends ProbeTiming {
  /** Number or name of a port of the container. */
  readonly tcp: number | string;
}
/** Asks by gRPC's own health protocol. */
export interface GrpcProbe extends ProbeTiming {
  /** Port number. */
  readonly grpc: number;
  /** Name of the service that is asked for. `@default` - the whole server */
  readonly service?: string;
}
/** Runs a command in the container; exit code 0 is well. */
export interface ExecProbe extends ProbeTiming {
  /** Command and arguments; no shell. */
  readonly exec: readonly string[];
}

/** How the kubelet asks a container whether it is well. */
export type ProbeInput =
  | (HttpProbe & OneHandler<'http'>)
  | (TcpProbe & OneHandler<'tcp'>)
  | (GrpcProbe & OneHandler<'grpc'>)
  | (ExecProbe & OneHandler<'exec'>)
  | PlusProbe;

/** The same, as it is read: by the way that is there. */
export type AnyProbe = HttpProbe | TcpProbe | GrpcProbe | ExecProbe | PlusProbe;

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
  ['terminationGracePeriodSeconds', 1],
];

export function kubeProbe(input: AnyProbe | undefined, port: number): Probe | undefined {
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
    terminationGracePeriodSeconds: input.terminationGracePeriodSeconds,
  });
  if ('http' in input) {
    const { scheme, headers } = input;
    const httpHeaders = headers && Object.entries(headers).map(([name, value]) => ({ name, value }));
    const httpGet = { path: input.http, port: intOrString(input.port ?? port), ...defined({ scheme, httpHeaders }) };
    return { ...timing, httpGet };
  }
  if ('tcp' in input) return { ...timing, tcpSocket: { port: intOrString(input.tcp) } };
  if ('grpc' in input) return { ...timing, grpc: { port: input.grpc, ...defined({ service: input.service }) } };
  return { ...timing, exec: { command: [...input.exec] } };
}

/** The port that a probe asks, where it states one by name or number. */
function namedPort(input: Exclude<AnyProbe, { readonly _toKube: unknown }>) {
  if ('http' in input) return input.port;
  return 'tcp' in input ? input.tcp : undefined;
}

/** @param of the container, where it is not the main one; @param portNames names of the ports that the container declares: the kubelet can ask no other name */
export function probeProblems(
  probe: ProbeName,
  input: AnyProbe | undefined,
  portNames: readonly string[],
  of: string,
  problems: Problems,
): void {
  const what = `${probe}${of}`;
  if (input === undefined || '_toKube' in input) return;
  const port = namedPort(input);
  if (typeof port === 'string' && !portNames.includes(port)) {
    problems.add(
      `${what} asks port "${port}", which the container does not declare: the probe would always fail.${didYouMean(port, portNames)}`,
      'name one of the container’s ports, or give its number.',
    );
  }
  problems.unless(
    !('http' in input) || input.http.startsWith('/'),
    `${what} asks path "${'http' in input ? input.http : ''}".`,
    'start it with /.',
  );
  for (const [name, least] of TIMES) problems.integer(`${what}.${name}`, input[name], least);
  problems.unless(
    probe === 'readiness' || (input.successThreshold ?? 1) === 1,
    `${what}.successThreshold is ${input.successThreshold}; the server takes only 1 there.`,
    'leave it out.',
  );
  problems.unless(
    probe !== 'readiness' || input.terminationGracePeriodSeconds === undefined,
    `${what}.terminationGracePeriodSeconds is ${input.terminationGracePeriodSeconds}: readiness kills nothing, and the server refuses it.`,
    'leave it out.',
  );
  const ways = (['http', 'tcp', 'grpc', 'exec'] as const).filter((way) => way in input);
  problems.unless(
    ways.length <= 1,
    `${what} has ${ways.join(' and ')}: only the first would be asked.`,
    'leave the others out.',
  );
}
