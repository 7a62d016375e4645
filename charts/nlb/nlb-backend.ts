import { type PlusWorkload, plusKind, plusObject } from '../plus/plus-workload';
import type { Labels } from '../shared/labels';
import { plusPods } from '../shared/plus-pods';
import type { Problems } from '../shared/problems';
import type { PortProps } from '../workload/container-props';

/** A workload whose Pods a load balancer reaches: any of ours that has ports. */
export interface NlbBackend {
  /** Name of the workload. */
  readonly name: string;
  /** Labels that select its Pods. */
  readonly selector: Labels;
  /** Ports of its container. */
  readonly ports: readonly PortProps[];
}

/** A container's port, and the number of one that has no name of its own. */
export interface ReachedPort extends PortProps {
  readonly unnamed?: number;
}

/** What is read of a workload, of ours or of cdk8s-plus. */
export interface ReachedPods {
  readonly name: string;
  readonly selector: Labels;
  readonly ports: readonly ReachedPort[];
}

/** Undefined, and a problem, for what has no Pods that could be found, such as a Service. */
export function reachedPods(backend: NlbBackend | PlusWorkload, problems: Problems): ReachedPods | undefined {
  if (isPlus(backend)) {
    if (plusKind(backend) !== undefined) return ofPlus(backend);
  } else if (isOurs(backend)) return backend;
  problems.add(
    'backend is not a workload: it has no selector, or ports without names, and the load balancer would find no Pods.',
    'give a WebService, StatefulService or Worker, or a workload of cdk8s-plus; any other is { name, selector, ports: [{ name, containerPort }] }.',
  );
  return undefined;
}

function isPlus(backend: NlbBackend | PlusWorkload): backend is PlusWorkload {
  return 'toPodSelectorConfig' in backend;
}

/** A port without a name is called after its number. */
function ofPlus(workload: PlusWorkload): ReachedPods {
  const ports = workload.containers.flatMap((container) => container.ports);
  return {
    name: plusObject(workload)?.name ?? workload.node.id,
    selector: { ...plusPods(workload).selector.matchLabels },
    ports: ports.flatMap(({ name, number, protocol }): readonly ReachedPort[] => {
      if (number === undefined) return [];
      const spoken = protocol === undefined ? {} : { protocol };
      return [
        {
          name: name ?? `port-${number}`,
          containerPort: number,
          ...spoken,
          ...(name === undefined && { unnamed: number }),
        },
      ];
    }),
  };
}

/** A Service of cdk8s-plus has neither labels that can be read nor ports by name. */
function isOurs(backend: Partial<NlbBackend>): backend is NlbBackend {
  const { selector, ports } = backend;
  return typeof selector === 'object' && Array.isArray(ports) && ports.every(({ name }) => typeof name === 'string');
}
