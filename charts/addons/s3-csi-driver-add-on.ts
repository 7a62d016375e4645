import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { problemsWith } from '../shared/properties';
import { addOnApplicationOf } from './add-on-application';
import { addOnPlace } from './add-on-place';
import type { AddOnProps, EitherFormProps, PinnedChartProps } from './add-on-props';
import { ofChartAlone } from './of-chart-alone';

export interface S3CsiDriverAddOnProps extends AddOnProps, PinnedChartProps, EitherFormProps {
  /** Whether it runs on nodes with any taint. `@default` false (chart) */
  readonly tolerateAllTaints?: boolean;
}

/**
 * The Mountpoint for Amazon S3 CSI driver, as an Application of Argo CD with its chart, or with the manifests of a tag. Most
 * clusters take the add-on of EKS instead. Without `gitops`, and on a plain cluster, nothing is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/no-duplicate-add-on
 * @see https://github.com/awslabs/mountpoint-s3-csi-driver/blob/main/docs/INSTALL.md
 * @example
 * import { S3CsiDriverAddOn } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const addOn = (chart: Chart) => new S3CsiDriverAddOn(chart, 's3', { version: '2.2.0', iamRole: 's3-csi' });
 */
export class S3CsiDriverAddOn extends Construct {
  /** Absent where nothing is rendered. */
  readonly application?: ApiObject;

  constructor(scope: Construct, id: string, props: S3CsiDriverAddOnProps) {
    super(scope, id);
    const problems = problemsWith(this, 'S3CsiDriverAddOn', props, S3CsiDriverAddOn);
    const place = addOnPlace(this, 'aws-mountpoint-s3-csi-driver', props, problems);
    ofChartAlone(props, ['tolerateAllTaints'], problems);
    problems.raise();
    const application = addOnApplicationOf(this, place, valuesOf(props));
    if (application !== undefined) this.application = application;
  }
}

function valuesOf({ tolerateAllTaints }: S3CsiDriverAddOnProps) {
  return tolerateAllTaints === undefined ? {} : { node: { tolerateAllTaints } };
}
