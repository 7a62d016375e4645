import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import { problemsWith } from '../shared/properties';
import { addOnApplicationOf } from './add-on-application';
import { type AddOnPlace, addOnPlace } from './add-on-place';
import type { AddOnProps, EitherFormProps, PinnedChartProps } from './add-on-props';
import { ofChartAlone } from './of-chart-alone';

export interface EbsCsiDriverAddOnProps extends AddOnProps, PinnedChartProps, EitherFormProps {
  /** Pods of its controller, of which one works. `@default` 2 (chart) */
  readonly replicas?: number;
  /** AWS tags of the volumes that it makes. `@default` - none */
  readonly volumeTags?: Readonly<Record<string, string>>;
}

/**
 * The EBS CSI driver, as an Application of Argo CD with its chart, or with the manifests of a tag. Most clusters take the add-on
 * of EKS instead (`addOns` in environment.yaml). Without `gitops`, and on a plain cluster, nothing is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/no-duplicate-add-on
 * @finding eks/ban-built-in-add-on
 * @see https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/install.md
 * @example
 * import { EbsCsiDriverAddOn } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const addOn = (chart: Chart) => new EbsCsiDriverAddOn(chart, 'ebs', { version: '2.50.0', iamRole: 'ebs-csi' });
 */
export class EbsCsiDriverAddOn extends Construct {
  /** Absent where nothing is rendered. */
  readonly application?: ApiObject;

  constructor(scope: Construct, id: string, props: EbsCsiDriverAddOnProps) {
    super(scope, id);
    const problems = problemsWith(this, 'EbsCsiDriverAddOn', props, EbsCsiDriverAddOn);
    const place = addOnPlace(this, 'aws-ebs-csi-driver', props, problems);
    ofChartAlone(props, ['replicas', 'volumeTags'], problems);
    problems.raise();
    const application = addOnApplicationOf(this, place, valuesOf(props, place));
    if (application !== undefined) this.application = application;
  }
}

function valuesOf({ replicas, volumeTags }: EbsCsiDriverAddOnProps, place: AddOnPlace | undefined) {
  return {
    controller: {
      region: place?.eks?.region,
      k8sTagClusterId: place?.environment.clusterName,
      ...defined({ replicaCount: replicas, extraVolumeTags: volumeTags && { ...volumeTags } }),
    },
  };
}
