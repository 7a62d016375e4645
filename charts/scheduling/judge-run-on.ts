import { NODE_LABELS } from '../../src/knowledge/aws/node-labels';
import type { EksEnvironment } from '../../src/model/environment';
import { didYouMean } from '../../src/model/suggest';
import type { Problems } from '../shared/problems';
import { judgeDevices } from './judge-devices';
import { makersOf } from './node-class-input';
import { OF_RUN_ON, type PlacementContext } from './placement-context';
import type { AnyRunOn } from './run-on-props';

/** What contradicts itself, or cannot be where the Pods run. */
export function judgeRunOn(runOn: AnyRunOn, context: PlacementContext): void {
  const { environment, fargate, problems, deviceNames = OF_RUN_ON } = context;
  const { architecture, pool, nodeGroup, hybrid, capacity } = runOn;
  judgeDevices(runOn, context);
  const refused = Object.entries({ ...runOn, architecture: architecture === 'amd64' ? undefined : architecture });
  const names = refused
    .filter(([, value]) => value !== undefined)
    .map(([name]) => ({ ...deviceNames })[name] ?? `runOn.${name}`);
  problems.unless(
    !fargate || names.length === 0,
    `a Fargate profile catches the Pods, and Fargate has nothing of ${names.join(', ')}: they would stay Pending.`,
    'leave it out, or run the Pods in a namespace that no profile selects.',
  );
  const places = Object.entries({ pool, nodeGroup, hybrid }).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  );
  problems.unless(
    places.length <= 1,
    `runOn has ${places.join(' and ')}; no node is of both, so the Pods stay Pending.`,
    'leave one of them out.',
  );
  problems.unless(
    hybrid === undefined || (capacity === undefined && runOn.zones === undefined),
    'runOn.hybrid stands beside capacity or zones: hybrid nodes have no labels of either, so the Pods stay Pending.',
    'leave capacity and zones out.',
  );
  if (environment.platform === 'eks' && !fargate) judgePlaces(runOn, environment, problems);
}

function judgePlaces({ pool, nodeGroup }: AnyRunOn, environment: EksEnvironment, problems: Problems): void {
  problems.unless(
    pool === undefined || makersOf(environment).length > 0,
    `runOn.pool is given, and environment ${environment.name} runs without Karpenter and EKS Auto Mode: no node has the label ${NODE_LABELS.pool}.`,
    'set `compute.karpenter` or `compute.autoMode` to true in environment.yaml where it runs, or leave pool out there.',
  );
  const groups = environment.compute.managedNodeGroups.map(({ name }) => name);
  problems.unless(
    nodeGroup === undefined || groups.includes(nodeGroup),
    `environment ${environment.name} has no managed node group "${nodeGroup}".${didYouMean(nodeGroup ?? '', groups)}`,
    groups.length === 0 ? 'leave nodeGroup out.' : `use one of: ${groups.join(', ')}.`,
  );
}
