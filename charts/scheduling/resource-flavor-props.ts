import type { Toleration } from '../../imports/k8s';
import type { ObjectProps } from '../shared/custom-object';
import type { Labels } from '../shared/labels';
import type { Patch } from '../shared/override';
import type { NodeTaint } from './node-pool-props';

export interface ResourceFlavorProps extends ObjectProps {
  /**
   * Labels of its nodes, at most 8; Kueue writes them as node selector into Pods that it lets start. They have to be on nodes,
   * or Karpenter's NodePool has to make such nodes: else the Pods stay Pending. `@default` - any nodes
   */
  readonly nodeLabels?: Labels;
  /** Taints of its nodes, at most 8; only what tolerates them takes the flavor. `@default` - none */
  readonly nodeTaints?: readonly NodeTaint[];
  /** Tolerations that Pods which take the flavor get, at most 8. `@default` - none */
  readonly tolerations?: readonly Toleration[];
  /** A Topology of Kueue, whose levels `queue.requiredTopology` names; it needs nodeLabels. `@default` - none */
  readonly topologyName?: string;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly resourceFlavor?: Patch };
}
