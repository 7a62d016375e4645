import type { WholeRule } from '../../engine/rule';
import { CAPABILITY_JUDGES } from '../../reads/argocd-capability';
import { judgeLimits } from '../../reads/capability-limits';

const KINDS: ReadonlySet<string> = new Set(
  Object.keys(CAPABILITY_JUDGES).map((key) => key.slice(key.indexOf('/') + 1)),
);

export const validArgocdCapability: WholeRule = {
  id: 'eks/valid-argocd-capability',
  severity: 'error',
  summary: 'With `gitops.flavour: eks-capability`, what Argo CD gets is what the capability can do.',
  why: 'Argo CD as a capability of EKS does less than one that you run: no plugins, no notifications out of the box, one namespace, clusters by their ARN, and limits on the size of an Application. What it cannot do is passed over, or never syncs.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/userguide/argocd-comparison.html',
    'https://docs.aws.amazon.com/eks/latest/userguide/argocd-considerations.html',
    'https://docs.aws.amazon.com/eks/latest/userguide/argocd-notifications.html',
  ],
  checkAll(context, tellOf) {
    const { gitops } = context.environment;
    if (gitops?.flavour !== 'eks-capability') return;
    for (const objects of context.judgedKinds) {
      // A list holds one kind, of whatever group.
      if (!KINDS.has(objects[0]?.kind ?? '')) continue;
      for (const object of objects)
        for (const judge of CAPABILITY_JUDGES[`${object.group}/${object.kind}`] ?? [])
          judge(object, gitops, tellOf(object));
    }
    judgeLimits(context, tellOf);
  },
};
