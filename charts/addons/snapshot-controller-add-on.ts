import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { problemsWith } from '../shared/properties';
import { addOnApplicationOf } from './add-on-application';
import { addOnPlace } from './add-on-place';
import type { ManifestsProps } from './add-on-props';

export interface SnapshotControllerAddOnProps extends ManifestsProps {}

/**
 * The snapshot controller and its definitions, as an Application of Argo CD with the manifests that upstream keeps in Git. Most
 * clusters take the add-on of EKS instead. Without `gitops` nothing is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/no-duplicate-add-on
 * @see https://github.com/kubernetes-csi/external-snapshotter#usage
 * @example
 * import { SnapshotControllerAddOn } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const addOn = (chart: Chart) => new SnapshotControllerAddOn(chart, 'snapshots', { version: 'v8.2.0' });
 */
export class SnapshotControllerAddOn extends Construct {
  /** Absent where nothing is rendered. */
  readonly application?: ApiObject;

  constructor(scope: Construct, id: string, props: SnapshotControllerAddOnProps) {
    super(scope, id);
    const problems = problemsWith(this, 'SnapshotControllerAddOn', props, SnapshotControllerAddOn);
    const place = addOnPlace(this, 'snapshot-controller', props, problems);
    problems.raise();
    const application = addOnApplicationOf(this, place, {});
    if (application !== undefined) this.application = application;
  }
}
