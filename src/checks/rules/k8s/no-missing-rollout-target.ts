import { ROLLOUT } from '../../../knowledge/argocd/rollouts';
import { describeIdentity } from '../../../model/identity';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule } from '../../engine/rule';
import { operatorService } from '../../reads/operator-objects';
import { rolloutReferences } from '../../reads/rollout-references';

export const noMissingRolloutTarget: ObjectRule = {
  id: 'k8s/no-missing-rollout-target',
  severity: 'error',
  summary: 'The Services, Ingresses, analyses and the workload that a Rollout names exist.',
  why: 'The controller of Argo Rollouts refuses a Rollout that names what does not exist (InvalidSpec): it is Degraded, and no new version starts.',
  see: [
    'https://argo-rollouts.readthedocs.io/en/release-1.9/features/specification/',
    'https://argo-rollouts.readthedocs.io/en/release-1.9/features/traffic-management/alb/',
  ],
  kinds: [`${ROLLOUT.group}/${ROLLOUT.kind}`],
  check(object, context, tell) {
    for (const { id, path } of rolloutReferences(object)) {
      if (context.index.exists(id)) continue;
      const { group, kind, namespace, name } = id;
      const made = kind === 'Service' ? operatorService(namespace ?? '', name, context) : 'none';
      if (made === 'made') continue;
      const fix = `correct the name, render the ${kind}, or declare it under \`external\` in environment.yaml.`;
      if (made !== 'none') {
        const what = `it names ${kind} "${name}", which nothing here makes, unless it comes of ${describeIdentity(made.perhapsOf)}: what that makes is not known here.`;
        tell({ path, found: name, severity: 'unknown', what, fix });
        continue;
      }
      const where = namespace === undefined ? 'the cluster' : `namespace ${namespace}`;
      tell({
        path,
        found: name,
        what: `it names ${kind} "${name}", which ${where} does not have. The controller refuses the Rollout (InvalidSpec), and no new version starts.${didYouMean(name, context.index.names(group, kind, namespace))}`,
        fix,
      });
    }
  },
};
