import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import { problemsWith } from '../shared/properties';
import { addOnApplicationOf } from './add-on-application';
import { addOnPlace } from './add-on-place';
import type { AddOnProps, EitherFormProps, ReadChartProps } from './add-on-props';
import { ofChartAlone } from './of-chart-alone';

export interface ArgoRolloutsAddOnProps extends AddOnProps, ReadChartProps, EitherFormProps {
  /** Pods of it, of which one works. `@default` 2 (chart) */
  readonly replicas?: number;
  /** Whether a step waits until the load balancer knows the new Pods, for which it needs a role. `@default` false (chart) */
  readonly verifyTargetGroup?: boolean;
  /** Whether its dashboard runs, which asks for no password. `@default` false (chart) */
  readonly dashboard?: boolean;
}

/**
 * Argo Rollouts, with its definitions, which stay when it goes, as an Application of Argo CD with its chart, or with the
 * manifests of a release. Without `gitops` nothing is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/no-duplicate-add-on
 * @see https://github.com/argoproj/argo-helm/tree/main/charts/argo-rollouts
 * @example
 * import { ArgoRolloutsAddOn } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const addOn = (chart: Chart) => new ArgoRolloutsAddOn(chart, 'rollouts', { verifyTargetGroup: true, iamRole: 'rollouts' });
 */
export class ArgoRolloutsAddOn extends Construct {
  /** Absent where nothing is rendered. */
  readonly application?: ApiObject;

  constructor(scope: Construct, id: string, props: ArgoRolloutsAddOnProps = {}) {
    super(scope, id);
    const problems = problemsWith(this, 'ArgoRolloutsAddOn', props, ArgoRolloutsAddOn);
    const place = addOnPlace(this, 'argo-rollouts', props, problems);
    ofChartAlone(props, ['replicas', 'verifyTargetGroup', 'dashboard'], problems);
    problems.raise();
    const application = addOnApplicationOf(this, place, valuesOf(props));
    if (application !== undefined) this.application = application;
  }
}

function valuesOf({ replicas, verifyTargetGroup, dashboard }: ArgoRolloutsAddOnProps) {
  const controller = defined({ replicas, awsVerifyTargetGroup: verifyTargetGroup });
  return {
    installCRDs: true,
    keepCRDs: true,
    ...(Object.keys(controller).length === 0 ? {} : { controller }),
    ...(dashboard === undefined ? {} : { dashboard: { enabled: dashboard } }),
  };
}
