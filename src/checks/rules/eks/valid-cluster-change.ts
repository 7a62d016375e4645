import { keptByAws } from '../../../knowledge/risk/kept-by-aws';
import { identityKey } from '../../../model/identity';
import { diffPaths } from '../../../model/object-diff';
import type { RenderedObject } from '../../../model/rendered-object';
import type { RuleFinding, WholeRule } from '../../engine/rule';

const GROUP = 'eks.services.k8s.aws';

export const validClusterChange: WholeRule = {
  id: 'eks/valid-cluster-change',
  severity: 'warning',
  summary: 'No change of a part of a cluster is rendered that AWS has no call for, and therefore keeps as it was.',
  why: 'EKS sets the capacity type of a node group, all of a Fargate profile, the principal of an access entry and other fields once. The API server takes another value of most of them, so the sync is green and the cluster stays as it was.',
  see: [
    'https://docs.aws.amazon.com/eks/latest/APIReference/API_UpdateNodegroupConfig.html',
    'https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html',
  ],
  checkAll({ before, judged }, tellOf) {
    if (before === undefined || before.size === 0) return;
    for (const object of judged) {
      if (object.group !== GROUP) continue;
      const was = before.get(identityKey(object));
      const finding = was && firstKept(was, object);
      if (finding !== undefined) tellOf(object)(finding);
    }
  },
};

/** One finding for an object: its other fields have the same way out. */
function firstKept(was: RenderedObject, object: RenderedObject): RuleFinding | undefined {
  const { group, kind } = object;
  const found = diffPaths(was.value, object.value).flatMap((one) => {
    const row = keptByAws({ group, kind, ...one, was: was.value, now: object.value });
    return row === undefined ? [] : [{ path: one.path, field: one.field, why: row.why }];
  });
  const [first] = found;
  if (first === undefined) return undefined;
  const rest = found.length - 1;
  const more = rest === 0 ? '' : ` (and ${rest} more field${rest === 1 ? '' : 's'})`;
  return {
    path: first.path,
    what: `\`${first.field}\`${more} changes, and ${first.why}`,
    fix: 'set it back, or give the part another name, so that AWS makes it anew beside the old one.',
  };
}
