import type { TopologySpreadConstraint } from '../../imports/k8s';
import { NODE_LABELS } from '../../src/knowledge/aws/node-labels';
import { defined } from '../../src/model/defined';
import type { Labels } from '../shared/labels';

/** How far Pods are spread, in numbers: how many more one place may have than another. */
export interface Spread {
  /** Most Pods that a zone has more than another, from 1; `'any'` does not look at zones. `@default` 1 */
  readonly zones?: number | 'any';
  /** Most Pods that a node has more than another, from 1; `'any'` does not look at nodes. `@default` 1 */
  readonly nodes?: number | 'any';
  /**
   * What holds a Pod back where it cannot be kept. Required zones stop a rollout while a zone is full or shifted away from.
   * @default - neither: as far as there is room
   */
  readonly required?: 'zones' | 'nodes' | 'both';
  /** Zones that there have to be, from 1, which makes zones required: with fewer, further Pods wait. `@default` - those that have nodes */
  readonly minZones?: number;
}

/** Whether Pods are spread over zones and nodes as far as there is room, or how: in numbers, or as Kubernetes writes it. */
export type SpreadInput = boolean | Spread | readonly TopologySpreadConstraint[];

/**
 * Pods spread over zones and nodes, as far as there is room: a full zone must not stop a rollout.
 * @param isWanted where the properties do not say
 * @param revisionLabel the label by which the controller tells rollouts apart, so that only Pods of one are counted
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export function topologySpread(
  input: SpreadInput | undefined,
  isWanted: boolean,
  selector: Labels,
  revisionLabel: string,
): TopologySpreadConstraint[] | undefined {
  if (isList(input)) return [...input];
  if (!(input ?? isWanted)) return undefined;
  const { zones = 1, nodes = 1, required, minZones } = typeof input === 'object' ? input : {};
  const isRequired = { zones: minZones !== undefined || required === 'zones', nodes: required === 'nodes' };
  const rows = [
    { topologyKey: NODE_LABELS.zone, maxSkew: zones, minDomains: minZones, hard: isRequired.zones },
    { topologyKey: 'kubernetes.io/hostname', maxSkew: nodes, hard: isRequired.nodes },
  ];
  return rows.flatMap(({ topologyKey, maxSkew, minDomains, hard }) =>
    maxSkew === 'any'
      ? []
      : [
          {
            maxSkew,
            topologyKey,
            ...defined({ minDomains }),
            whenUnsatisfiable: hard || required === 'both' ? 'DoNotSchedule' : 'ScheduleAnyway',
            labelSelector: { matchLabels: { ...selector } },
            matchLabelKeys: [revisionLabel],
          },
        ],
  );
}

function isList(input: SpreadInput | undefined): input is readonly TopologySpreadConstraint[] {
  return Array.isArray(input);
}
