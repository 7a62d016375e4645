import { ACCELERATORS, EFA, HUGE_PAGES } from '../../src/knowledge/aws/accelerators';
import type { EksEnvironment } from '../../src/model/environment';
import { wrongHugePages } from '../../src/model/huge-pages';
import type { Problems } from '../shared/problems';
import { atLeast } from '../shared/version';
import { sizeText } from '../workload/values';
import { makersOf } from './node-class-input';
import { type DeviceNames, OF_RUN_ON, type PlacementContext } from './placement-context';
import type { Accelerators, AnyRunOn } from './run-on-props';

/** Devices that contradict each other, or that no node of the environment has. */
export function judgeDevices(runOn: AnyRunOn, context: PlacementContext): void {
  const { environment, fargate, problems, deviceNames = OF_RUN_ON } = context;
  const { gpu, efa } = runOn;
  if (gpu !== undefined) {
    judgeAccelerators(gpu, runOn.architecture, deviceNames.gpu, problems);
    const { families } = ACCELERATORS[gpu.kind];
    const wanted = {
      property: deviceNames.gpu,
      devices: `${gpu.kind} devices`,
      has: (type: string) => families.test(type),
    };
    if (environment.platform === 'eks' && !fargate) judgeNodes(wanted, runOn, environment, problems);
  }
  if (efa !== undefined) {
    const wanted = {
      property: deviceNames.efa,
      devices: 'interfaces of EFA',
      has: (type: string) => !EFA.never.test(type),
    };
    if (environment.platform === 'eks' && !fargate) judgeNodes(wanted, runOn, environment, problems);
    problems.unless(
      runOn.hybrid !== true,
      `${deviceNames.efa} stands beside runOn.hybrid: EFA is a network adapter of EC2, and hybrid nodes have none, so the Pods stay Pending.`,
      'leave one of them out.',
    );
  }
  judgeFabric(runOn, deviceNames, problems);
  judgeClaims(runOn, context);
}

function judgeAccelerators(
  { count, kind }: Accelerators,
  architecture: AnyRunOn['architecture'],
  name: string,
  problems: Problems,
): void {
  const { most, architectures } = ACCELERATORS[kind];
  problems.integer(`${name}.count`, count, 1, most);
  problems.unless(
    architecture === undefined || architectures.some((one) => one === architecture),
    `runOn asks for ${kind} devices on ${architecture}: instances with them are ${architectures.join(' or ')}, so the Pods stay Pending.`,
    `use ${architectures.join(' or ')}.`,
  );
}

interface WantedDevices {
  readonly property: string;
  /** In messages. */
  readonly devices: string;
  /** Whether an instance type may have them. */
  readonly has: (type: string) => boolean;
}

/** Where nobody makes nodes, the settings name all of them; hybrid nodes are named nowhere. */
function judgeNodes(
  { property, devices, has }: WantedDevices,
  { nodeGroup, hybrid }: AnyRunOn,
  environment: EksEnvironment,
  problems: Problems,
): void {
  const { managedNodeGroups, selfManagedNodeGroups } = environment.compute;
  if (hybrid || (nodeGroup === undefined && makersOf(environment).length > 0)) return;
  const all = [...managedNodeGroups, ...selfManagedNodeGroups];
  const groups = nodeGroup === undefined ? all : all.filter(({ name }) => name === nodeGroup);
  const may = groups.some(({ instanceTypes }) => instanceTypes.length === 0 || instanceTypes.some(has));
  const shown = groups.map(({ name, instanceTypes }) => `${name} (${instanceTypes.join(', ')})`).join(', ');
  problems.unless(
    may || groups.length === 0,
    `${property} asks for ${devices}, and no instance of environment ${environment.name} has them: its node groups are ${shown}. The Pods would stay Pending.`,
    'add a node group with such instances to environment.yaml, or leave the workload out in this environment.',
  );
}

function judgeFabric({ efa, zones = [] }: AnyRunOn, names: DeviceNames, problems: Problems): void {
  if (efa === undefined) return;
  problems.integer(`${names.efa}.interfaces`, efa.interfaces, 1, EFA.most);
  const hugePages = efa.hugePages && sizeText(efa.hugePages);
  problems.quantity(`${names.efa}.hugePages`, hugePages);
  const wrong = hugePages && wrongHugePages(HUGE_PAGES.resource, hugePages);
  problems.unless(
    wrong === undefined,
    `${names.efa}.hugePages is ${hugePages}: ${wrong}; the server refuses it.`,
    'use a multiple of 2Mi.',
  );
  problems.unless(
    zones.length <= 1,
    `${names.efa} is given and runOn.zones has ${zones.join(' and ')}: EFA reaches no further than one zone, so Pods in two of them never find each other.`,
    'name one zone.',
  );
}

/** A driver and a device plugin on one node do not know of each other. */
function judgeClaims(runOn: AnyRunOn, context: PlacementContext): void {
  const { environment, problems, namespace, deviceNames = OF_RUN_ON } = context;
  const { deviceClaims = [], gpu, efa } = runOn;
  problems.unless(
    deviceClaims.length === 0 || atLeast(environment, 34),
    `${deviceNames.deviceClaims} is given, and environment ${environment.name} has Kubernetes ${environment.kubernetesVersion}: claims of devices are served since 1.34.`,
    'ask for the devices of a device plugin instead, or raise kubernetesVersion.',
  );
  for (const claim of deviceClaims)
    problems.unless(
      claim.namespace === undefined || namespace === undefined || claim.namespace === namespace,
      `${deviceNames.deviceClaims} has claim "${claim.name}" of namespace ${claim.namespace}, and the Pods are in ${namespace}: no Pod has a claim of another namespace, so they stay Pending.`,
      `make the DeviceClaim in namespace ${namespace}.`,
    );
  const classes = new Set(deviceClaims.flatMap((one) => one.deviceClasses));
  const asked = [
    ...(gpu === undefined ? [] : [{ name: deviceNames.gpu, ...classOf(gpu.kind) }]),
    ...(efa === undefined ? [] : [{ name: deviceNames.efa, deviceClass: EFA.deviceClass }]),
  ];
  for (const { name, deviceClass } of asked)
    problems.unless(
      deviceClass === undefined || !classes.has(deviceClass),
      `${deviceNames.deviceClaims} asks the driver of ${deviceClass} for devices, and ${name} asks a device plugin for the same kind: the two do not know of each other, and may give one device to two Pods.`,
      'ask one of them.',
    );
}

function classOf(kind: Accelerators['kind']): { readonly deviceClass: string | undefined } {
  const row = ACCELERATORS[kind];
  return { deviceClass: 'deviceClass' in row ? row.deviceClass : undefined };
}
