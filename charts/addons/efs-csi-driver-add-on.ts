import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import { problemsWith } from '../shared/properties';
import { addOnApplicationOf } from './add-on-application';
import { addOnPlace } from './add-on-place';
import type { AddOnProps, EitherFormProps, PinnedChartProps } from './add-on-props';
import { ofChartAlone } from './of-chart-alone';

export interface EfsCsiDriverAddOnProps extends AddOnProps, PinnedChartProps, EitherFormProps {
  /** Pods of its controller, of which one works. `@default` 2 (chart) */
  readonly replicas?: number;
  /** Whether a volume's directory is deleted with it. `@default` false (chart) */
  readonly deleteAccessPointRootDir?: boolean;
}

/**
 * The EFS CSI driver, as an Application of Argo CD with its chart, or with the manifests of a tag. Most clusters take the add-on
 * of EKS instead. Without `gitops`, and on a plain cluster, nothing is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/no-duplicate-add-on
 * @see https://github.com/kubernetes-sigs/aws-efs-csi-driver/blob/master/docs/README.md
 * @example
 * import { EfsCsiDriverAddOn } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const addOn = (chart: Chart) => new EfsCsiDriverAddOn(chart, 'efs', { version: '3.2.0', iamRole: 'efs-csi' });
 */
export class EfsCsiDriverAddOn extends Construct {
  /** Absent where nothing is rendered. */
  readonly application?: ApiObject;

  constructor(scope: Construct, id: string, props: EfsCsiDriverAddOnProps) {
    super(scope, id);
    const problems = problemsWith(this, 'EfsCsiDriverAddOn', props, EfsCsiDriverAddOn);
    const place = addOnPlace(this, 'aws-efs-csi-driver', props, problems);
    ofChartAlone(props, ['replicas', 'deleteAccessPointRootDir'], problems);
    problems.raise();
    const application = addOnApplicationOf(this, place, valuesOf(props));
    if (application !== undefined) this.application = application;
  }
}

function valuesOf({ replicas, deleteAccessPointRootDir }: EfsCsiDriverAddOnProps) {
  return {
    ...defined({ replicaCount: replicas }),
    ...(deleteAccessPointRootDir === undefined ? {} : { controller: { deleteAccessPointRootDir } }),
  };
}
