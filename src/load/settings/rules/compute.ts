import { wrongLabelKey, wrongLabelValue } from '../../../grammar/label';
import { INSTANCE_TYPE, SIZE_WORDS } from '../../../knowledge/aws/instance-types';
import { suggest } from '../../../model/suggest';
import type { Path } from '../plain-data';
import type { EksSettings } from '../schema';
import { subnetProblems } from './node-groups';
import { repeats, type Say } from './rule';

/** Names are unique within their kind, nodes are what EC2 and Kubernetes know, and Fargate has subnets to start Pods in. */
export function computeProblems(settings: EksSettings, say: Say): void {
  const { compute, network } = settings;
  for (const [list, what] of [
    ['managedNodeGroups', 'node group'],
    ['selfManagedNodeGroups', 'node group'],
    ['fargateProfiles', 'Fargate profile'],
  ] as const) {
    const named: readonly { readonly name: string }[] = compute[list];
    repeats(
      named,
      ({ name }) => name,
      ({ name }, index) =>
        say(
          ['compute', list, index, 'name'],
          `a ${what} called ${name} is already in the list.`,
          'rename one of them.',
        ),
    );
  }
  for (const list of ['managedNodeGroups', 'selfManagedNodeGroups'] as const)
    for (const [index, { instanceTypes, labels }] of compute[list].entries()) {
      const at = ['compute', list, index];
      for (const [position, type] of instanceTypes.entries())
        instanceTypeProblem(type, [...at, 'instanceTypes', position], say);
      labelProblems(labels, [...at, 'labels'], say);
    }
  for (const [index, { selectors }] of compute.fargateProfiles.entries())
    for (const [position, { labels }] of selectors.entries())
      labelProblems(labels, ['compute', 'fargateProfiles', index, 'selectors', position, 'labels'], say);
  for (const [index, { subnets }] of compute.fargateProfiles.entries())
    subnetProblems(subnets, settings, ['compute', 'fargateProfiles', index, 'subnets'], say, 'private');
  if (compute.fargateProfiles.length > 0 && network.subnets.private.length === 0) {
    const message = 'Fargate starts Pods in private subnets only, and none is listed.';
    say(['compute', 'fargateProfiles'], message, 'list private subnets under `network.subnets.private`.');
  }
}

/** A size that nobody knows may be new; one that is nearly a word is mistyped. */
function instanceTypeProblem(type: string, path: Path, say: Say): void {
  const size = INSTANCE_TYPE.exec(type)?.[1];
  if (size === undefined) {
    const message = `"${type}" is not the name of an instance type: those are a family, a dot and a size.`;
    say(path, message, 'write it as EC2 does, such as m7i.large.');
    return;
  }
  const meant = /^[a-z]+$/.test(size) && !SIZE_WORDS.includes(size) ? suggest(size, SIZE_WORDS) : undefined;
  if (meant === undefined) return;
  const name = `${type.slice(0, -size.length)}${meant}`;
  say(path, `"${type}" has no size that EC2 knows. Did you mean "${name}"?`, `write ${name}.`);
}

/** Fargate takes `*` and `?` for other characters. */
function labelProblems(labels: Readonly<Record<string, string>>, path: Path, say: Say): void {
  const isPattern = path.includes('fargateProfiles');
  const plain = (text: string) => (isPattern ? text.replaceAll(/[*?]/g, 'x') : text);
  for (const [key, value] of Object.entries(labels)) {
    const wrongKey = wrongLabelKey(plain(key));
    const wrongValue = wrongLabelValue(plain(value));
    const never = 'no node or Pod ever has it.';
    if (wrongKey !== undefined)
      say(
        [...path, key],
        `"${key}" cannot be the key of a label, so ${never} ${sentence(wrongKey)}`,
        'correct the key.',
        'key',
      );
    if (wrongValue !== undefined)
      say(
        [...path, key],
        `"${value}" cannot be the value of a label, so ${never} ${sentence(wrongValue)}`,
        'correct the value.',
      );
  }
}

function sentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
}
