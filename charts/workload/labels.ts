import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ObjectMeta } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import { appNameOf, type HasNode } from '../../src/model/environment-context';
import type { Labels } from '../shared/labels';
import { refusal } from '../shared/problems';

/** How the objects of a workload are called and labelled. */
export interface NamingProps {
  /** Name of everything that is made, and the label that selects the Pods. `@default` the construct's id */
  readonly name?: string;
  /** @deprecated Write `name`; goes with the next release. */
  readonly component?: string;
  /** Further labels of everything that is made, the Pods too. */
  readonly labels?: Labels;
  /** Annotations of everything that is made but the Pods, which have `podAnnotations`. */
  readonly annotations?: Labels;
  /**
   * Labels that select the Pods, for taking over a workload that runs already: a selector cannot be changed later,
   * only made anew. `@default` - `app.kubernetes.io/name` (the name) and `app.kubernetes.io/part-of` (the app)
   */
  readonly selectorLabels?: Labels;
}

/** What the objects of one workload share. */
export interface Naming {
  readonly name: string;
  /** Where the chart or the app names one. */
  readonly namespace?: string;
  readonly selector: Labels;
  readonly labels: Labels;
  readonly annotations: Labels;
}

/**
 * What selectors match: the name and its app, never a construct path's hash, so that no rename inside the code
 * changes an immutable selector. Not `app.kubernetes.io/instance`, which Argo CD may use for tracking.
 */
export function selectorLabels(scope: HasNode, name: string): Labels {
  return { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': appNameOf(scope) };
}

/** @throws ToolError where the old word says another name than the new one: it would be passed over in silence */
export function requireOneName(scope: HasNode, { name, component = name }: NamingProps): void {
  if (name !== undefined && component !== name)
    throw refusal(
      scope,
      `name is "${name}" and component is "${component}": only name would count.`,
      'leave component out.',
    );
}

export function namingOf(scope: Construct, id: string, props: NamingProps): Naming {
  const name = props.name ?? props.component ?? id;
  const standard = selectorLabels(scope, name);
  return {
    name,
    ...defined({ namespace: Chart.of(scope).namespace }),
    selector: props.selectorLabels ?? standard,
    labels: { ...standard, ...props.labels },
    annotations: props.annotations ?? {},
  };
}

/** Metadata of one of the workload's objects; `annotations` are its own, beside those of all. */
export function objectMetadata(naming: Naming, annotations: Labels = {}): ObjectMeta {
  const all = { ...naming.annotations, ...annotations };
  return {
    name: naming.name,
    labels: { ...naming.labels },
    ...(Object.keys(all).length === 0 ? {} : { annotations: all }),
  };
}
