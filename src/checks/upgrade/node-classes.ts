import { AMI_TYPES } from '../../knowledge/aws/ami-types';
import { SUPPORT_CALENDAR } from '../../knowledge/aws/support-calendar';
import { REMOVED_KUBELET_FLAGS } from '../../knowledge/kubernetes/kubelet-flags';
import { at, type FieldPath, type JsonValue, listAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';
import { minorOf } from '../../model/upgrade/path';
import { firstStep, type Told, type UpgradeCheck, type UpgradeInput, whereOf } from './upgrade-check';

const SEE = 'https://karpenter.sh/docs/tasks/managing-amis/';

/** Images that Karpenter starts nodes from. */
export const nodeClasses: UpgradeCheck = {
  section: 'nodes',
  judge: (input) =>
    input.objects
      .filter(({ group, kind }) => group === 'karpenter.k8s.aws' && kind === 'EC2NodeClass')
      .flatMap((object) => [...judgeImages(object, input), ...removedFlags(object, input)]),
};

function judgeImages(object: RenderedObject, input: UpgradeInput): readonly Told[] {
  if (textAt(object.value, 'spec', 'amiFamily') === 'AL2') return endOfAl2(object, ['spec', 'amiFamily'], input);
  return listAt(object.value, 'spec', 'amiSelectorTerms').flatMap((term, index) => {
    const path = ['spec', 'amiSelectorTerms', index];
    const alias = textAt(term, 'alias');
    if (alias === undefined) return ofOwnImage(object, term, index, input);
    if (alias.startsWith('al2@')) return endOfAl2(object, [...path, 'alias'], input);
    return judgeAlias(object, alias, index, input);
  });
}

function endOfAl2(object: RenderedObject, path: FieldPath, { path: way }: UpgradeInput): readonly Told[] {
  const { until = '' } = AMI_TYPES.AL2_x86_64;
  const step = way.steps.find((one) => minorOf(one) > minorOf(until));
  if (step === undefined) return [];
  return [
    {
      ...whereOf(object, path),
      step,
      severity: 'blocks',
      message: `it starts nodes of Amazon Linux 2, of which EKS makes no image after ${until}: Karpenter finds none for ${step}, and makes no node.`,
      fix: 'use an alias of al2023 or bottlerocket.',
      see: SEE,
    },
  ];
}

/** A release of Amazon Linux 2023 holds images of the versions that EKS had on its day. */
function judgeAlias(object: RenderedObject, alias: string, index: number, input: UpgradeInput): readonly Told[] {
  const { steps } = input.path;
  const path = ['spec', 'amiSelectorTerms', index, 'alias'];
  const [family, version = ''] = alias.split('@');
  if (version === 'latest') return [drift(object, path, input)];
  const place = { ...whereOf(object, path), see: SEE };
  const fix = `write a release of the time after EKS offered the version, and try it in another environment first.`;
  const day = /^v(\d{4})(\d{2})(\d{2})$/.exec(version)?.slice(1).join('-');
  if (family !== 'al2023' || day === undefined)
    return [
      {
        ...place,
        step: firstStep(input.path),
        severity: 'unknown',
        message: `whether release ${alias} has images for ${steps.join(', ')} is not known; where it has none, Karpenter makes no node.`,
        fix: 'look at the list of its releases, and write one that has.',
      },
    ];
  const step = steps.find((one) => isBefore(day, releasedBy(one)));
  if (step === undefined) return [drift(object, path, input)];
  return [
    {
      ...place,
      step,
      severity: 'blocks',
      message: `release ${alias} is older than EKS ${step}, and so has no image for it: Karpenter makes no node as soon as the control plane runs ${step}.`,
      fix,
    },
  ];
}

/** An alias means another image for each version of the control plane. */
function drift(object: RenderedObject, path: FieldPath, input: UpgradeInput): Told {
  return {
    ...whereOf(object, path),
    step: firstStep(input.path),
    severity: 'changes',
    message:
      'its image is another one for each version, so Karpenter replaces its nodes after each step, within the disruption budgets of the NodePools: Pods move.',
    fix: 'see that PodDisruptionBudgets and replicas bear it, and begin the next step when `kubectl get nodes` shows one version.',
    see: 'https://karpenter.sh/docs/concepts/disruption/#drift',
  };
}

/** Images of a version may come some weeks before EKS offers it: a month is granted. */
function isBefore(day: string, released: string): boolean {
  const [year = 0, month = 0, date = 0] = released.split('-').map(Number);
  const [earlierYear, earlierMonth] = month === 1 ? [year - 1, 12] : [year, month - 1];
  return day < [earlierYear, earlierMonth, date].map((part) => String(part).padStart(2, '0')).join('-');
}

/** When EKS began to offer a version; of one that the calendar lacks, the newest that it has: it cannot be earlier. */
function releasedBy(version: string): string {
  const known = SUPPORT_CALENDAR[version]?.released;
  const before = Object.keys(SUPPORT_CALENDAR).filter((one) => minorOf(one) < minorOf(version));
  return known ?? SUPPORT_CALENDAR[before.at(-1) ?? '']?.released ?? '';
}

/** An image that is named by its id or name has the kubelet that it has. */
function ofOwnImage(object: RenderedObject, term: JsonValue, index: number, { path }: UpgradeInput): readonly Told[] {
  const by = ['id', 'name', 'ssmParameter', 'tags'].find((key) => at(term, key) !== undefined);
  if (by === undefined) return [];
  return [
    {
      ...whereOf(object, ['spec', 'amiSelectorTerms', index, by]),
      step: firstStep(path),
      severity: 'unknown',
      message: `it selects its image by ${by}, and which version of the kubelet that image has is not known: Karpenter goes on to start nodes of it, however old it becomes.`,
      fix: 'see which image it is, and replace it by one of each version, or use an alias.',
      see: SEE,
    },
  ];
}

function removedFlags(object: RenderedObject, { path }: UpgradeInput): readonly Told[] {
  const userData = textAt(object.value, 'spec', 'userData') ?? '';
  return Object.entries(REMOVED_KUBELET_FLAGS).flatMap(([flag, { gone, see }]): readonly Told[] =>
    path.steps.includes(gone) && userData.includes(flag)
      ? [
          {
            ...whereOf(object, ['spec', 'userData']),
            step: gone,
            severity: 'changes',
            message: `its user data gives the kubelet the flag ${flag}, which the kubelet of ${gone} does not know by its release notes: it does not start, and nodes do not join.`,
            fix: `take ${flag} out of the user data.`,
            see,
          },
        ]
      : [],
  );
}
