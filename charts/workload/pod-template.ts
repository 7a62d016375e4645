import type { PodSpec, PodTemplateSpec, TopologySpreadConstraint, Volume } from '../../imports/k8s';
import { instrumentationOf } from '../../src/knowledge/aws/instrumentation';
import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import { recordPorts } from '../network-policy/pod-ports';
import { deviceMounts, withDevices } from '../scheduling/devices';
import type { DeviceNames } from '../scheduling/placement-context';
import { placementOf } from '../scheduling/run-on';
import type { Labels } from '../shared/labels';
import type { Problems } from '../shared/problems';
import type { PortProps } from './container-props';
import { judgePod } from './judge-pod';
import type { Naming } from './labels';
import { podContainers } from './pod-containers';
import { podFields } from './pod-fields';
import type { PodProps } from './pod-props';
import { podSecurityContext, securityProblems } from './security';
import { PodVolumes } from './volumes';

/** What a workload says of its Pods beside their properties. */
export interface PodOptions {
  /** Ports of the main container; probes without a port ask the first. `@default` - none */
  readonly ports?: readonly PortProps[];
  /** Seconds between leaving the endpoints and SIGTERM, from 0. `@default` 0 */
  readonly preStopSeconds?: number;
  /** Of Pods that end: whether a failed container starts again in its Pod. `@default` Always (Kubernetes) */
  readonly restartPolicy?: 'OnFailure' | 'Never';
  /** How Pods are spread. `@default` - as there is room */
  readonly topologySpreadConstraints?: TopologySpreadConstraint[];
  /** Names of claim templates that mounts may use. `@default` - none */
  readonly claimTemplates?: readonly string[];
}

export interface PodTemplateInput extends PodOptions {
  readonly naming: Naming;
  readonly props: PodProps;
  readonly serviceAccountName: string;
  readonly environment: Environment;
  readonly problems: Problems;
  /** On Fargate requests are what is billed. */
  readonly fargate: boolean;
  /** What the properties are called that ask for devices. `@default` - those of `runOn` */
  readonly deviceNames?: DeviceNames;
}

/** Labels of the Pods: the selector's always, whatever else is asked for. */
export function podLabels(naming: Naming, props: PodProps): Labels {
  return { ...naming.labels, ...props.podLabels, ...naming.selector };
}

/** One Pod template with secure defaults, shared by all workloads. Pure: it only reads its input. */
export function podTemplate(input: PodTemplateInput): PodTemplateSpec {
  const { props, problems, environment, naming } = input;
  const profile = props.profile ?? 'restricted';
  const preStopSeconds = props.lifecycle?.preStop === undefined ? (input.preStopSeconds ?? 0) : 0;
  securityProblems(props, problems);
  graceProblems(props, preStopSeconds, problems);
  labelProblems(naming, props, problems);
  const volumes = new PodVolumes(input.claimTemplates ?? [], profile === 'restricted', problems);
  const main = { name: props.containerName ?? naming.name, ports: input.ports ?? [], preStopSeconds };
  const pod = { environment, profile, fargate: input.fargate, volumes, problems };
  const { containers, initContainers } = podContainers(main, withMounts(props), pod);
  const { instrumentation } = props;
  const annotations = { ...(instrumentation && instrumentationOf(instrumentation)), ...props.podAnnotations };
  const placement = placementOf(props, { ...input, ...defined({ namespace: naming.namespace }) });
  const spec: PodSpec = {
    containers: withDevices(containers, props.runOn, problems, input.deviceNames),
    ...(initContainers.length === 0 ? {} : { initContainers }),
    automountServiceAccountToken: props.automountServiceAccountToken ?? false,
    ...(props.enableServiceLinks === true ? {} : { enableServiceLinks: false }),
    securityContext: podSecurityContext(props),
    serviceAccountName: input.serviceAccountName,
    ...podFields({ ...props, ...placement }, problems),
    ...defined({
      restartPolicy: input.restartPolicy,
      topologySpreadConstraints: input.topologySpreadConstraints,
    }),
    ...volumesField(volumes.volumes()),
  };
  judgePod(spec, props, environment, problems);
  recordPorts(problems.construct, spec);
  return {
    metadata: {
      labels: { ...podLabels(naming, props) },
      ...(Object.keys(annotations).length === 0 ? {} : { annotations: { ...annotations } }),
    },
    spec,
  };
}

/** The selector's labels win: others of the same keys would be lost. */
function labelProblems({ selector }: Naming, { podLabels: given = {} }: PodProps, problems: Problems): void {
  for (const [key, value] of Object.entries(given)) {
    const own = Object.hasOwn(selector, key) ? selector[key] : undefined;
    problems.unless(
      own === undefined || own === value,
      `podLabels["${key}"] is "${value}", and the Pods are selected by "${own}" there: the label would be lost.`,
      'leave it out; `name` and `selectorLabels` say what selects the Pods.',
    );
  }
}

/** With what the devices of the main container need. */
function withMounts(props: PodProps): PodProps {
  const mounts = deviceMounts(props.runOn);
  return mounts.length === 0 ? props : { ...props, mounts: [...(props.mounts ?? []), ...mounts] };
}

function volumesField(volumes: Volume[]): Pick<PodSpec, 'volumes'> {
  return volumes.length === 0 ? {} : { volumes };
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
