import type { Container, PodTemplateSpec, TopologySpreadConstraint, Volume } from '../../imports/k8s';
import type { Environment } from '../../src/model/environment';
import type { Problems } from '../problems';
import { atLeast } from '../version';
import { envVars } from './env';
import type { Labels } from './labels';
import type { PodProps, PortProps } from './pod-props';
import { kubeProbe } from './probes';
import { resourceRequirements } from './resources';
import { containerSecurityContext, podSecurityContext, securityProblems } from './security';
import { envFromSource } from './values';
import { podVolumes } from './volumes';

export interface PodTemplateInput {
  readonly component: string;
  readonly props: PodProps;
  readonly ports: readonly PortProps[];
  readonly labels: Labels;
  readonly serviceAccountName: string;
  readonly environment: Environment;
  readonly problems: Problems;
  /** Seconds between leaving the endpoints and SIGTERM. */
  readonly preStopSeconds?: number;
  readonly restartPolicy?: 'OnFailure' | 'Never';
  readonly topologySpreadConstraints?: TopologySpreadConstraint[];
}

/** One Pod template with secure defaults, shared by all workloads. Pure: it only reads its input. */
export function podTemplate(input: PodTemplateInput): PodTemplateSpec {
  const { props, problems, labels } = input;
  const profile = props.profile ?? 'restricted';
  securityProblems(props.user, profile, props.addCapabilities ?? [], problems);
  portProblems(input.ports, problems);
  graceProblems(props, input.preStopSeconds, problems);
  const { volumes, mounts } = podVolumes(props.writable ?? [], props.mounts ?? [], problems);
  const annotations = props.podAnnotations ?? {};
  return {
    metadata: {
      labels: { ...labels, ...props.podLabels },
      ...(Object.keys(annotations).length === 0 ? {} : { annotations: { ...annotations } }),
    },
    spec: {
      containers: [mainContainer(input, mounts), ...(props.sidecars ?? [])],
      ...(props.initContainers === undefined ? {} : { initContainers: [...props.initContainers] }),
      automountServiceAccountToken: props.automountServiceAccountToken ?? false,
      enableServiceLinks: false,
      securityContext: podSecurityContext(props.user, profile),
      serviceAccountName: input.serviceAccountName,
      ...optional('nodeSelector', props.nodeSelector),
      ...optional('priorityClassName', props.priorityClassName),
      ...optional('restartPolicy', input.restartPolicy),
      ...optional('terminationGracePeriodSeconds', props.terminationGracePeriodSeconds),
      ...optional('topologySpreadConstraints', input.topologySpreadConstraints),
      ...(volumes.length === 0 ? {} : { volumes: volumes as Volume[] }),
    },
  };
}

function mainContainer(input: PodTemplateInput, volumeMounts: Container['volumeMounts']): Container {
  const { props, ports, environment } = input;
  const port = ports[0]?.containerPort ?? 0;
  return {
    name: props.containerName ?? input.component,
    image: props.image,
    ...optional('command', props.command && [...props.command]),
    ...optional('args', props.args && [...props.args]),
    ...optional('env', envVars(props.env)),
    ...optional('envFrom', props.envFrom?.map(envFromSource)),
    ...(ports.length === 0
      ? {}
      : {
          ports: ports.map(({ name, containerPort, protocol }) => ({
            name,
            containerPort,
            ...optional('protocol', protocol === 'TCP' ? undefined : protocol),
          })),
        }),
    resources: resourceRequirements(props.resources, environment, input.problems),
    ...optional('readinessProbe', kubeProbe(props.readiness, port)),
    ...optional('livenessProbe', kubeProbe(props.liveness, port)),
    ...optional('startupProbe', kubeProbe(props.startup, port)),
    ...preStop(input.preStopSeconds, environment),
    securityContext: containerSecurityContext(props.profile ?? 'restricted', props.addCapabilities ?? []),
    ...(volumeMounts === undefined || volumeMounts.length === 0 ? {} : { volumeMounts }),
  };
}

/** Since 1.30 the kubelet sleeps by itself; before, the image needs `sleep`. */
function preStop(seconds: number | undefined, environment: Environment): Pick<Container, 'lifecycle'> {
  if (seconds === undefined || seconds === 0) return {};
  const handler = atLeast(environment, 30) ? { sleep: { seconds } } : { exec: { command: ['sleep', String(seconds)] } };
  return { lifecycle: { preStop: handler } };
}

function graceProblems(props: PodProps, preStopSeconds: number | undefined, problems: Problems): void {
  const grace = props.terminationGracePeriodSeconds ?? 30;
  problems.unless(
    grace > (preStopSeconds ?? 0),
    `terminationGracePeriodSeconds is ${grace}, but the Pod sleeps ${preStopSeconds} s before SIGTERM: it would be killed without a chance to stop.`,
    `set terminationGracePeriodSeconds above ${preStopSeconds}.`,
  );
}

function portProblems(ports: readonly PortProps[], problems: Problems): void {
  for (const [index, port] of ports.entries()) {
    problems.unless(
      /^(?=.*[a-z])[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$/.test(port.name) && !port.name.includes('--'),
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

/** `{ key: value }`, or nothing when there is no value. */
function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}
