import type { ManagedNodeGroup } from '../../model/environment';
import type { NodeGroupFacts } from '../../model/facts';
import { byCodeUnit } from '../../model/order';
import { autoModeParts } from './auto-mode-parts';
import { labelsText } from './labels-text';
import { type Judged, type PreflightCheck, problem, settingsOf, unknown } from './preflight-check';

export const autoMode: PreflightCheck = {
  id: 'auto-mode',
  asks: 'EKS Auto Mode is on where the settings say so, with its node pools, its role, its volumes and its load balancers.',
  needs: [],
  fine: 'EKS Auto Mode is as the settings say.',
  judge({ environment, facts }) {
    const { autoMode: declared } = environment.compute;
    const live = facts.cluster.autoMode ?? false;
    if (declared === live) return live ? autoModeParts(environment, facts.cluster) : [];
    if (facts.cluster.autoMode === undefined)
      return [
        unknown(
          'EKS Auto Mode',
          'compute.autoMode is true in the settings, and facts.json does not say whether it is on.',
          'run `cdk8s-eks facts refresh` again.',
        ),
      ];
    const after = live
      ? 'EKS makes nodes and load balancers that nobody here expects'
      : 'nothing makes the nodes, volumes and load balancers that apps count on';
    const message = `compute.autoMode is ${declared} in the settings, and the cluster says ${live}: ${after}.`;
    return [
      problem(
        'EKS Auto Mode',
        message,
        `set compute.autoMode: ${live} in ${settingsOf(environment)}, or change the cluster.`,
      ),
    ];
  },
};

export const nodeGroups: PreflightCheck = {
  id: 'node-groups',
  asks: 'The managed node groups are those of the settings, with the same instance types, labels and capacity.',
  needs: ['nodeGroups'],
  fine: 'the managed node groups are those of the settings.',
  judge({ environment, facts }) {
    const declared = environment.compute.managedNodeGroups;
    const live = facts.nodeGroups ?? [];
    const file = settingsOf(environment);
    const missing = declared
      .filter(({ name }) => !live.some((one) => one.name === name))
      .map(({ name }) =>
        problem(
          `node group ${name}`,
          'the settings name it, and the cluster does not have it: Pods that ask for its labels stay Pending.',
          `make node group ${name}, or remove it from ${file}.`,
        ),
      );
    const others = live
      .filter(({ name }) => !declared.some((one) => one.name === name))
      .map(({ name }) =>
        problem(
          `node group ${name}`,
          'the cluster has it, and the settings do not name it: no check knows its nodes.',
          `list it under compute.managedNodeGroups in ${file}.`,
        ),
      );
    const differing = declared.flatMap((group) => {
      const found = live.find(({ name }) => name === group.name);
      return found === undefined ? [] : differences(group, found, file);
    });
    return [...missing, ...others, ...differing];
  },
};

function differences(group: ManagedNodeGroup, live: NodeGroupFacts, file: string): readonly Judged[] {
  const subject = `node group ${group.name}`;
  const compare = (field: string, says: string, is: string | undefined, after: string): readonly Judged[] =>
    is === undefined || says === is
      ? []
      : [
          problem(
            subject,
            `its ${field} by the settings: ${says}; on the cluster: ${is}. ${after}.`,
            `write them as they are in ${file}, or replace the node group.`,
          ),
        ];
  const types = group.instanceTypes.length === 0 ? undefined : sortedText(live.instanceTypes);
  return [
    // Where a launch template says the type, EKS tells none.
    ...compare(
      'instance types',
      sortedText(group.instanceTypes) ?? '',
      types,
      'Pods that select a type, or need the larger one, stay Pending',
    ),
    ...compare(
      'labels',
      labelsText(group.labels),
      live.labels && labelsText(live.labels),
      'Pods that select a label stay Pending',
    ),
    ...compare(
      'capacity types',
      group.capacityType,
      live.capacityType,
      'Pods run on nodes that are taken away, or do not find those that are',
    ),
  ];
}

function sortedText(list: readonly string[] | undefined): string | undefined {
  return list === undefined || list.length === 0 ? undefined : [...list].sort(byCodeUnit).join(', ');
}
