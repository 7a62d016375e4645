/** What in rendered objects asks for a controller. Any of them is enough. */
export interface ControllerNeed {
  /** API groups, whichever kind. One that begins with a dot is the end of a group. */
  readonly groups?: readonly string[];
  /** `argoproj.io/Rollout` */
  readonly kinds?: readonly string[];
  /** Drivers of volumes, as classes, volumes and snapshot classes name them. */
  readonly drivers?: readonly string[];
  /** Controllers of IngressClasses and GatewayClasses, and classes of Services. */
  readonly classes?: readonly string[];
  /** Beginnings of annotations. */
  readonly annotations?: readonly string[];
  /** What only code can see in an object. */
  readonly uses?: readonly ControllerUse[];
}

export type ControllerUse = 'resourceMetrics' | 'podIdentity';

/** A controller or driver that runs on the cluster, and how one knows it. */
export interface Controller {
  /** As people call it. */
  readonly title: string;
  /** What happens without it: a clause behind `without it, `. */
  readonly without: string;
  readonly needs: ControllerNeed;
  /** Its name as an add-on of EKS; absent where EKS has none, and then nobody knows by facts whether it is there. */
  readonly addOn?: string;
  /** The capability of EKS that is the same. */
  readonly capability?: 'ACK' | 'KRO';
  /** `included`: EKS Auto Mode has it built in. `only`: nothing else has it. */
  readonly autoMode?: 'included' | 'only';
  /** The setting of the environment that says that it is there. */
  readonly setting?: 'compute.karpenter' | 'identity.ack';
  /** A part of the name of the image that it runs. */
  readonly image?: RegExp;
  /** Names of its Helm chart, and of the Deployments, DaemonSets and ServiceAccounts that it is installed with. */
  readonly names: readonly string[];
}
