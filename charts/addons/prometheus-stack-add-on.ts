import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { SizeText } from '../../src/grammar/amounts';
import { defined } from '../../src/model/defined';
import { problemsWith } from '../shared/properties';
import { addOnApplicationOf } from './add-on-application';
import { type AddOnPlace, addOnPlace } from './add-on-place';
import type { AddOnProps, PinnedChartProps } from './add-on-props';

export interface PrometheusStackAddOnProps extends AddOnProps, PinnedChartProps {
  /** How long metrics are kept: `15d`. `@default` 10d (chart) */
  readonly retention?: string;
  /** Volume of Prometheus; without one, a restart forgets everything. `@default` - none (chart) */
  readonly storage?: PrometheusStorage;
  /** Secret in its namespace with the keys `admin-user` and `admin-password` of Grafana. Needed while Grafana runs. */
  readonly grafanaAdminSecret?: string;
  /** Whether Grafana runs. `@default` true (chart) */
  readonly grafana?: boolean;
  /** Whether Alertmanager runs. `@default` true (chart) */
  readonly alertmanager?: boolean;
  /** Whether every monitor and rule of the cluster is taken, whatever labels it has. `@default` true */
  readonly takesEverything?: boolean;
  /** Whether kube-proxy is read, which has to listen on the address of its node for it. `@default` false on EKS */
  readonly kubeProxy?: boolean;
}

/** Where Prometheus keeps what it reads. */
export interface PrometheusStorage {
  /** Size of the volume. */
  readonly size: SizeText;
  /** Its StorageClass. `@default` - the default class of the cluster */
  readonly storageClass?: string;
}

/**
 * The Prometheus Operator with Prometheus, Alertmanager, Grafana and exporters, as an Application of Argo CD with its chart. On EKS
 * etcd, the scheduler and the controller manager are not exposed, and are not read. Without `gitops` nothing is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/no-duplicate-add-on
 * @finding eks/ban-add-on-conflict
 * @see https://github.com/prometheus-community/helm-charts/tree/main/charts/kube-prometheus-stack
 * @example
 * import { PrometheusStackAddOn } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const addOn = (chart: Chart) =>
 *   new PrometheusStackAddOn(chart, 'monitoring', {
 *     version: '79.5.0',
 *     retention: '15d',
 *     storage: { size: '100Gi', storageClass: 'gp3' },
 *     grafanaAdminSecret: 'grafana-admin',
 *   });
 */
export class PrometheusStackAddOn extends Construct {
  /** Absent where nothing is rendered. */
  readonly application?: ApiObject;

  constructor(scope: Construct, id: string, props: PrometheusStackAddOnProps) {
    super(scope, id);
    const problems = problemsWith(this, 'PrometheusStackAddOn', props, PrometheusStackAddOn);
    const place = addOnPlace(this, 'kube-prometheus-stack', props, problems);
    problems.unless(
      props.grafana === false || props.grafanaAdminSecret !== undefined || place === undefined,
      'Grafana has no grafanaAdminSecret: its password is the same everywhere, or a new one at each rendering.',
      'name a Secret that an ExternalSecret writes, or set grafana: false.',
    );
    problems.raise();
    const application = addOnApplicationOf(this, place, valuesOf(props, place));
    if (application !== undefined) this.application = application;
  }
}

const OFF = { enabled: false };

function valuesOf(props: PrometheusStackAddOnProps, place: AddOnPlace | undefined) {
  const { grafana, grafanaAdminSecret, alertmanager, kubeProxy } = props;
  const isEks = place?.eks !== undefined;
  const grafanaValues = {
    ...defined({ enabled: grafana }),
    ...(grafanaAdminSecret === undefined ? {} : { admin: { existingSecret: grafanaAdminSecret } }),
  };
  return {
    ...(isEks ? { kubeEtcd: OFF, kubeScheduler: OFF, kubeControllerManager: OFF } : {}),
    ...(isEks || kubeProxy !== undefined ? { kubeProxy: { enabled: kubeProxy ?? false } } : {}),
    ...(alertmanager === undefined ? {} : { alertmanager: { enabled: alertmanager } }),
    ...(Object.keys(grafanaValues).length === 0 ? {} : { grafana: grafanaValues }),
    prometheus: { prometheusSpec: prometheusOf(props) },
  };
}

function prometheusOf({ retention, storage, takesEverything = true }: PrometheusStackAddOnProps) {
  const selectors = ['serviceMonitor', 'podMonitor', 'rule', 'probe', 'scrapeConfig'];
  return {
    ...defined({ retention }),
    ...(takesEverything
      ? Object.fromEntries(selectors.map((one) => [`${one}SelectorNilUsesHelmValues`, false] as const))
      : {}),
    ...(storage === undefined ? {} : { storageSpec: { volumeClaimTemplate: { spec: claimOf(storage) } } }),
  };
}

function claimOf({ size, storageClass }: PrometheusStorage) {
  return {
    ...defined({ storageClassName: storageClass }),
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: size } },
  };
}
