import type { Container, ContainerResizePolicy } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import { pulledImage } from '../../src/model/pulled-image';
import { mountsBehind } from '../secrets/synced-secret';
import type { Problems } from '../shared/problems';
import type { ContainerProps, PortProps } from './container-props';
import { envSources, envVars } from './env';
import { imageProblems } from './image';
import { kubeLifecycle } from './lifecycle';
import { judgeContainerPorts } from './ports';
import { kubeProbe, probeProblems } from './probes';
import { resourceRequirements } from './resources';
import { containerSecurityContext, containerSecurityProblems } from './security';
import type { SecurityProfile } from './security-profile';
import type { PodVolumes } from './volumes';

/** What the containers of one Pod share. */
export interface PodContext {
  readonly environment: Environment;
  readonly profile: SecurityProfile;
  /** On Fargate requests are what is billed. */
  readonly fargate: boolean;
  readonly volumes: PodVolumes;
  readonly problems: Problems;
}

export interface ContainerInput {
  readonly name: string;
  readonly props: ContainerProps;
  readonly ports: readonly PortProps[];
  /** Seconds between leaving the endpoints and SIGTERM. */
  readonly preStopSeconds: number;
  /** Whether it is the one that the workload is about. */
  readonly isMain: boolean;
  /** Of an init container that runs on. */
  readonly restartPolicy?: 'Always';
}

/** One container, in the same way for all. */
export function container(input: ContainerInput, pod: PodContext): Container {
  const { name, props, ports, isMain } = input;
  const { environment, problems } = pod;
  const of = isMain ? '' : ` of container ${name}`;
  judge(input, pod, of);
  const port = ports[0]?.containerPort ?? 0;
  return {
    name,
    image: pulledImage(props.image, environment),
    ...defined({
      imagePullPolicy: props.imagePullPolicy,
      command: props.command && [...props.command],
      args: props.args && [...props.args],
      workingDir: props.workingDir,
      env: envVars(props.env, environment.kubernetesVersion, problems),
      envFrom: envSources(props.envFrom, problems),
      ports: ports.length === 0 ? undefined : ports.map(containerPort),
      resources: resourceRequirements(props.resources ?? 'small', environment, pod.fargate, problems),
      resizePolicy: props.resizePolicy && Object.entries(props.resizePolicy).map(resizePolicy),
      readinessProbe: kubeProbe(probeOf(props.readiness), port),
      livenessProbe: kubeProbe(props.liveness, port),
      startupProbe: kubeProbe(props.startup, port),
      lifecycle: kubeLifecycle(props.lifecycle, input.preStopSeconds, environment, problems),
      restartPolicy: input.restartPolicy,
      restartPolicyRules: props.restartRules && [...props.restartRules],
      terminationMessagePath: props.terminationMessagePath,
      terminationMessagePolicy: props.terminationMessagePolicy,
      stdin: props.stdin === undefined ? undefined : props.stdin !== false,
      stdinOnce: props.stdin === 'once' ? true : undefined,
      tty: props.tty,
    }),
    securityContext: containerSecurityContext(pod.profile, props),
    ...pod.volumes.mountsOf(withMountsBehind(props), isMain ? '' : `${name}-`),
  };
}

function judge({ name, props, ports }: ContainerInput, pod: PodContext, of: string): void {
  const { problems } = pod;
  const portNames = ports.map((one) => one.name);
  const probes = { readiness: probeOf(props.readiness), liveness: props.liveness, startup: props.startup } as const;
  for (const probe of ['readiness', 'liveness', 'startup'] as const)
    probeProblems(probe, probes[probe], portNames, of, problems);
  judgeContainerPorts(ports, problems);
  containerSecurityProblems(props, pod.profile, of, problems);
  imageProblems(name, props.image, problems);
}

/** The props with the volumes that bring what its variables read. */
function withMountsBehind(props: ContainerProps): ContainerProps {
  const behind = mountsBehind(props);
  return behind.length === 0 ? props : { ...props, mounts: [...(props.mounts ?? []), ...behind] };
}

function probeOf(probe: ContainerProps['readiness']) {
  return probe === 'none' ? undefined : probe;
}

function containerPort({ name, containerPort, protocol }: PortProps) {
  return { name, containerPort, ...defined({ protocol: protocol === 'TCP' ? undefined : protocol }) };
}

function resizePolicy([resourceName, restartPolicy]: readonly [string, string]): ContainerResizePolicy {
  return { resourceName, restartPolicy };
}
