import { DNS_SUBDOMAIN } from '../../src/grammar/dns';
import { wrongLabelKey } from '../../src/grammar/label';
import { type Spelling, wrongSpelling } from '../../src/grammar/spelling';
import { KUEUE } from '../../src/knowledge/kubernetes/batch';
import { defined } from '../../src/model/defined';
import type { Labels } from '../shared/labels';
import type { Problems } from '../shared/problems';
import { given, type Without } from '../shared/without';
import { type NamedObject, nameOf } from './values';

/** Objects of Kueue may have dots; their names stand in labels. */
const NAME: Spelling = { ...DNS_SUBDOMAIN, max: 63 };

/** A queue of Kueue. */
export interface QueueOptions {
  /** LocalQueue of the namespace, by its name or itself. */
  readonly name: NamedObject;
  /** WorkloadPriorityClass, which orders the queue and evicts nobody's Pods. `@default` - that of the Pods */
  readonly priorityClass?: string;
}

/** Nodes that lie together. */
export interface RequiredTopology {
  /**
   * Label of nodes whose value all Pods have to share, such as `topology.k8s.aws/network-node-layer-3`; the operator has to
   * know the topology. `@default` - any nodes
   */
  readonly requiredTopology?: string;
}

/** Nodes that lie together where there is room. */
export interface PreferredTopology {
  /** The same where there is room, and next to it elsewhere. `@default` - any nodes */
  readonly preferredTopology?: string;
}

/** One of the two. */
export type QueueTopology =
  | (RequiredTopology &
      Without<'preferredTopology', 'a queue has one topology: leave requiredTopology or preferredTopology out'>)
  | (PreferredTopology &
      Without<'requiredTopology', 'a queue has one topology: leave requiredTopology or preferredTopology out'>);

/** A queue of Kueue, and how its Pods are placed. */
export type QueueProps = QueueOptions & QueueTopology;

/** A queue by its name or itself, or with more. */
export type QueueInput = NamedObject | QueueProps;

/** Labels of the object that waits in the queue, not of its Pods. */
export function queueLabels(queue: QueueInput | undefined): Labels {
  if (queue === undefined) return {};
  const { name, priorityClass } = propsOf(queue);
  return {
    [KUEUE.queueName]: name,
    ...(priorityClass === undefined ? {} : { [KUEUE.priorityClass]: priorityClass }),
  };
}

/** Annotations of the Pods. */
export function queueAnnotations(queue: QueueInput | undefined): Labels {
  if (queue === undefined) return {};
  const { requiredTopology, preferredTopology } = propsOf(queue);
  return {
    ...(requiredTopology === undefined ? {} : { [KUEUE.requiredTopology]: requiredTopology }),
    ...(preferredTopology === undefined ? {} : { [KUEUE.preferredTopology]: preferredTopology }),
  };
}

/** All that may be said of a queue, as it is read. */
interface AnyQueue extends Omit<QueueOptions, 'name'>, RequiredTopology, PreferredTopology {
  readonly name: string;
}

function propsOf(queue: QueueInput): AnyQueue {
  if (typeof queue === 'string' || 'kind' in queue) return { name: nameOf(queue) };
  const { name, requiredTopology, preferredTopology, ...rest } = queue;
  return {
    ...rest,
    name: nameOf(name),
    ...defined({ requiredTopology: given(requiredTopology), preferredTopology: given(preferredTopology) }),
  };
}

/** What the construct is told beside the queue. */
interface BesideQueue {
  readonly suspend?: boolean;
  readonly labels?: Labels;
}

export function judgeQueue(
  queue: QueueInput | undefined,
  { suspend, labels = {} }: BesideQueue,
  problems: Problems,
): void {
  if (queue === undefined) return;
  for (const [key, own] of Object.entries(queueLabels(queue)))
    problems.unless(
      labels[key] === undefined || labels[key] === own,
      `labels["${key}"] is "${labels[key]}", and queue says "${own}": the label would be lost.`,
      'leave the label out, and say it in queue.',
    );
  const { name, priorityClass, requiredTopology, preferredTopology } = propsOf(queue);
  for (const [what, text] of Object.entries({ queue: name, 'queue.priorityClass': priorityClass })) {
    const wrong = text === undefined ? undefined : wrongSpelling(text, NAME);
    problems.unless(
      wrong === undefined,
      `${what} is "${text}": ${wrong}; no such object can exist, and the Job would never start.`,
      'use the name of an object that Kueue knows.',
    );
  }
  for (const [what, text] of Object.entries({ requiredTopology, preferredTopology })) {
    const wrong = text === undefined ? undefined : wrongLabelKey(text);
    problems.unless(wrong === undefined, `queue.${what} is "${text}": ${wrong}.`, 'name a label of nodes.');
  }
  problems.unless(
    requiredTopology === undefined || preferredTopology === undefined,
    'queue has requiredTopology and preferredTopology: Kueue refuses the two together.',
    'leave one of them out.',
  );
  problems.unless(
    suspend === undefined,
    `suspend is ${suspend} beside a queue: Kueue starts and stops the Job by that field, and each sync would undo it.`,
    'leave suspend out; stop the queue instead (stopPolicy of the LocalQueue).',
  );
}
