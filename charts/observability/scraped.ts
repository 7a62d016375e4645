import type { KubeService, LabelSelector } from '../../imports/k8s';
import { listAt, textAt } from '../../src/model/json';
import { portsOf } from '../network-policy/pod-ports';
import { type PlusWorkload, plusObject } from '../plus/plus-workload';
import { plusPods } from '../shared/plus-pods';
import { selectorLabels } from '../workload/labels';
import type { ServedWorkload, Workload } from '../workload/workload';

/** A Service of any cdk8s-plus. */
export interface PlusScrapedService {
  /** Name of the Service. */
  readonly name: string;
  /** Its ports; Prometheus knows them by their names. */
  readonly ports: readonly { readonly name?: string | undefined }[];
  /** Its metadata; a label tells it from other Services. */
  readonly metadata: {
    /** The value of a label, or undefined. */
    getLabel(key: string): string | undefined;
    /** Sets a label. */
    addLabel(key: string, value: string): void;
  };
}

/** What a monitor needs to know of its target. */
export interface Scraped {
  readonly of: string;
  /** Names of ports. */
  readonly names: readonly string[];
  /** How many ports are known, named or not. */
  readonly ports: number;
  readonly selector: LabelSelector;
}

/** The Pods of a workload, with the ports of all their containers: many an exporter is a sidecar. */
export function scrapedPods(target: Workload | ServedWorkload | PlusWorkload): Scraped {
  if ('selector' in target) {
    const ports = portsOf(target) ?? [];
    return {
      of: target.name,
      names: named(ports),
      ports: ports.length,
      selector: { matchLabels: { ...target.selector } },
    };
  }
  const ports = target.containers.flatMap((container) => container.ports);
  const { selector } = plusPods(target);
  return { of: plusObject(target)?.name ?? target.node.id, names: named(ports), ports: ports.length, selector };
}

/** Tells a further Service of a workload from the others: all have the labels of the workload. */
export const SERVICE_LABEL = 'cdk8s-eks/service';

/** The Service of a workload of ours, or a further one; or one of cdk8s-plus. @param service the end of its name */
export function scrapedServices(target: ServedWorkload | PlusScrapedService, service?: string): Scraped {
  if ('tryServicePort' in target) {
    const further = service === undefined ? undefined : furtherServices(target)[service];
    const names =
      further === undefined
        ? target.ports.flatMap((port) => (port.servicePort === false ? [] : [port.name]))
        : servedNames(further);
    const matchLabels = {
      ...selectorLabels(target, target.name),
      ...(service === undefined ? {} : { [SERVICE_LABEL]: service }),
    };
    return { of: `Service ${further?.name ?? target.name}`, names, ports: names.length, selector: { matchLabels } };
  }
  const { name, ports, metadata } = target;
  const matchLabels = { [NAME]: metadata.getLabel(NAME) ?? name };
  return { of: `Service ${name}`, names: named(ports), ports: ports.length, selector: { matchLabels } };
}

/** The Services beside the first one, by the ends of their names. */
export function furtherServices(target: object): Readonly<Record<string, KubeService>> {
  return 'services' in target ? ((target.services as Record<string, KubeService> | undefined) ?? {}) : {};
}

/** Neither a Service of cdk8s-plus nor a further one of ours has a label of its own that a monitor could choose it by. */
export function labelService(target: ServedWorkload | PlusScrapedService, service?: string): void {
  if (service !== undefined) furtherServices(target)[service]?.metadata.addLabel(SERVICE_LABEL, service);
  else if (!('tryServicePort' in target) && target.metadata.getLabel(NAME) === undefined)
    target.metadata.addLabel(NAME, target.name);
}

function servedNames(service: KubeService): readonly string[] {
  return listAt(service.toJson(), 'spec', 'ports').flatMap((port) => textAt(port, 'name') ?? []);
}

const NAME = 'app.kubernetes.io/name';

function named(ports: readonly { readonly name?: string | undefined }[]): readonly string[] {
  return ports.flatMap(({ name }) => name ?? []);
}
