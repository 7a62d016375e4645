import { ApiObject } from 'cdk8s';
import type { Construct, IConstruct } from 'constructs';
import { isPlain } from '../../src/model/unwritable';
import type { Labels } from '../shared/labels';
import type { PlusPods } from '../shared/plus-pods';

/** A Deployment, StatefulSet, DaemonSet, Job or CronJob of any cdk8s-plus, as far as it is read here. */
export interface PlusWorkload extends Construct, PlusPods {
  /** Labels that its selector has so far. */
  readonly matchLabels: Labels;
  /** Its containers. */
  readonly containers: readonly {
    /** Ports, named or not. */
    readonly ports: readonly {
      /** Its name; some have none. */
      readonly name?: string | undefined;
      /** The port itself. */
      readonly number?: number;
      /** What is spoken; TCP where nobody says. */
      readonly protocol?: 'TCP' | 'UDP' | 'SCTP' | undefined;
    }[];
  }[];
  /** Metadata of its Pods. */
  readonly podMetadata: {
    /** The value of a label, or undefined. */
    getLabel(key: string): string | undefined;
  };
  /** Pods that were asked for; a Deployment and a StatefulSet can say it. */
  readonly replicas?: number | undefined;
}

/** Kinds of cdk8s-plus that can be hardened. */
export const PLUS_KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job', 'CronJob'] as const;
export type PlusKind = (typeof PLUS_KINDS)[number];

/** The label by which cdk8s-plus selects Pods: a hash of the place in the code. */
export const ADDRESS = 'cdk8s.io/metadata.addr';

/** The object that a construct of cdk8s-plus renders; undefined of any other construct. */
export function plusObject(value: IConstruct): ApiObject | undefined {
  const object = value.node.defaultChild;
  return object !== undefined && !ApiObject.isApiObject(value) && ApiObject.isApiObject(object) ? object : undefined;
}

/** Its kind, where it is one that can be hardened. */
export function plusKind(value: PlusWorkload): PlusKind | undefined {
  const object = 'toPodSelectorConfig' in value ? plusObject(value) : undefined;
  return PLUS_KINDS.find((kind) => kind === object?.kind);
}

/** A copy in which the maps that hold the address of a hardened workload have its selector in its place. */
export function readdressed(value: unknown, selectors: ReadonlyMap<unknown, () => Labels>): unknown {
  if (Array.isArray(value)) return value.map((item) => readdressed(item, selectors));
  if (!isPlain(value)) return value;
  const { [ADDRESS]: address, ...others } = value;
  const selector = selectors.get(address);
  const kept = selector === undefined ? value : { ...selector(), ...others };
  return Object.fromEntries(Object.entries(kept).map(([key, item]) => [key, readdressed(item, selectors)]));
}
