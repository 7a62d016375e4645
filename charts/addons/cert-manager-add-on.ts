import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import { problemsWith } from '../shared/properties';
import { addOnApplicationOf } from './add-on-application';
import { addOnPlace } from './add-on-place';
import type { AddOnProps, PinnedChartProps } from './add-on-props';

export interface CertManagerAddOnProps extends AddOnProps, PinnedChartProps {
  /** Pods of it, of which one works. `@default` 1 (chart) */
  readonly replicas?: number;
  /** Whether a ServiceMonitor is rendered; the Prometheus Operator has its kind. `@default` false (chart) */
  readonly serviceMonitor?: boolean;
}

/**
 * cert-manager, with its definitions, which stay when it goes, as an Application of Argo CD with its chart. It needs a role for
 * challenges by DNS alone. Without `gitops` nothing is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/no-duplicate-add-on
 * @finding eks/no-missing-add-on
 * @see https://cert-manager.io/docs/installation/helm/
 * @example
 * import { CertManagerAddOn } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const addOn = (chart: Chart) => new CertManagerAddOn(chart, 'certificates', { version: 'v1.19.1', replicas: 2 });
 */
export class CertManagerAddOn extends Construct {
  /** Absent where nothing is rendered. */
  readonly application?: ApiObject;

  constructor(scope: Construct, id: string, props: CertManagerAddOnProps) {
    super(scope, id);
    const problems = problemsWith(this, 'CertManagerAddOn', props, CertManagerAddOn);
    const place = addOnPlace(this, 'cert-manager', props, problems);
    problems.raise();
    const application = addOnApplicationOf(this, place, valuesOf(props));
    if (application !== undefined) this.application = application;
  }
}

function valuesOf({ replicas, serviceMonitor }: CertManagerAddOnProps) {
  return {
    crds: { enabled: true, keep: true },
    ...defined({ replicaCount: replicas }),
    ...(serviceMonitor === undefined ? {} : { prometheus: { servicemonitor: { enabled: serviceMonitor } } }),
  };
}
