import { BUILT_IN_CLASS, MAKER_NAMES, makerOfClass } from '../../../knowledge/karpenter/kinds';
import { listAt, textAt } from '../../../model/json';
import { judgeNodeClass } from '../../../model/karpenter/judge-node-class';
import type { ObjectRule, Tell } from '../../engine/rule';

export const validNodeClass: ObjectRule = {
  id: 'eks/valid-node-class',
  severity: 'error',
  summary: 'A class of nodes says what Karpenter or EKS Auto Mode takes, where that runs.',
  why: 'Much of an EC2NodeClass or NodeClass is judged by the server’s expressions or by the controller alone. A class that is not ready starts no nodes, and the Pods of all its pools stay Pending.',
  see: [
    'https://karpenter.sh/v1.14/concepts/nodeclasses/',
    'https://docs.aws.amazon.com/eks/latest/userguide/create-node-class.html',
  ],
  kinds: ['karpenter.k8s.aws/EC2NodeClass', 'eks.amazonaws.com/NodeClass'],
  check({ group, kind, name, value }, { environment }, tell) {
    const maker = makerOfClass(group, kind);
    if (maker === undefined) return;
    for (const said of judgeNodeClass(value, maker)) tell(said);
    if (maker === 'autoMode' && name === BUILT_IN_CLASS)
      tell({
        path: ['metadata', 'name'],
        found: name,
        what: `the NodeClass "${name}" is the one of EKS itself, which undoes every change.`,
        fix: 'give it another name.',
      });
    if (environment.platform === 'eks' && !environment.compute[maker])
      tell({
        path: [],
        what: `this environment runs without ${MAKER_NAMES[maker]}, so nobody reads it: the server refuses a kind that it does not know.`,
        fix: `set \`compute.${maker}: true\` in environments/${environment.name}/environment.yaml where it runs, or leave it out there.`,
      });
    if (maker === 'karpenter' && environment.tier === 'production') judgeLatest(value, tell);
  },
};

function judgeLatest(value: unknown, tell: Tell): void {
  for (const [index, term] of listAt(value, 'spec', 'amiSelectorTerms').entries()) {
    const alias = textAt(term, 'alias') ?? '';
    if (!alias.endsWith('@latest') || alias.startsWith('windows')) continue;
    tell({
      path: ['spec', 'amiSelectorTerms', index, 'alias'],
      found: alias,
      severity: 'warning',
      what: `the alias ${alias} follows every release of the image: AWS’s release, not a commit, replaces all nodes of production.`,
      fix: 'pin a version, such as al2023@v20251112, and raise it in Git.',
    });
  }
}
