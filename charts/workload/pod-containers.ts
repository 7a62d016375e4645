import type { Container } from '../../imports/k8s';
import { wrongDnsLabel } from '../../src/grammar/dns';
import { atLeast } from '../shared/version';
import { container, type PodContext } from './container';
import type { PortProps, SidecarProps } from './container-props';
import type { PodProps } from './pod-props';

/** The containers of a Pod, where Kubernetes has them. */
export interface PodContainers {
  /** The main one first. */
  readonly containers: Container[];
  /** Those that end, and native sidecars, which start before them. */
  readonly initContainers: Container[];
}

/** @param mainName of the container that the properties are about */
export function podContainers(
  main: { readonly name: string; readonly ports: readonly PortProps[]; readonly preStopSeconds: number },
  props: PodProps,
  pod: PodContext,
): PodContainers {
  const { initContainers = [], sidecars = [] } = props;
  judgeNames([main.name, ...[...initContainers, ...sidecars].map(({ name }) => name)], pod);
  const first = container({ ...main, props, isMain: true }, pod);
  const made = sidecars.map((one) => sidecar(one, pod));
  return {
    containers: [first, ...made.filter((one) => one.restartPolicy === undefined)],
    initContainers: [
      ...made.filter((one) => one.restartPolicy !== undefined),
      ...initContainers.map((one) =>
        container({ name: one.name, props: one, ports: [], preStopSeconds: 0, isMain: false }, pod),
      ),
    ],
  };
}

function sidecar(props: SidecarProps, pod: PodContext): Container {
  const { name, ports = [], native: isNative = true } = props;
  const { environment, problems } = pod;
  problems.unless(
    !isNative || atLeast(environment, 29),
    `sidecar ${name} is to start before the main container, which Kubernetes does since 1.29; environment ${environment.name} has ${environment.kubernetesVersion}, where the Pod would wait for its end.`,
    'set native: false, which puts it beside the main container.',
  );
  const input = { name, props, ports, preStopSeconds: 0, isMain: false };
  return container(isNative ? { ...input, restartPolicy: 'Always' } : input, pod);
}

function judgeNames(names: readonly string[], { problems }: PodContext): void {
  for (const [index, name] of names.entries()) {
    const wrong = wrongDnsLabel(name);
    problems.unless(
      wrong === undefined,
      `a container cannot be called "${name}": ${wrong}; the server refuses it.`,
      'use at most 63 lower-case letters, digits and inner hyphens.',
    );
    problems.unless(names.indexOf(name) === index, `two containers are called "${name}".`, 'give each its own name.');
  }
}

/** Ports of all containers, as a Service may lead to them: a sidecar's only where it says so. */
export function servedPorts(ports: readonly PortProps[], sidecars: readonly SidecarProps[] = []): readonly PortProps[] {
  const others = sidecars.flatMap((one) => one.ports ?? []);
  return [...ports, ...others.map((port) => ({ ...port, servicePort: port.servicePort ?? (false as const) }))];
}
