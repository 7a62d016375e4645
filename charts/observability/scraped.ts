import type { LabelSelector } from '../../imports/k8s';
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

/** The Pods of a workload. */
export function scrapedPods(target: Workload | ServedWorkload | PlusWorkload): Scraped {
  if ('selector' in target) {
    const ports = 'ports' in target ? target.ports : [];
    const names = ports.map(({ name }) => name);
    return { of: target.name, names, ports: ports.length, selector: { matchLabels: { ...target.selector } } };
  }
  const ports = target.containers.flatMap((container) => container.ports);
  const { selector } = plusPods(target);
  return { of: plusObject(target)?.name ?? target.node.id, names: named(ports), ports: ports.length, selector };
}

/** The Services of a workload of ours, by the labels that all of them have; or one of cdk8s-plus. */
export function scrapedServices(target: ServedWorkload | PlusScrapedService): Scraped {
  if ('tryServicePort' in target) {
    const names = target.ports.flatMap((port) => (port.servicePort === false ? [] : [port.name]));
    const matchLabels = { ...selectorLabels(target, target.name) };
    return { of: `Service ${target.name}`, names, ports: names.length, selector: { matchLabels } };
  }
  const { name, ports, metadata } = target;
  const matchLabels = { [NAME]: metadata.getLabel(NAME) ?? name };
  return { of: `Service ${name}`, names: named(ports), ports: ports.length, selector: { matchLabels } };
}

/** A Service of cdk8s-plus has no label of its own that a monitor could choose it by. */
export function labelService(target: ServedWorkload | PlusScrapedService): void {
  if (!('tryServicePort' in target) && target.metadata.getLabel(NAME) === undefined)
    target.metadata.addLabel(NAME, target.name);
}

const NAME = 'app.kubernetes.io/name';

function named(ports: readonly { readonly name?: string | undefined }[]): readonly string[] {
  return ports.flatMap(({ name }) => name ?? []);
}
