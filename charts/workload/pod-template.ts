import type { Container, PodTemplateSpec, TopologySpreadConstraint } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import type { Labels } from '../shared/labels';
import type { Problems } from '../shared/problems';
import { atLeast } from '../shared/version';
import { envSources, envVars } from './env';
import { extraContainers } from './extra-containers';
import { imageProblems } from './image';
import type { Naming } from './labels';
import type { PodProps, PortProps } from './pod-props';
import { judgeContainerPorts } from './ports';
import { kubeProbe, probeProblems } from './probes';
import { resourceRequirements } from './resources';
import { containerSecurityContext, podSecurityContext, securityProblems } from './security';
import { podVolumes } from './volumes';

export interface PodTemplateInput {
  readonly naming: Naming;
  readonly props: PodProps;
  readonly ports: readonly PortProps[];
  readonly serviceAccountName: string;
  readonly environment: Environment;
  readonly problems: Problems;
  /** On Fargate requests are what is billed. */
  readonly fargate: boolean;
  /** Seconds between leaving the endpoints and SIGTERM. */
  readonly preStopSeconds?: number;
  readonly restartPolicy?: 'OnFailure' | 'Never';
  readonly topologySpreadConstraints?: TopologySpreadConstraint[];
  /** Names of claim templates that mounts may use. */
  readonly claimTemplates?: readonly string[];
}

/** Labels of the Pods: the selector's always, whatever else is asked for. */
export function podLabels(naming: Naming, props: PodProps): Labels {
  return { ...naming.labels, ...props.podLabels, ...naming.selector };
}

/** One Pod template with secure defaults, shared by all workloads. Pure: it only reads its input. */
export function podTemplate(input: PodTemplateInput): PodTemplateSpec {
  const { props, problems, environment, naming } = input;
  const profile = props.profile ?? 'restricted';
  securityProblems(props.user, profile, props.addCapabilities ?? [], problems);
  judgeContainerPorts(input.ports, problems);
  graceProblems(props, input.preStopSeconds ?? 0, problems);
  const { volumes, mounts } = podVolumes(
    {
      writable: props.writable ?? [],
      mounts: props.mounts ?? [],
      claimTemplates: input.claimTemplates ?? [],
      restricted: profile === 'restricted',
    },
    problems,
  );
  const main = mainContainer(input, mounts);
  const { init, beside } = extraContainers(props, main.name, environment, problems);
  const annotations = props.podAnnotations ?? {};
  return {
    metadata: {
      labels: { ...podLabels(naming, props) },
      ...(Object.keys(annotations).length === 0 ? {} : { annotations: { ...annotations } }),
    },
    spec: {
      containers: [main, ...beside],
      ...(init.length === 0 ? {} : { initContainers: init }),
      automountServiceAccountToken: props.automountServiceAccountToken ?? false,
      enableServiceLinks: false,
      securityContext: podSecurityContext(props.user, profile),
      serviceAccountName: input.serviceAccountName,
      ...defined({
        nodeSelector: props.nodeSelector && { ...props.nodeSelector },
        tolerations: props.tolerations && [...props.tolerations],
        affinity: props.affinity,
        priorityClassName: props.priorityClassName,
        restartPolicy: input.restartPolicy,
        terminationGracePeriodSeconds: props.terminationGracePeriodSeconds,
        topologySpreadConstraints: input.topologySpreadConstraints,
      }),
      ...(volumes.length === 0 ? {} : { volumes }),
    },
  };
}

function mainContainer(input: PodTemplateInput, volumeMounts: Container['volumeMounts']): Container {
  const { props, ports, environment, problems } = input;
  const name = props.containerName ?? input.naming.name;
  const port = ports[0]?.containerPort ?? 0;
  const portNames = ports.map((one) => one.name);
  for (const probe of ['readiness', 'liveness', 'startup'] as const)
    probeProblems(probe, props[probe], portNames, problems);
  imageProblems(name, props.image, problems);
  return {
    name,
    image: props.image,
    ...defined({
      command: props.command && [...props.command],
      args: props.args && [...props.args],
      env: envVars(props.env, environment.kubernetesVersion, problems),
      envFrom: envSources(props.envFrom, problems),
    }),
    ...(ports.length === 0
      ? {}
      : {
          ports: ports.map(({ name, containerPort, protocol }) => ({
            name,
            containerPort,
            ...defined({ protocol: protocol === 'TCP' ? undefined : protocol }),
          })),
        }),
    resources: resourceRequirements(props.resources ?? 'small', environment, input.fargate, problems),
    ...defined({
      readinessProbe: kubeProbe(props.readiness, port),
      livenessProbe: kubeProbe(props.liveness, port),
      startupProbe: kubeProbe(props.startup, port),
    }),
    ...preStop(input.preStopSeconds ?? 0, environment),
    securityContext: containerSecurityContext(props.profile ?? 'restricted', props.addCapabilities ?? []),
    ...(volumeMounts === undefined || volumeMounts.length === 0 ? {} : { volumeMounts }),
  };
}

/** Since 1.30 the kubelet sleeps by itself; before, the image needs `sleep`. */
function preStop(seconds: number, environment: Environment): Pick<Container, 'lifecycle'> {
  if (seconds === 0) return {};
  const handler = atLeast(environment, 30) ? { sleep: { seconds } } : { exec: { command: ['sleep', String(seconds)] } };
  return { lifecycle: { preStop: handler } };
}

function graceProblems(props: PodProps, preStopSeconds: number, problems: Problems): void {
  const grace = props.terminationGracePeriodSeconds ?? 30;
  for (const [name, seconds] of Object.entries({ terminationGracePeriodSeconds: grace, preStopSeconds })) {
    problems.integer(name, seconds, 0, 3600);
  }
  problems.unless(
    preStopSeconds === 0 || grace > preStopSeconds,
    `terminationGracePeriodSeconds is ${grace}, but the Pod sleeps ${preStopSeconds} s before SIGTERM: it would be killed without a chance to stop.`,
    `set terminationGracePeriodSeconds above ${preStopSeconds}.`,
  );
}
