import { defined } from '../defined';
import { identityKey } from '../identity';
import { by } from '../order';
import type { PodTemplate } from '../pod-spec';
import { fargateAnswers, profileOf } from './fargate-answer';
import { nodeAnswer } from './node-answer';
import type { Asking } from './node-fit';
import { spanOf } from './node-price';
import { asksForHybrid, nodeSelectionOf } from './node-selection';
import type { NodeSource } from './node-source';
import { bestOf } from './node-verdict';
import type { Placement, PoolAnswer } from './placement';
import { podRequestsOf } from './pod-requests';
import { podCountOf } from './workload-pods';
import type { World } from './world';

/** Where the Pods of an environment run: a row for each Pod template, sorted. Pure: same input, same rows. */
export function placementsOf(templates: readonly PodTemplate[], world: World): readonly Placement[] {
  return templates
    .filter(({ owner }) => owner.kind !== 'PodTemplate')
    .map((template) => placeTemplate(template, world))
    .sort(
      by(
        ({ app }) => app,
        ({ object }) => identityKey(object),
        ({ part }) => part ?? '',
      ),
    );
}

/** Where the Pods of one template run. */
export function placeTemplate(template: PodTemplate, world: World): Placement {
  const { owner } = template;
  const { app, group, kind, namespace, name } = owner;
  const count = podCountOf(template, world.lookup);
  const requests = podRequestsOf(template, world.lookup);
  const pools = [
    ...fargateAnswers(template, count.pods, world),
    ...answersOfNodes({ template, requests, pods: count.pods }, world),
  ];
  const takers = pools.filter(({ verdict }) => verdict === 'yes');
  const cost = spanOf(takers.map((one) => one.cost));
  return {
    environment: world.environment.name,
    app,
    object: { group, kind, ...defined({ namespace }), name },
    ...partOf(template),
    requests,
    ...count,
    placed: bestOf(pools.map(({ verdict }) => verdict)),
    pools: [...takers, ...pools.filter((one) => !takers.includes(one))],
    ...defined({ cost }),
  };
}

/** A template of a JobSet is called as its Jobs are. */
function partOf({ owner, path }: PodTemplate): { readonly part?: string } {
  if (owner.kind !== 'JobSet') return {};
  const [, , index] = path;
  return { part: String(index) };
}

/** Node groups, then pools as Karpenter tries them: the heaviest first, and of two that weigh the same the last by name. */
function answersOfNodes(asking: Asking, world: World): readonly PoolAnswer[] {
  const { template } = asking;
  const caught = template.owner.kind === 'DaemonSet' ? undefined : profileOf(world.environment, template);
  const order = (source: NodeSource) => ('group' in source.made ? Number.POSITIVE_INFINITY : source.made.weight);
  const sources = [...world.sources].sort(
    (a, b) => compare(order(b), order(a)) || ('group' in a.made ? 0 : compare(b.name, a.name)),
  );
  if (caught !== undefined)
    return sources.map(({ name }) => ({
      pool: name,
      verdict: 'no',
      reason: `profile ${caught.name} takes its Pods`,
      zones: [],
    }));
  const answers = sources.map((source) => nodeAnswer(source, asking, world));
  if (!asksForHybrid(nodeSelectionOf(template))) return answers;
  const reason = 'the settings do not name them';
  return [{ pool: 'hybrid nodes', verdict: 'unknown', reason, zones: [] }, ...answers];
}

function compare<T extends string | number>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
