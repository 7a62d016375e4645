import { CONTROLLERS } from './controllers';

/** What a controller has to be for a version of Kubernetes. */
export interface ControllerMinimum {
  readonly minimums: Readonly<Record<string, string>>;
  /** Names of the image whose tag is the version, and of the chart whose version is the same. */
  readonly image: RegExp;
  readonly charts: readonly string[];
  readonly title: string;
  readonly severity: 'blocks' | 'changes';
  /** What happens to one that is older: a clause. */
  readonly symptom: string;
  /** The repair, in the imperative, by the version that the last step takes. */
  readonly fix: (minimum: string) => string;
  readonly see: string;
  /** How to ask which version runs. */
  readonly ask: string;
}

/** The day on which the sources were read. */
export const CONTROLLER_MINIMUMS_READ = '2026-11-29';

/** No object needs the cluster autoscaler, so `CONTROLLERS` does not have it. */
export type MinimumId = Extract<keyof typeof CONTROLLERS, 'karpenter'> | 'clusterAutoscaler';

const AUTOSCALER_VERSIONS = ['1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36', '1.37'];

/** Controllers whose makers say which version of theirs goes with which version of Kubernetes. */
export const CONTROLLER_MINIMUMS: Readonly<Record<MinimumId, ControllerMinimum>> = {
  karpenter: {
    title: CONTROLLERS.karpenter.title,
    minimums: {
      '1.29': '0.34.0',
      '1.31': '1.0.5',
      '1.32': '1.2.0',
      '1.33': '1.5.0',
      '1.34': '1.6.0',
      '1.35': '1.9.0',
      '1.36': '1.13.0',
      '1.37': '1.15.0',
    },
    image: CONTROLLERS.karpenter.image,
    charts: CONTROLLERS.karpenter.names,
    severity: 'blocks',
    symptom: 'it may make no node for Pods that wait',
    fix: (minimum) => `move Karpenter to ${minimum} or later before the control plane.`,
    see: 'https://karpenter.sh/docs/upgrading/compatibility/',
    ask: 'kubectl get deployment --all-namespaces --selector app.kubernetes.io/name=karpenter --output wide',
  },
  clusterAutoscaler: {
    title: 'the cluster autoscaler',
    minimums: Object.fromEntries(AUTOSCALER_VERSIONS.map((version) => [version, `${version}.0`])),
    image: /\/cluster-autoscaler\b/,
    charts: [],
    severity: 'changes',
    symptom: 'it simulates the scheduler of another version, and may scale wrongly',
    fix: (minimum) => `move its image with each step, to ${minimum} or a later patch at the end.`,
    see: 'https://github.com/kubernetes/autoscaler/tree/master/cluster-autoscaler#releases',
    ask: 'kubectl get deployment --all-namespaces --selector app.kubernetes.io/name=aws-cluster-autoscaler --output wide',
  },
};
