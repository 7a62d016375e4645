import { CLOUD_LABELS, EC2_LABELS, isOnlyInTheVpc } from '../../../knowledge/aws/hybrid-nodes';
import { isAutoModeLabel, KARPENTER_AWS_LABELS, NODE_LABELS } from '../../../knowledge/aws/node-labels';
import { at, listAt, textAt } from '../../../model/json';
import { asksForHybrid, nodeSelectionOf, type Requirement } from '../../../model/placement/node-selection';
import type { PodTemplate } from '../../../model/pod-spec';
import type { CheckContext, PodRule, RuleFinding } from '../../engine/rule';
import { claimsOf } from '../../reads/claims';
import { provisionerOf } from '../../reads/provisioner';

type Told = Pick<RuleFinding, 'path' | 'found' | 'what' | 'fix' | 'severity'>;

export const banHybridPod: PodRule = {
  id: 'eks/ban-hybrid-pod',
  severity: 'error',
  summary: 'Pods of hybrid nodes ask for nothing that is only in the VPC.',
  why: 'Hybrid nodes stand on your own premises: the drivers of EBS, EFS, FSx and S3 do not run there, and the labels that the cloud controller sets are not there. Such a Pod stays Pending or never starts.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-overview.html',
    'https://docs.aws.amazon.com/eks/latest/userguide/hybrid-nodes-add-ons.html',
  ],
  checkPod(template, context, tell) {
    const { environment } = context;
    if (environment.platform !== 'eks') return;
    const alternatives = nodeSelectionOf(template);
    if (!asksForHybrid(alternatives)) return;
    const told = [...volumes(template, context), ...labels(alternatives.flat()), ...spread(template)];
    for (const one of told) tell(one);
    if (environment.partition !== 'aws')
      tell({
        path: [...template.path, 'spec'],
        found: environment.partition,
        what: `its Pods ask for hybrid nodes, and EKS has none in the regions of ${environment.partition}. They stay Pending.`,
        fix: 'let nodes in the region take them.',
      });
  },
};

/** Claims of the Pods, their templates, and volumes that a driver mounts directly. */
function volumes(template: PodTemplate, context: CheckContext): readonly Told[] {
  const { owner, path, spec } = template;
  const own = claimsOf(owner).map((claim) => ({ className: claim.className?.name, path: claim.path }));
  const mounted = listAt(spec, 'volumes').flatMap((volume, index) => {
    const name = textAt(volume, 'persistentVolumeClaim', 'claimName');
    const found = name === undefined ? undefined : context.index.find({ ...CLAIM, ...namespaceOf(template), name });
    const className = found && claimsOf(found)[0]?.className?.name;
    return className === undefined ? [] : [{ className, path: [...path, 'spec', 'volumes', index] }];
  });
  const claims = [...own, ...mounted].map((one) => ({
    path: one.path,
    driver: one.className === undefined ? undefined : provisionerOf(one.className, context),
  }));
  const inline = listAt(spec, 'volumes').map((volume, index) => ({
    path: [...path, 'spec', 'volumes', index, 'csi'],
    driver: textAt(volume, 'csi', 'driver'),
  }));
  return [...claims, ...inline].flatMap(({ path: where, driver = '' }) =>
    isOnlyInTheVpc(driver)
      ? [
          {
            path: where,
            found: driver,
            what: `its Pods run on hybrid nodes, and volumes of ${driver} cannot be mounted there. They never start.`,
            fix: 'use storage of your own premises, or run the Pods in the VPC.',
          },
        ]
      : [],
  );
}

const CLAIM = { group: '', kind: 'PersistentVolumeClaim' };

function namespaceOf({ owner }: PodTemplate) {
  return { namespace: owner.namespace ?? '' };
}

function labels(requirements: readonly Requirement[]): readonly Told[] {
  return requirements.flatMap(({ key, operator, values, path }): Told[] => {
    if (operator === 'NotIn' || operator === 'DoesNotExist') return [];
    const found = values.length === 0 ? operator : values.join(', ');
    if (key === 'kubernetes.io/os' && values.includes('windows'))
      return [
        {
          path,
          found,
          what: 'hybrid nodes have Linux alone, so its Pods stay Pending.',
          fix: 'use an image for Linux.',
        },
      ];
    if (EC2_LABELS.includes(key) || key.startsWith(KARPENTER_AWS_LABELS) || isAutoModeLabel(key))
      return [
        { path, found, what: `no hybrid node has the label ${key}, so its Pods stay Pending.`, fix: 'leave it out.' },
      ];
    if (!CLOUD_LABELS.includes(key)) return [];
    const what = `hybrid nodes have the label ${key} only where you set it yourself; without it its Pods stay Pending.`;
    return [{ path, found, severity: 'warning', what, fix: 'leave it out, or set the label where the nodes join.' }];
  });
}

function spread({ path, spec }: PodTemplate): readonly Told[] {
  return listAt(spec, 'topologySpreadConstraints').flatMap((one, index): Told[] => {
    if (at(one, 'topologyKey') !== NODE_LABELS.zone || at(one, 'whenUnsatisfiable') !== 'DoNotSchedule') return [];
    return [
      {
        path: [...path, 'spec', 'topologySpreadConstraints', index, 'topologyKey'],
        found: NODE_LABELS.zone,
        severity: 'warning',
        what: `its Pods must be spread over ${NODE_LABELS.zone}, which hybrid nodes have only where you set it yourself; without it they stay Pending.`,
        fix: 'spread over kubernetes.io/hostname, or set `whenUnsatisfiable: ScheduleAnyway`.',
      },
    ];
  });
}
