import type { NlbSettings } from '../../src/knowledge/aws/nlb-settings';
import type { Labels } from '../shared/labels';
import type { NlbListenerProps } from './nlb-listeners';

/** How a workload is reached through a Network Load Balancer of its own. */
export interface NlbExposeProps extends NlbSettings {
  /**
   * The listeners by their names: each leads to the container's port of that name, or to its `target`.
   * @default - one for the workload's first port, which load balancers use
   */
  readonly listeners?: Readonly<Record<string, NlbListenerProps>>;
  /** `Local` keeps the client's address, and takes nodes without a Pod out; of target type instance. `@default` Cluster (Kubernetes) */
  readonly externalTrafficPolicy?: 'Cluster' | 'Local';
  /** Further annotations, of other controllers, such as a DNS controller's; rendered everywhere. `@default` - none */
  readonly annotations?: Labels;
  /** Labels of the Service. `@default` - none */
  readonly labels?: Labels;
}
