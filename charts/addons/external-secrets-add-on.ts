import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import { problemsWith } from '../shared/properties';
import { addOnApplicationOf } from './add-on-application';
import { addOnPlace } from './add-on-place';
import type { AddOnProps, ReadChartProps } from './add-on-props';

export interface ExternalSecretsAddOnProps extends AddOnProps, ReadChartProps {
  /** Pods of it, of which one works. `@default` 1 (chart) */
  readonly replicas?: number;
  /** Whether a ServiceMonitor is rendered; the Prometheus Operator has its kind. `@default` false (chart) */
  readonly serviceMonitor?: boolean;
}

/**
 * The External Secrets Operator, with its definitions, as an Application of Argo CD with its chart. Stores that name a
 * ServiceAccount take the role of that one, and the operator needs none. Without `gitops` nothing is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/no-duplicate-add-on
 * @finding eks/no-missing-add-on
 * @see https://github.com/external-secrets/external-secrets/tree/main/deploy/charts/external-secrets
 * @example
 * import { ExternalSecretsAddOn } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const addOn = (chart: Chart) => new ExternalSecretsAddOn(chart, 'secrets', { replicas: 2 });
 */
export class ExternalSecretsAddOn extends Construct {
  /** Absent where nothing is rendered. */
  readonly application?: ApiObject;

  constructor(scope: Construct, id: string, props: ExternalSecretsAddOnProps = {}) {
    super(scope, id);
    const problems = problemsWith(this, 'ExternalSecretsAddOn', props, ExternalSecretsAddOn);
    const place = addOnPlace(this, 'external-secrets', props, problems);
    problems.raise();
    const application = addOnApplicationOf(this, place, valuesOf(props));
    if (application !== undefined) this.application = application;
  }
}

function valuesOf({ replicas, serviceMonitor }: ExternalSecretsAddOnProps) {
  return {
    installCRDs: true,
    ...defined({ replicaCount: replicas }),
    ...(replicas === undefined || replicas === 1 ? {} : { leaderElect: true }),
    // Whether the kind is there is not asked of a cluster that the chart does not see.
    ...(serviceMonitor === undefined
      ? {}
      : { serviceMonitor: { enabled: serviceMonitor, renderMode: 'alwaysRender' } }),
  };
}
