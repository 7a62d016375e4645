import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import { problemsWith } from '../shared/properties';
import { addOnApplicationOf } from './add-on-application';
import { addOnPlace } from './add-on-place';
import type { AddOnProps, PinnedChartProps } from './add-on-props';

export interface KedaAddOnProps extends AddOnProps, PinnedChartProps {
  /** Pods of the operator, of which one works. `@default` 1 (chart) */
  readonly replicas?: number;
  /** Namespace whose objects alone it looks at. `@default` - all */
  readonly watchNamespace?: string;
}

/**
 * KEDA, with its definitions, as an Application of Argo CD with its chart. `iamRole` is that of the operator, for triggers that
 * read with it. Without `gitops` nothing is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/no-duplicate-add-on
 * @see https://github.com/kedacore/charts/tree/main/keda
 * @example
 * import { KedaAddOn } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const addOn = (chart: Chart) => new KedaAddOn(chart, 'keda', { version: '2.18.1', replicas: 2 });
 */
export class KedaAddOn extends Construct {
  /** Absent where nothing is rendered. */
  readonly application?: ApiObject;

  constructor(scope: Construct, id: string, props: KedaAddOnProps) {
    super(scope, id);
    const problems = problemsWith(this, 'KedaAddOn', props, KedaAddOn);
    const place = addOnPlace(this, 'keda', props, problems);
    problems.raise();
    const application = addOnApplicationOf(this, place, valuesOf(props));
    if (application !== undefined) this.application = application;
  }
}

function valuesOf({ replicas, watchNamespace }: KedaAddOnProps) {
  return {
    ...defined({ watchNamespace }),
    ...(replicas === undefined ? {} : { operator: { replicaCount: replicas } }),
  };
}
